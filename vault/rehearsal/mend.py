"""What to add so that more comes back: each addition tried before it is suggested."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.graph import Node
from vault.rehearsal.lockout import Outcome, regained
from vault.rehearsal.paper_routes import VAULT
from vault.rehearsal.people import rules

Addition = Literal["kit", "codes", "address", "carrier", "mailbox", "second-admin"]
# The cheaper comes first where two mend as much: an hour, a talk, another account.
_COST: Final[dict[Addition, int]] = {
    "kit": 0,
    "codes": 1,
    "address": 2,
    "carrier": 3,
    "mailbox": 4,
    "second-admin": 5,
}
_MOST: Final = 2  # suggestions for one loss
_TRIED: Final = 200  # candidates; more of them would say nothing better


class Suggestion(NamedTuple):
    """What to add to which node; `who` is a person's id, or empty for anybody.

    `mended` are the numbers of the accounts that come back by it.
    """

    addition: Addition
    node: Node
    who: str
    mended: tuple[int, ...]


def suggestions(vault: Vault, built: Built, outcome: Outcome) -> tuple[Suggestion, ...]:
    """Return one or two additions that bring back most of what is stuck."""
    accounts = set(built.graph.of_kind("account"))
    left = {node for node in outcome.stuck if node in accounts}
    tried = []
    for addition, node, who in _candidates(vault, built, outcome):
        gained = regained(built.graph, outcome, [built.graph.number[node]])
        tried.append(Suggestion(addition, node, who, tuple(sorted(gained & left))))
    found: list[Suggestion] = []
    while left and len(found) < _MOST:
        best = max(tried, key=lambda one: _worth(one, left), default=None)
        if best is None or not left.intersection(best.mended):
            break
        found.append(best)
        left.difference_update(best.mended)
    return tuple(found)


def _worth(one: Suggestion, left: set[int]) -> tuple[int, int]:
    return len(left.intersection(one.mended)), -_COST[one.addition]


def _candidates(
    vault: Vault, built: Built, outcome: Outcome
) -> Iterator[tuple[Addition, Node, str]]:
    """Yield what may be added, each able to work in spite of what is lost."""
    stuck = {built.graph.nodes[number] for number in outcome.stuck}
    lost = {built.graph.nodes[number] for number in outcome.lost}
    known = {one.node for one in built.unknown}
    for number in outcome.stuck[:_TRIED]:
        node = built.graph.nodes[number]
        if node == VAULT:
            yield "kit", node, ""
        elif node.kind == "number" and node in known:
            yield "carrier", node, ""
        elif node.kind == "mailbox" and node in known:
            yield "mailbox", node, ""
        elif node.kind == "account":
            yield from _of_account(vault, built, node, stuck, lost)


def _of_account(
    vault: Vault, built: Built, node: Node, stuck: set[Node], lost: set[Node]
) -> Iterator[tuple[Addition, Node, str]]:
    staff = built.staff[node.key].access
    if (
        built.offers[node.key].gives_codes
        and node not in lost  # its password may be another one
        and VAULT not in stuck
        and not _has_codes(built, node)
        and any(Node("person", person) not in stuck for person in staff)
    ):
        yield "codes", node, ""
    if node in lost and _takes_address(vault, built, node, stuck):
        yield "address", node, ""
    owner = vault.accounts[node.key].owner
    others = (
        one.id
        for one in sorted(vault.people.values(), key=lambda one: not one.trusted)
        if one.id not in built.staff[node.key].left
        and one.id != owner
        and not rules(staff.get(one.id))
    )
    free = (who for who in others if Node("person", who) not in stuck)
    yield "second-admin", node, next(free, "")


def _takes_address(vault: Vault, built: Built, node: Node, stuck: set[Node]) -> bool:
    """Tell whether an address or number would do, with a second step that is there."""
    account = vault.accounts[node.key]
    recovers = built.offers[node.key].recovers
    lacks = ("email" in recovers and not account.email) or (
        "sms" in recovers and not account.phone
    )
    graph = built.graph
    ways = (graph.routes[one] for one in graph.routes_of[graph.number[node]])
    return lacks and any(
        one.daily and all(n not in stuck or n.kind == "person" for n in one.needs)
        for one in ways
    )


def _has_codes(built: Built, node: Node) -> bool:
    graph = built.graph
    return any(
        graph.routes[route].how in ("code", "seed")
        for route in graph.routes_of[graph.number[node]]
    )
