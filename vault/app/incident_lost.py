"""What is lost in an incident, what hangs on it, and when it comes back.

A thing stands in the incident as "KIND KEY", as the rehearsal names it; what the vault
knows no longer stays there by its words, and nothing is reckoned from it.
"""

from collections.abc import Iterable, Iterator
from operator import is_
from typing import Final, NamedTuple

from vault.app.rehearse import built_of, rehearse
from vault.app.rehearse_names import label
from vault.app.rehearse_told import told_loss
from vault.app.rehearse_words import days_words
from vault.i18n import translate as _
from vault.model.incident import Incident
from vault.model.vault import KINDS, Vault
from vault.rehearsal.build import Built
from vault.rehearsal.graph import THINGS, Node
from vault.rehearsal.lockout import falling

# In these the accounts themselves are not had: their passwords may be others by now.
_ACCOUNTS_LOST: Final = frozenset({"locked-out", "hacked", "ransom"})

_FIRST: Final = ("phone", "number", "computer", "mailbox")  # what is lost most often
_BESIDE: Final = frozenset({"incident", "review", "attachment", "share"})
# What a graph is built of: every kind but those that nothing leads back through
_REST_ON: Final = (
    *(kind.collection for word, kind in KINDS.items() if word not in _BESIDE),
    *("vault_code", "card_number", "passphrase_since"),
)


class Thing(NamedTuple):
    """Something that can be lost: as the incident keeps it, and in words."""

    spelt: str
    name: str


class Coming(NamedTuple):
    """When what is lost comes back: the sentences in order, and what does not.

    A lost thing that has no way back is not said to have none: another one is bought.

    `days` tells for each account, by its id, in how many days; an account that is not
    in it is still had.
    """

    lost: tuple[str, ...]
    back: tuple[str, ...]
    stuck: tuple[str, ...]
    days: dict[str, str]


class Reckoner:
    """Builds a vault's graph once, and again when what it rests on has changed."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._rests: tuple[object, ...] = ()
        self._built: Built | None = None

    def built(self, vault: Vault) -> Built:
        """Return the graph. A tick in an incident changes nothing that it rests on."""
        rests = tuple(getattr(vault, name) for name in _REST_ON)
        known = self._built
        if known is None or not all(map(is_, rests, self._rests)):
            known, self._rests = built_of(vault), rests
            self._built = known
        return known


def spelt(node: Node) -> str:
    """Return a thing as an incident keeps it."""
    return f"{node.kind} {node.key}".rstrip()


def things_of(vault: Vault, built: Built) -> tuple[Thing, ...]:
    """Return the things of a vault's graph, phones and numbers first."""
    nodes = [node for node in built.graph.nodes if node.kind in THINGS]
    nodes.sort(key=lambda node: (*_FIRST, node.kind).index(node.kind))
    return tuple(Thing(spelt(node), label(vault, node)) for node in nodes)


def phones_of(built: Built) -> tuple[str, ...]:
    """Return the phones of a vault's graph, that on which most hangs first."""
    phones = [spelt(node) for node in built.graph.nodes if node.kind == "phone"]
    return tuple(sorted(phones, key=lambda one: -len(hanging_on(built, [one]))))


def thing_words(vault: Vault, built: Built, things: Iterable[str]) -> tuple[str, ...]:
    """Return things in words; what the vault knows no longer, as it was written."""
    names = {one.spelt: one.name for one in things_of(vault, built)}
    return tuple(names.get(one, one) for one in things)


def hanging_on(built: Built, things: Iterable[str]) -> tuple[str, ...]:
    """Return the accounts that a loss touches, by their ids.

    They use those things from day to day, or bring them back, as a carrier does. With a
    phone, an account counts of which nobody noted whose second step it is on; with a
    computer, every account: its browser is signed in to who knows what.
    """
    graph, lost = built.graph, _nodes(built, things)
    if any(node.kind == "computer" for node in lost):
        return tuple(node.key for node in graph.nodes if node.kind == "account")
    gone = falling(graph, tuple(graph.number[node] for node in lost))
    used = [graph.target[route] for one in gone for route in graph.daily_users[one]]
    bring = [
        need
        for one in gone
        if graph.nodes[one].kind in THINGS
        for route in graph.routes_of[one]
        for need in graph.needs[route]
    ]
    nodes = [graph.nodes[number] for number in (*bring, *gone, *used)]
    nodes += _maybe(built, {node.key for node in lost if node.kind == "phone"})
    return tuple(dict.fromkeys(n.key for n in nodes if n.kind == "account"))


def _maybe(built: Built, people: set[str]) -> Iterator[Node]:
    """Yield accounts that may be on a phone of those people, for all that is noted."""
    for one in built.unknown if people else ():
        staff = built.staff.get(one.node.key)
        theirs = staff is not None and not people.isdisjoint(staff.access)
        if one.kind == "nobody" or (one.kind == "second-step" and theirs):
            yield one.node


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
    bought = {(node.kind, node.key) for node in nodes if node.kind != "account"}
    stuck = (one for one in told.stuck if (one.what.sort, one.what.key) not in bought)
    return Coming(names, back, tuple(one.said for one in stuck), days)


def _nodes(built: Built, things: Iterable[str]) -> list[Node]:
    known = {spelt(node): node for node in built.graph.nodes if node.kind in THINGS}
    return [known[one] for one in things if one in known]
