"""The map of a vault: each node once, none on another, the same map each time."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_vault, an_empty_vault
from vault.app.rehearse import built_of, losable_nodes, rehearse
from vault.app.rehearse_map import (
    MOST_ROWS,
    Map,
    NodeState,
    key_of,
    map_of,
    states_of,
)
from vault.app.sample import sample_vault
from vault.model.vault import Vault
from vault.rehearsal.graph import Node

NOW = "2026-11-24T09:00:00Z"


def drawn(vault: Vault) -> Map:
    """Return the map of a vault."""
    return map_of(vault, built_of(vault))


def what_became(vault: Vault, *lost: Node) -> dict[Node, NodeState]:
    """Return what became of each node of a vault by a loss."""
    built = built_of(vault)
    states = states_of(vault, rehearse(vault, lost, built))
    return dict(zip(built.graph.nodes, states, strict=True))


def crossings(one: Map) -> int:
    """Return how many pairs of edges between the same two layers cross."""
    where = {node.number: node for node in one.nodes}
    ends = [(where[edge.source], where[edge.target]) for edge in one.edges]
    return sum(
        (a.layer, b.layer) == (c.layer, d.layer) and (a.y - c.y) * (b.y - d.y) < 0
        for (a, b), (c, d) in combinations(ends, 2)
    )


@given(count=st.integers(0, 30), seed=st.integers(0, 99))
def test_each_node_stands_once_and_none_upon_another(count: int, seed: int) -> None:
    """Whatever the vault."""
    vault = sample_vault(count, seed, now=NOW)
    one = drawn(vault)
    nodes = built_of(vault).graph.nodes
    assert [node.key for node in one.nodes] == [key_of(node) for node in nodes]
    assert len({node.key for node in one.nodes}) == len(nodes)
    for a, b in combinations(one.nodes, 2):
        assert abs(a.x - b.x) >= 1 or abs(a.y - b.y) >= 1
    for node in one.nodes:
        assert 0 <= node.x <= one.columns - 1
        assert 0 <= node.y <= one.rows - 1


def test_the_same_vault_gives_the_same_map() -> None:
    """Nothing of it is left to chance."""
    vault = sample_vault(25, now=NOW)
    assert drawn(vault) == drawn(vault)


def test_layers_stand_apart_from_left_to_right_and_people_above() -> None:
    """Things, then addresses, then accounts; every person above all of them."""
    one = drawn(sample_vault(25, now=NOW))
    across = {
        layer: [node.x for node in one.nodes if node.layer == layer]
        for layer in ("things", "addresses", "accounts")
    }
    assert max(across["things"]) < min(across["addresses"])
    assert max(across["addresses"]) < min(across["accounts"])
    people = [node.y for node in one.nodes if node.layer == "people"]
    others = [node.y for node in one.nodes if node.layer != "people"]
    assert people
    assert max(people) < min(others)


def test_sixty_accounts_fit_into_columns() -> None:
    """No column is longer than a screen can show."""
    one = drawn(sample_vault(60, now=NOW))
    for column in range(one.columns):
        below = [n for n in one.nodes if n.x == column and n.layer != "people"]
        assert len(below) <= MOST_ROWS


def test_the_order_of_a_layer_follows_what_its_nodes_lean_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fewer edges cross than in the order in which things were written down."""
    vault = sample_vault(25, now=NOW)
    ordered = crossings(drawn(vault))
    monkeypatch.setattr("vault.app.rehearse_map._SWEEPS", 0)
    assert ordered < crossings(drawn(vault))


def test_an_edge_leads_from_what_is_needed_to_what_it_brings_back() -> None:
    """Each pair once, daily where it is used from day to day."""
    vault = sample_vault(8, now=NOW)
    built = built_of(vault)
    one = map_of(vault, built)
    pairs = [(edge.source, edge.target) for edge in one.edges]
    assert len(pairs) == len(set(pairs))
    graph = built.graph
    for place, route in enumerate(graph.routes):
        for need in graph.needs[place]:
            assert (need, graph.target[place]) in pairs
            assert not route.daily or (need, graph.target[place], True) in one.edges


def test_nothing_lost_leaves_all_standing() -> None:
    """Every node of a vault as it is."""
    states = what_became(a_vault())
    assert {one.state for one in states.values()} == {"stands"}


def test_a_loss_is_told_of_what_is_lost_what_falls_and_what_comes_back() -> None:
    """The same as the rehearsal tells it, node by node; waves go out from the loss."""
    vault = sample_vault(25, now=NOW)
    built = built_of(vault)
    for node in losable_nodes(built):
        done = rehearse(vault, [node], built)
        states = states_of(vault, done)
        for number, one in enumerate(states):
            assert (one.state == "stands") == (number not in done.outcome.fallen)
            assert (one.wave == 0) == (
                one.state == "stands" or number in done.outcome.lost
            )
        for number in done.outcome.stuck:
            lost = number in done.outcome.lost
            assert states[number].state == ("lost" if lost else "falls")
        for step in done.outcome.steps:
            assert states[step.node].state == "back"
            assert states[step.node].days == step.days


def test_an_empty_vault_has_a_map_without_accounts() -> None:
    """What is on paper or on this computer is there all the same."""
    one = drawn(an_empty_vault())
    assert not [node for node in one.nodes if node.layer == "accounts"]
