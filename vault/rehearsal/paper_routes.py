"""How what is kept in the vault itself is reached: on the computer, or on paper."""

from collections.abc import Iterator

from vault.model.kit import Kit
from vault.model.vault import Vault
from vault.rehearsal.facts import Unknown
from vault.rehearsal.graph import Node, Route

VAULT = Node("vault")
COMPUTER = Node("computer")
PASSPHRASE = Node("passphrase")


def paper_routes(vault: Vault) -> tuple[list[Route], list[Unknown]]:
    """Return the routes to the vault, and the kits that are not proven and not counted.

    A kit counts if all is on it, it was read back, and nobody else knows what opens it.
    """
    routes = [Route(VAULT, (COMPUTER, PASSPHRASE), "opens", daily=True)]
    if vault.vault_code:
        needs = (COMPUTER, _card(vault.card_number))
        routes.append(Route(VAULT, needs, "opens", daily=True))
    unproven = []
    for kit in sorted(vault.kits.values(), key=lambda one: -one.number):
        over = kit.destroyed or kit.retiring or kit.exposed
        if kit.partial or over or kit.supplement_to:
            continue
        node = Node("kit", kit.id)
        if not kit.read_back:
            unproven.append(Unknown("kit-unproven", node))
            continue
        routes += [
            Route(VAULT, (node, *locks), "opens") for locks in _locks(vault, kit)
        ]
        routes += [
            Route(node, (Node("place", place),), "lies-in", daily=True)
            for place in dict.fromkeys(filter(None, kit.places))
        ]
    return routes, unproven


def _locks(vault: Vault, kit: Kit) -> Iterator[tuple[Node, ...]]:
    """Yield each set of things that opens a kit, among those that are still known."""
    card = _card(kit.card_number or 0)
    knows = kit.made >= vault.passphrase_since  # an earlier kit has an earlier one
    if kit.ways in ("passphrase", "either") and knows:
        yield (PASSPHRASE,)
    if kit.ways in ("card", "either"):
        yield (card,)
    if kit.ways == "both" and knows:
        yield (PASSPHRASE, card)


def _card(number: int) -> Node:
    return Node("key-card", str(number))
