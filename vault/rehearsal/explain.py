"""Why something does not come back: the shortest reason, as data."""

from typing import NamedTuple

from vault.rehearsal.graph import Graph
from vault.rehearsal.lockout import Outcome, usable


class Reason(NamedTuple):
    """The route that lacks least, and what it lacks; both numbers of the graph."""

    route: int
    missing: tuple[int, ...]


def reason_of(graph: Graph, outcome: Outcome, node: int) -> Reason | None:
    """Return why a stuck node is stuck; None where no route leads to it at all."""
    lost, stuck = frozenset(outcome.lost), frozenset(outcome.stuck)
    reasons = [
        Reason(route, tuple([n for n in graph.needs[route] if n in stuck]))
        for route in graph.routes_of[node]
        if usable(graph, route, lost)
    ]
    return min(reasons, key=lambda one: len(one.missing), default=None)
