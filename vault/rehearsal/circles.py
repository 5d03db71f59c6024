"""Circles: what comes back only through each other."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vault.rehearsal.graph import Graph
from vault.rehearsal.lockout import lose


class Turn(NamedTuple):
    """A node of a circle, and the route by which it leans on the others of it."""

    node: int
    route: int


class Circle(NamedTuple):
    """Turns, each leaning on the next and the last on the first; what hangs on them.

    `hanging` are accounts that come back only through the circle.
    """

    turns: tuple[Turn, ...]
    hanging: tuple[int, ...]


def circles(graph: Graph) -> tuple[Circle, ...]:
    """Return the circles; each node is in one at most.

    They show when all that has a way back besides its daily one is gone at once, its
    password still known: what then does not come back waits for something that waits
    for it in turn.
    """
    lost = [
        node
        for node, routes in enumerate(graph.routes_of)
        if any(not graph.routes[route].daily for route in routes)
    ]
    stuck = lose(graph, lost, forgotten=False).stuck
    leans = _leaning(graph, set(stuck), set(lost))
    accounts = set(graph.of_kind("account"))
    found = []
    for members in _knots(leans):
        if accounts.isdisjoint(members):
            continue
        turns = _turns(leans, members, min(accounts & members))
        around = {turn.node for turn in turns}
        hanging = [
            n for n in leans if n in accounts - around and members & {n, *leans[n]}
        ]
        found.append(Circle(turns, tuple(hanging)))
    return tuple(found)


_Leaning = dict[int, dict[int, int]]  # node → what it leans on → by which route


def _leaning(graph: Graph, stuck: set[int], lost: set[int]) -> _Leaning:
    leans: _Leaning = {node: {} for node in sorted(stuck)}
    for node, onto in leans.items():
        for route in graph.routes_of[node]:
            if node not in lost or not graph.routes[route].daily:
                for need in graph.needs[route]:
                    if need in stuck:
                        onto.setdefault(need, route)
    return leans


def _turns(leans: _Leaning, members: set[int], start: int) -> tuple[Turn, ...]:
    """Walk on within the group until a node comes again, and return that round."""
    walked: dict[int, Turn] = {}
    node = start
    while node not in walked:
        onto, route = next(one for one in leans[node].items() if one[0] in members)
        walked[node] = Turn(node, route)
        node = onto
    order = list(walked)
    return tuple([walked[one] for one in order[order.index(node) :]])


def _knots(leans: Mapping[int, Mapping[int, int]]) -> list[set[int]]:
    """Return the groups of two and more in which each leads to each (Tarjan)."""
    search = _Search(leans)
    for start in leans:
        if start not in search.index:
            search.walk_from(start)
    return [set(group) for group in search.groups if len(group) > 1]


class _Search:
    """Tarjan's search with a stack of its own: a chain may be as long as a vault."""

    def __init__(self, leans: Mapping[int, Mapping[int, int]]) -> None:
        self._leans = leans
        self.index: dict[int, int] = {}
        self.groups: list[list[int]] = []
        self._low: dict[int, int] = {}
        self._held: dict[int, None] = {}  # entered and in no group yet, in order
        self._walk: list[tuple[int, Iterator[int]]] = []

    def walk_from(self, start: int) -> None:
        self._enter(start)
        while self._walk:
            node, onward = self._walk[-1]
            following = next(onward, None)
            if following is None:
                self._leave(node)
            elif following not in self.index:
                self._enter(following)
            elif following in self._held:
                self._low[node] = min(self._low[node], self.index[following])

    def _enter(self, node: int) -> None:
        self.index[node] = self._low[node] = len(self.index)
        self._held[node] = None
        self._walk.append((node, iter(self._leans[node])))

    def _leave(self, node: int) -> None:
        self._walk.pop()
        if self._walk:
            above = self._walk[-1][0]
            self._low[above] = min(self._low[above], self._low[node])
        if self._low[node] == self.index[node]:
            self.groups.append(self._cut(node))

    def _cut(self, node: int) -> list[int]:
        """Take a group off what is held, down to the node it was entered by."""
        group = []
        while node in self._held:
            group.append(self._held.popitem()[0])
        return group
