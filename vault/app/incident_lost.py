"""What is lost in an incident, what hangs on it, and when it comes back.

A thing stands in the incident as "KIND KEY", as the rehearsal names it; what the vault
knows no longer stays there by its words, and nothing is reckoned from it.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from vault.app.rehearse import built_of, rehearse
from vault.app.rehearse_names import label
from vault.app.rehearse_told import told_loss
from vault.app.rehearse_words import days_words
from vault.i18n import translate as _
from vault.model.incident import Incident
from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.graph import THINGS, Node
from vault.rehearsal.lockout import falling

# In these the accounts themselves are not had: their passwords may be others by now.
_ACCOUNTS_LOST: Final = frozenset({"locked-out", "hacked", "ransom"})


class Thing(NamedTuple):
    """Something that can be lost: as the incident keeps it, and in words."""

    spelt: str
    name: str


class Coming(NamedTuple):
    """When what is lost comes back: the sentences in order, and what stays lost.

    `days` tells for each account, by its id, in how many days; an account that is not
    in it is still had.
    """

    lost: tuple[str, ...]
    back: tuple[str, ...]
    stuck: tuple[str, ...]
    days: dict[str, str]


def spelt(node: Node) -> str:
    """Return a thing as an incident keeps it."""
    return f"{node.kind} {node.key}".rstrip()


def things_of(vault: Vault, built: Built) -> tuple[Thing, ...]:
    """Return the things of a vault's graph, phones and numbers first."""
    first = ("phone", "number", "computer")
    nodes = [node for node in built.graph.nodes if node.kind in THINGS]
    nodes.sort(key=lambda node: node.kind not in first)
    return tuple(Thing(spelt(node), label(vault, node)) for node in nodes)


def phones_of(built: Built) -> tuple[str, ...]:
    """Return the phones of a vault's graph."""
    return tuple(spelt(node) for node in built.graph.nodes if node.kind == "phone")


def thing_words(vault: Vault, built: Built, things: Iterable[str]) -> tuple[str, ...]:
    """Return things in words; what the vault knows no longer, as it was written."""
    names = {one.spelt: one.name for one in things_of(vault, built)}
    return tuple(names.get(one, one) for one in things)


def hanging_on(built: Built, things: Iterable[str]) -> tuple[str, ...]:
    """Return the accounts that use those things from day to day, by their ids."""
    graph = built.graph
    gone = falling(graph, tuple(graph.number[one] for one in _nodes(built, things)))
    used = [graph.target[route] for one in gone for route in graph.daily_users[one]]
    hit = dict.fromkeys([*gone, *used])
    nodes = (graph.nodes[number] for number in hit)
    return tuple(node.key for node in nodes if node.kind == "account")


def coming_back(vault: Vault, one: Incident, built: Built | None = None) -> Coming:
    """Return what comes back, in which order and when. Reads the packs on first use."""
    known = built or built_of(vault)
    nodes = _nodes(known, one.things)
    if one.sort in _ACCOUNTS_LOST:
        nodes += [Node("account", id_) for id_ in one.accounts if id_ in vault.accounts]
    told = told_loss(vault, rehearse(vault, nodes, known))
    days = {
        each.what.key: days_words(each.days, open_end=each.open_end)
        for each in told.back
        if each.what.sort == "account"
    }
    never = _("no way back is written down that still works")
    days |= {each.what.key: never for each in told.stuck if each.what.sort == "account"}
    names = thing_words(vault, known, one.things)
    back = tuple(each.said for each in told.back)
    return Coming(names, back, tuple(each.said for each in told.stuck), days)


def _nodes(built: Built, things: Iterable[str]) -> list[Node]:
    known = {spelt(node): node for node in built.graph.nodes if node.kind in THINGS}
    return [known[one] for one in things if one in known]
