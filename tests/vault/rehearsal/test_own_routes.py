"""Things and ways back that the owner wrote down count as those that packs propose."""

import pytest
from msgspec.structs import replace

from tests.builders import a_code_set, a_thing, an_id, an_own_route, with_records
from tests.planted import CARRIER, JONAS, MINA, SHOP, changed, sound_vault
from tests.vault.rehearsal.test_build import NUMBER, PLATFORMS, unknown, ways
from vault.model.route import OwnRoute
from vault.model.thing import Thing
from vault.model.vault import Vault
from vault.rehearsal.build import build
from vault.rehearsal.graph import Node
from vault.rehearsal.lockout import lose

SAFE = a_thing(1)


def noted(*records: Thing | OwnRoute) -> Vault:
    """Return the sound vault with those things and ways besides."""
    return with_records(
        sound_vault(),
        {
            "things": [one for one in records if isinstance(one, Thing)],
            "routes": [one for one in records if isinstance(one, OwnRoute)],
        },
    )


def own_ways(vault: Vault) -> set[tuple[str, ...]]:
    return {way for way in ways(vault, "account", SHOP) if way[0] == "own"}


def test_a_way_of_ones_own_needs_all_that_it_names() -> None:
    """Things, other accounts and people; a code is had where the vault is."""
    codes = next(iter(sound_vault().code_sets))
    way = replace(
        an_own_route(SHOP, 1, SAFE.id),
        accounts=(CARRIER,),
        people=(JONAS,),
        code_sets=(codes,),
    )
    assert own_ways(noted(SAFE, way)) == {
        ("own", "thing", "account", "person", "vault")
    }


@pytest.mark.parametrize("fault", ["nothing needed", "no code left", "set retired"])
def test_a_way_that_cannot_work_leads_nowhere(fault: str) -> None:
    """It is no way back to be relied on, and none is promised."""
    codes = replace(a_code_set(SHOP, 5, used=10), id=an_id(250))
    if fault == "set retired":
        codes = replace(a_code_set(SHOP, 5), id=an_id(250), retired="2026-01-01")
    needs = () if fault == "nothing needed" else (codes.id,)
    vault = noted(replace(an_own_route(SHOP), code_sets=needs))
    sets = {**vault.code_sets, codes.id: codes}
    assert not own_ways(replace(vault, code_sets=sets))


def test_a_way_of_ones_own_brings_back_after_its_days() -> None:
    """The days that the owner noted are the days that it takes."""
    built = build(noted(SAFE, an_own_route(SHOP, 1, SAFE.id)), PLATFORMS)
    graph = built.graph
    lost = [Node("account", SHOP), Node("person", MINA), Node("person", JONAS)]
    done = lose(graph, [graph.number[one] for one in lost])
    (step,) = [one for one in done.steps if graph.nodes[one.node] == lost[0]]
    assert (graph.routes[step.route].how, step.days) == ("own", 2)


def test_losing_the_thing_closes_the_way() -> None:
    """And nothing else."""
    graph = build(noted(SAFE, an_own_route(SHOP, 1, SAFE.id)), PLATFORMS).graph
    lost = [Node("account", SHOP), Node("person", MINA), Node("person", JONAS)]
    lost.append(Node("thing", SAFE.id))
    done = lose(graph, [graph.number[one] for one in lost])
    assert graph.number[lost[0]] in done.stuck


def test_a_thing_is_had_by_whom_or_where_it_lies() -> None:
    """One of which neither is noted is had as long as it is not lost itself."""
    carried = replace(SAFE, person=MINA, place="the safe")
    free = replace(a_thing(2), person="somebody else")
    vault = noted(carried, free)
    assert ways(vault, "thing", carried.id) == {
        ("carries", "person"),
        ("lies-in", "place"),
    }
    assert not ways(vault, "thing", free.id)


@pytest.mark.parametrize("sort", ["phone", "number"])
def test_a_number_is_in_the_thing_that_has_it(sort: str) -> None:
    """And no more in the phone of whoever is rung on it."""
    sim = replace(SAFE, sort=sort, address=" +44 (20) 7946-0101")
    assert ("carries", "phone") in ways(sound_vault(), "number", NUMBER.key)
    assert ways(noted(sim), "number", NUMBER.key) == {
        ("new-sim", "account"),
        ("carries", "thing"),
    }


def test_a_mailbox_without_an_account_is_in_the_thing_that_has_it() -> None:
    """So it counts as there; nothing says how it is got back, and it can be lost."""
    vault = changed(sound_vault(), "accounts", SHOP, email="old@mail.example")
    assert ("mailbox", "old@mail.example") in unknown(vault)
    box = replace(SAFE, sort="mailbox", address="OLD@mail.example")
    kept = replace(vault, things={box.id: box})
    assert ("mailbox", "old@mail.example") not in unknown(kept)
    assert ways(kept, "mailbox", "old@mail.example") == {("opens", "thing")}


def test_another_thing_has_no_line() -> None:
    """The address of a safe is no number that anybody rings."""
    safe = replace(SAFE, sort="safe", address=NUMBER.key)
    assert ("carries", "thing") not in ways(noted(safe), "number", NUMBER.key)
