"""A vault → the graph of what leads back to what.

Rules. What is not written down counts as not there; where that matters it is returned
as an `Unknown`, to be said. A route that rests on its own end is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vault.model.account import Account
from vault.model.vault import Vault
from vault.rehearsal.account_routes import About, account_routes
from vault.rehearsal.facts import Unknown, kept_of
from vault.rehearsal.graph import Graph, Node, Route
from vault.rehearsal.offer import UNKNOWN_PLATFORM, Offer
from vault.rehearsal.own_routes import (
    own_routes,
    thing_node,
    thing_routes,
    things_by_line,
)
from vault.rehearsal.paper_routes import paper_routes
from vault.rehearsal.people import NOBODY, Staff, staff_of
from vault.rehearsal.plain import plain_address, plain_number


@dataclass(frozen=True)
class Built:
    """The graph, what it lacks, and what it was made of."""

    graph: Graph
    unknown: tuple[Unknown, ...]
    staff: Mapping[str, Staff]
    offers: Mapping[str, Offer]  # account → what its platform offers


def build(vault: Vault, offers: Mapping[str, Offer]) -> Built:
    """Return the graph of a vault; `offers` are what platforms offer, by their ids."""
    builder = _Builder(vault, offers)
    for account in vault.accounts.values():
        builder.add_account(account)
    builder.add_addresses()
    papers, unproven = paper_routes(vault)
    own = [*own_routes(vault), *thing_routes(vault)]
    nodes = [Node("account", one) for one in vault.accounts]
    nodes += [Node("person", one) for one in vault.people]
    nodes += [thing_node(one) for one in vault.things]
    routes = [*builder.routes, *own, *papers]
    unknown = (*unproven, *dict.fromkeys(builder.unknown))
    return Built(Graph(nodes, routes), unknown, builder.staff, builder.offers)


class _Builder:
    def __init__(self, vault: Vault, offers: Mapping[str, Offer]) -> None:
        self.vault = vault
        self.staff = staff_of(vault)
        self.routes: list[Route] = []
        self.unknown: list[Unknown] = []
        self.offers = {
            one.id: offers.get(one.platform, UNKNOWN_PLATFORM)
            for one in vault.accounts.values()
        }
        self._kept = kept_of(vault)
        self._mailboxes = self._opening("mailbox")
        self._carriers = self._opening("carrier")
        phones = ((plain_number(one.phone), one.id) for one in vault.people.values())
        self._holders = {number: person for number, person in phones if number}
        self._by_line = things_by_line(vault)

    def _opening(self, what: str) -> dict[str, str]:
        """Return, by address or number, the account that opens it."""
        found: dict[str, str] = {}
        for one in self.vault.accounts.values():
            if getattr(self.offers[one.id], what):
                key = _own_address(one) if what == "mailbox" else _number(one)
                if key:
                    found.setdefault(key, one.id)
        return found

    def add_account(self, account: Account) -> None:
        """Add all routes of one account."""
        mail = plain_address(account.email)
        own = self._mailboxes.get(mail) == account.id
        about = About(
            account=Node("account", account.id),
            mail="" if own else mail,
            number=_number(account),
            offer=self.offers[account.id],
            staff=self.staff.get(account.id, NOBODY),
            owner=account.owner,
            people=self.vault.people,
            kept=self._kept.get(account.id),
        )
        routes, unknown = account_routes(about)
        through = [
            Route(about.account, (Node("account", other),), "account")
            for other in account.recovers_through
            if other != account.id
        ]
        self.routes += [*routes, *through]
        self.unknown += unknown

    def add_addresses(self) -> None:
        """Add how the mailboxes, numbers and things that routes need are had."""
        named = dict.fromkeys(need for one in self.routes for need in one.needs)
        carried: dict[Node, None] = {}
        for node in named:
            if node.kind == "mailbox":
                self._add_mailbox(node)
            elif node.kind == "number":
                carried.update(dict.fromkeys(self._add_number(node)))
            elif node.kind in ("phone", "security-key", "id-papers"):
                carried[node] = None
        for node in carried:
            needs = (Node("person", node.key),)
            self.routes.append(Route(node, needs, "carries", daily=True))

    def _add_mailbox(self, node: Node) -> None:
        opener = self._mailboxes.get(node.key)
        at = Node("account", opener) if opener else self._by_line.get(node)
        if at is None:
            self.unknown.append(Unknown("mailbox", node))
            return
        needs = (at,)
        self.routes.append(Route(node, needs, "opens", daily=True))

    def _add_number(self, node: Node) -> Iterable[Node]:
        """Add a number, and return the phone that it is used with, if known."""
        carrier = self._carriers.get(node.key)
        if carrier is None:
            self.unknown.append(Unknown("carrier", node))
        else:
            kept = self._kept.get(carrier)
            days = kept.new_sim_days if kept else None
            needs = (Node("account", carrier),)
            self.routes.append(Route(node, needs, "new-sim", days))
        if thing := self._by_line.get(node):
            self.routes.append(Route(node, (thing,), "carries", daily=True))
            return ()
        holder = self._holders.get(node.key)
        if holder is None:
            return ()
        phone = Node("phone", holder)
        self.routes.append(Route(node, (phone,), "carries", daily=True))
        return (phone,)


def _number(account: Account) -> str:
    return plain_number(account.phone)


def _own_address(account: Account) -> str:
    """Return the address that a mailbox account is: its login, if that is one."""
    login = account.login if "@" in account.login else account.email
    return plain_address(login)
