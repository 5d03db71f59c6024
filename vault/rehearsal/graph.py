"""The graph: what there is, and the routes by which each of it is got back.

A node is had as long as one of its daily routes works, or for good where it has none.
A node that is gone comes back by any route whose needs are all had: an OR over ANDs.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

NodeKind = Literal[
    "account",
    "person",
    "phone",
    "number",
    "mailbox",
    "security-key",
    "id-papers",
    "computer",
    "passphrase",
    "key-card",
    "kit",
    "place",
    "thing",
    "vault",
]
THINGS: Final[frozenset[NodeKind]] = frozenset(
    {
        "phone",
        "number",
        "mailbox",
        "security-key",
        "id-papers",
        "computer",
        "passphrase",
        "key-card",
        "kit",
        "place",
        "thing",
    }
)

How = Literal[
    "sign-in",
    "code",
    "seed",
    "recovery-key",
    "mail",
    "text",
    "account",
    "admin",
    "process",
    "new-sim",
    "opens",
    "lies-in",
    "carries",
    "own",
]


class Node(NamedTuple):
    """One thing, person or account; `key` is a record's id, an address or a number."""

    kind: NodeKind
    key: str = ""


class Route(NamedTuple):
    """One way to have `target`: all of `needs`, after `days` (None: nobody knows).

    A daily one is how the target is had from day to day. One by `password` is of no use
    to a target that was itself lost, since its password may be another by then; no more
    is a daily one.
    """

    target: Node
    needs: tuple[Node, ...]
    how: How
    days: int | None = 0
    daily: bool = False
    password: bool = False


class Graph:
    """Nodes and routes by number, so that a loss looks at nothing it does not touch."""

    def __init__(self, nodes: Iterable[Node], routes: Iterable[Route]) -> None:
        """Take all nodes and routes; a node that only a route names is taken too."""
        self.routes = tuple(routes)
        named = [node for one in self.routes for node in (one.target, *one.needs)]
        self.nodes = tuple(dict.fromkeys([*nodes, *named]))
        self.number = {node: place for place, node in enumerate(self.nodes)}
        count = len(self.nodes)
        self.target = [self.number[one.target] for one in self.routes]
        self.needs = [
            tuple(dict.fromkeys(self.number[need] for need in one.needs))
            for one in self.routes
        ]
        self.routes_of: list[list[int]] = [[] for _ in range(count)]
        self.daily_count = [0] * count
        self.daily_users: list[list[int]] = [[] for _ in range(count)]
        self.users: list[list[int]] = [[] for _ in range(count)]
        for place, one in enumerate(self.routes):
            self.routes_of[self.target[place]].append(place)
            self.daily_count[self.target[place]] += one.daily
            for need in self.needs[place]:
                self.users[need].append(place)
                if one.daily:
                    self.daily_users[need].append(place)

    def of_kind(self, *kinds: NodeKind) -> list[int]:
        """Return the numbers of all nodes of those kinds, in order."""
        return [n for n, node in enumerate(self.nodes) if node.kind in kinds]
