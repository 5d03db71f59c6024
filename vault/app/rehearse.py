"""The rehearsal: a vault with what its platforms offer, and what comes of a loss."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from vault.app.rehearse_names import label
from vault.errors import Ambiguous, NotFound
from vault.model.vault import Vault
from vault.packs import Pack, shipped_packs
from vault.rehearsal.build import Built, build
from vault.rehearsal.circles import Circle, circles
from vault.rehearsal.graph import THINGS, Node
from vault.rehearsal.lockout import Outcome, lose
from vault.rehearsal.mend import Suggestion, suggestions
from vault.rehearsal.offer import Offer
from vault.rehearsal.plain import plain_number
from vault.rehearsal.single import Fault, losable, pair_faults, single_faults

# Packs whose account is a mailbox itself, and the one whose account is a number.
MAILBOXES: Final = frozenset(
    {"apple-account", "google-account", "microsoft-account", "naver", "qq"}
)
CARRIERS: Final = frozenset({"mobile-carrier"})
_LEAST_OF_AN_ID: Final = 4
_LEADS: Final = ("the ", "this ")
_ALSO: Final = {"computer": ("laptop", "pc"), "id-papers": ("id",)}


@dataclass(frozen=True)
class Rehearsed:
    """What was lost, what came of it, and what to add."""

    built: Built
    outcome: Outcome
    suggestions: tuple[Suggestion, ...]


@cache
def offers() -> dict[str, Offer]:
    """Return what each platform with a pack offers. Reads the packs on first use."""
    return {pack.id: _offer(pack) for pack in shipped_packs().values()}


def _offer(pack: Pack) -> Offer:
    """Return an offer; a fact of low confidence is one of which nobody is sure."""
    sure = [one for one in pack.factors if one.confidence != "low"]
    recovers = frozenset(one.method for one in sure if one.recovers)
    maybe = (one.method for one in pack.factors if one.recovers is not False)
    return Offer(
        recovers=recovers,
        unsure=frozenset(maybe) - recovers,
        second_steps=frozenset(one.method for one in pack.factors if one.supported),
        gives_codes=any(one.single_use is not False for one in pack.codes),
        mailbox=pack.id in MAILBOXES,
        carrier=pack.id in CARRIERS,
    )


def built_of(vault: Vault) -> Built:
    """Return the graph of a vault, with the routes that the packs propose."""
    return build(vault, offers())


def rehearse(
    vault: Vault, lost: Iterable[Node], built: Built | None = None
) -> Rehearsed:
    """Return what comes of a loss; the nodes are of the vault's graph."""
    known = built or built_of(vault)
    outcome = lose(known.graph, [known.graph.number[node] for node in lost])
    return Rehearsed(known, outcome, suggestions(vault, known, outcome))


def all_single_faults(built: Built) -> tuple[Fault, ...]:
    """Return each loss of one thing, person or account that leaves an account lost."""
    return single_faults(built.graph, losable(built.graph))


def all_pair_faults(
    built: Built, tell: Callable[[int, int], object] = lambda _done, _total: None
) -> tuple[Fault, ...]:
    """Return each pair of things that together leaves more lost than they do alone."""
    nodes = built.graph.nodes
    things = [n for n in losable(built.graph) if nodes[n].kind in THINGS]
    return pair_faults(built.graph, things, tell)


def all_circles(built: Built) -> tuple[Circle, ...]:
    """Return what comes back only through each other."""
    return circles(built.graph)


def losable_nodes(built: Built) -> list[Node]:
    """Return what can be lost, in the order of the graph."""
    return [built.graph.nodes[n] for n in losable(built.graph)]


def find_node(vault: Vault, built: Built, reference: str) -> Node:
    """Return the thing, person or account that a text means.

    It may be its name, its sort where there is one of it, a number, an address, or an
    id or its beginning. Raises `NotFound`, or `Ambiguous` with the names that fit.
    """
    wanted = _plain(reference)
    nodes = [node for node in built.graph.nodes if node.kind != "vault"]
    for names in (_names, _sorts, _beginnings, _by_first_name):
        fits = [node for node in nodes if wanted in names(vault, node, wanted)]
        if len(fits) == 1:
            return fits[0]
        if fits:
            called = tuple(sorted(label(vault, node) for node in fits))
            raise Ambiguous("thing", reference, called)
    raise NotFound("thing", reference)


def _by_first_name(vault: Vault, node: Node, _wanted: str) -> Iterator[str]:
    """Yield what is somebody's as people say it: by one of their names."""
    person = vault.people.get(node.key)
    if person is not None:
        for word in person.name.split():
            yield _plain(label(vault, node).replace(person.name, word))


def _plain(text: str) -> str:
    plain = text.strip().casefold()
    for lead in _LEADS:
        plain = plain.removeprefix(lead)
    return plain


def _names(vault: Vault, node: Node, wanted: str) -> Iterator[str]:
    yield _plain(label(vault, node))
    if node.kind in ("account", "person", "mailbox", "place", "kit"):
        yield node.key.casefold()
    if node.kind == "number" and plain_number(wanted) == node.key:
        yield wanted
    if node.kind == "account":
        yield vault.accounts[node.key].login.casefold()


def _sorts(_vault: Vault, node: Node, _wanted: str) -> Iterator[str]:
    yield node.kind
    yield node.kind.replace("-", " ")
    yield from _ALSO.get(node.kind, ())


def _beginnings(_vault: Vault, node: Node, wanted: str) -> Iterator[str]:
    recorded = node.kind in ("account", "person", "kit", "thing")
    if recorded and len(wanted) >= _LEAST_OF_AN_ID and node.key.startswith(wanted):
        yield wanted
