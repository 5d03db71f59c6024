"""What falls when something is lost, and what of it comes back, in which order.

Rules. Nothing that is not downstream of a loss is looked at, and each need of a route
once: a counter for each route says how many of its needs are still gone. Routes are
taken in order of days, so the first that reaches a node is the soonest. A wait of which
nobody knows the length comes after every known one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from vault.rehearsal.graph import Graph

_Wait = tuple[bool, int]  # whether a part of it is unknown, and the days that are known


class Step(NamedTuple):
    """A node that came back, by which route, how many days after the loss.

    Where `open_end` is set, it takes these days and a wait that nobody knows.
    """

    node: int
    route: int
    days: int
    open_end: bool


@dataclass(frozen=True)
class Outcome:
    """What was lost, all that fell with it, what came back in order, and what did not.

    Nodes and routes are numbers of the graph.
    """

    lost: tuple[int, ...]
    fallen: tuple[int, ...]
    steps: tuple[Step, ...]
    stuck: tuple[int, ...]


def lose(graph: Graph, lost: Iterable[int], *, forgotten: bool = True) -> Outcome:
    """Return what comes of losing those nodes, their passwords forgotten or not."""
    at_once = tuple(dict.fromkeys(lost))
    fallen = falling(graph, at_once)
    steps = _Chain(graph, fallen, frozenset(at_once), forgotten=forgotten).run()
    back = {step.node for step in steps}
    stuck = tuple([node for node in fallen if node not in back])
    return Outcome(at_once, fallen, steps, stuck)


def regained(graph: Graph, outcome: Outcome, given: Iterable[int]) -> set[int]:
    """Return which of the stuck nodes came back if those of `given` were had."""
    chain = _Chain(graph, outcome.stuck, frozenset(outcome.lost))
    back = dict.fromkeys(given)
    return {*back, *(step.node for step in chain.run(back))}


def falling(graph: Graph, lost: tuple[int, ...]) -> tuple[int, ...]:
    """Return what is gone at once: the lost, and what loses its last daily route."""
    gone = set(lost)
    order = list(lost)
    dead: set[int] = set()
    left: dict[int, int] = {}
    for node in order:  # it grows while it is walked
        for route in graph.daily_users[node]:
            target = graph.target[route]
            if route in dead or target in gone:
                continue
            dead.add(route)
            left[target] = left.get(target, graph.daily_count[target]) - 1
            if not left[target]:
                gone.add(target)
                order.append(target)
    return tuple(order)


def usable(
    graph: Graph, route: int, lost: frozenset[int], *, forgotten: bool = True
) -> bool:
    """Tell whether a route is of any use, with its target lost or only fallen."""
    one = graph.routes[route]
    barred = one.daily or (forgotten and one.password)
    return graph.target[route] not in lost or not barred


class _Chain:
    """Forward chaining from what is still had to what fell."""

    def __init__(
        self,
        graph: Graph,
        fallen: tuple[int, ...],
        lost: frozenset[int],
        *,
        forgotten: bool = True,
    ) -> None:
        self._graph = graph
        self._left: dict[int, int] = {}  # route → needs that are still gone
        self._waiting: dict[int, list[int]] = {}  # node → routes that need it
        self._queues: dict[_Wait, list[int]] = {}  # routes that can be walked
        self._waits: list[_Wait] = []  # a heap of the keys of those queues
        gone = set(fallen)
        for node in fallen:
            for route in graph.routes_of[node]:
                if usable(graph, route, lost, forgotten=forgotten):
                    self._take(route, gone)

    def _take(self, route: int, gone: set[int]) -> None:
        missing = [need for need in self._graph.needs[route] if need in gone]
        if not missing:
            self._queue(route, (False, 0))
            return
        self._left[route] = len(missing)
        for need in missing:
            self._waiting.setdefault(need, []).append(route)

    def _queue(self, route: int, since: _Wait) -> None:
        days = self._graph.routes[route].days
        wait = (since[0] or days is None, since[1] + (days or 0))
        if wait not in self._queues:
            self._queues[wait] = []
            heappush(self._waits, wait)
        self._queues[wait].append(route)

    def run(self, given: Iterable[int] = ()) -> tuple[Step, ...]:
        """Return the steps; what is given is had without one."""
        had = set(given)
        for node in had:
            self._arrive(node, (False, 0))
        steps: dict[int, Step] = {}
        while self._waits:
            wait = self._waits[0]
            for route in self._queues[wait]:  # it grows by what takes no day
                node = self._graph.target[route]
                if node not in steps and node not in had:
                    steps[node] = Step(node, route, wait[1], wait[0])
                    self._arrive(node, wait)
            heappop(self._waits)
            del self._queues[wait]
        return tuple(steps.values())

    def _arrive(self, node: int, wait: _Wait) -> None:
        """Count a node off the routes that wait for it; it is their last to come."""
        for route in self._waiting.get(node, ()):
            self._left[route] -= 1
            if not self._left[route]:
                self._queue(route, wait)
