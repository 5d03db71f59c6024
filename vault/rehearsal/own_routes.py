"""What the owner wrote down besides accounts: things, and ways back of one's own."""

from collections.abc import Iterator

from vault.model.route import OwnRoute
from vault.model.thing import Thing
from vault.model.vault import Vault
from vault.rehearsal.graph import Node, Route
from vault.rehearsal.paper_routes import VAULT
from vault.rehearsal.plain import plain_address, plain_number


def thing_node(id_: str) -> Node:
    """Return the node of a thing."""
    return Node("thing", id_)


def thing_routes(vault: Vault) -> Iterator[Route]:
    """Yield who carries each thing, and where it lies; one with neither is just had."""
    for one in vault.things.values():
        if one.person in vault.people:
            needs = (Node("person", one.person),)
            yield Route(thing_node(one.id), needs, "carries", daily=True)
        if one.place:
            needs = (Node("place", one.place),)
            yield Route(thing_node(one.id), needs, "lies-in", daily=True)


def own_routes(vault: Vault) -> Iterator[Route]:
    """Yield each way back that the owner noted and that can still work.

    One that needs a code of a set with none left, or nothing at all, leads nowhere.
    """
    for one in vault.routes.values():
        needs = tuple(dict.fromkeys(_needs(one)))
        whole = all(_has_code(vault, sort) for sort in one.code_sets)
        if needs and whole:
            yield Route(Node("account", one.account), needs, "own", one.days)


def things_by_line(vault: Vault) -> dict[Node, Node]:
    """Return, by number or mailbox, the thing that has it."""
    found: dict[Node, Node] = {}
    for one in vault.things.values():
        if line := _line(one):
            found.setdefault(line, thing_node(one.id))
    return found


def _line(one: Thing) -> Node | None:
    if one.sort in ("phone", "number") and plain_number(one.address):
        return Node("number", plain_number(one.address))
    if one.sort == "mailbox" and plain_address(one.address):
        return Node("mailbox", plain_address(one.address))
    return None


def _needs(one: OwnRoute) -> Iterator[Node]:
    yield from (thing_node(id_) for id_ in one.things)
    yield from (Node("account", id_) for id_ in one.accounts)
    yield from (Node("person", id_) for id_ in one.people)
    if one.code_sets:
        yield VAULT


def _has_code(vault: Vault, id_: str) -> bool:
    found = vault.code_sets.get(id_)
    if found is None or found.retired:
        return False
    return any(code.state == "unused" for code in found.codes)
