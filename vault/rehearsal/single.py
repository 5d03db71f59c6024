"""Each single loss, and each pair of things, that leaves an account lost."""

from collections.abc import Callable, Collection, Iterable
from itertools import combinations
from typing import NamedTuple

from vault.rehearsal.graph import THINGS, Graph
from vault.rehearsal.lockout import falling, lose


class Fault(NamedTuple):
    """What is lost, and the accounts that do not come back then, as numbers."""

    lost: tuple[int, ...]
    stuck: tuple[int, ...]


def losable(graph: Graph) -> list[int]:
    """Return what can be lost on its own: not what only stands for something else.

    A mailbox that an account opens is lost with it, a number with its phone.
    """
    own = graph.of_kind("account", "person", *THINGS)
    shown = {"mailbox", "number"}
    return [
        n for n in own if not (graph.nodes[n].kind in shown and graph.daily_count[n])
    ]


def single_faults(graph: Graph, candidates: Iterable[int]) -> tuple[Fault, ...]:
    """Return every candidate whose loss alone leaves an account lost."""
    accounts = set(graph.of_kind("account"))
    found = (Fault((one,), _stuck(graph, (one,), accounts)) for one in candidates)
    return tuple([fault for fault in found if fault.stuck])


def pair_faults(
    graph: Graph,
    candidates: Collection[int],
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> tuple[Fault, ...]:
    """Return each pair that leaves more accounts lost than its two losses alone.

    `stuck` are these more. Only pairs that touch the same node can be such ones, and no
    other is tried. `tell` is told how many of how many pairs are done.
    """
    accounts = set(graph.of_kind("account"))
    alone = {one: set(_stuck(graph, (one,), accounts)) for one in candidates}
    found = []
    pairs = _meeting(graph, candidates)
    for done, pair in enumerate(pairs):
        tell(done, len(pairs))
        both = alone[pair[0]] | alone[pair[1]]
        more = [n for n in _stuck(graph, pair, accounts) if n not in both]
        if more:
            found.append(Fault(pair, tuple(more)))
    return tuple(found)


def _stuck(graph: Graph, lost: tuple[int, ...], accounts: set[int]) -> tuple[int, ...]:
    return tuple([node for node in lose(graph, lost).stuck if node in accounts])


def _meeting(graph: Graph, candidates: Collection[int]) -> list[tuple[int, int]]:
    """Return the pairs of candidates whose losses touch a node in common, in order."""
    touching: dict[int, list[int]] = {}
    for one in sorted(candidates):
        for node in _touched(graph, one):
            touching.setdefault(node, []).append(one)
    pairs = {pair for those in touching.values() for pair in combinations(those, 2)}
    return sorted(pairs)


def _touched(graph: Graph, lost: int) -> set[int]:
    """Return what falls with a loss, and whatever loses a route by it."""
    fallen = falling(graph, (lost,))
    return {
        *fallen,
        *(graph.target[route] for node in fallen for route in graph.users[node]),
    }
