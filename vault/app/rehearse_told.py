"""A rehearsal as it is reported: names, days and sentences, without the graph."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from vault.app.rehearse import (
    Rehearsed,
    all_circles,
    all_pair_faults,
    all_single_faults,
    losable_nodes,
    rehearse,
)
from vault.app.rehearse_names import label
from vault.app.rehearse_words import (
    circle_words,
    fault_words,
    route_words,
    step_words,
    stuck_words,
    suggestion_words,
    unknown_words,
)
from vault.model.vault import Vault
from vault.rehearsal.build import Built
from vault.rehearsal.single import Fault

MENDED: Final = 100  # pairs of which it is worked out; the costliest come first


class Named(NamedTuple):
    """A thing, person or account: its sort, its id, address or number, its name."""

    sort: str
    key: str
    name: str

    @property
    def map_key(self) -> str:
        """The text that names it on the map."""
        return f"{self.sort}:{self.key}"


class Back(NamedTuple):
    """What came back: by which route, when, in a sentence; `open_end` as in `Step`."""

    what: Named
    route: str
    days: int
    open_end: bool
    said: str


class Stuck(NamedTuple):
    """What did not come back, and why, in a sentence."""

    what: Named
    said: str


class ToldLoss(NamedTuple):
    """A loss: all that fell, what came back in order, what did not, what to add."""

    lost: tuple[Named, ...]
    fallen: tuple[Named, ...]
    back: tuple[Back, ...]
    stuck: tuple[Stuck, ...]
    suggestions: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def accounts_stuck(self) -> int:
        """How many accounts stay lost."""
        return sum(one.what.sort == "account" for one in self.stuck)


class ToldFault(NamedTuple):
    """What is lost, which accounts stay lost by it, the sentence, and what mends it.

    What mends it is told of pairs only, and of no more than `MENDED` of them.
    """

    lost: tuple[Named, ...]
    accounts: tuple[str, ...]
    said: str
    mends: tuple[str, ...] = ()


class Overview(NamedTuple):
    """Every loss that leaves an account lost, circles, and what is not written down."""

    accounts: int
    things: tuple[Named, ...]
    single: tuple[ToldFault, ...]
    pairs: tuple[ToldFault, ...] | None
    circles: tuple[str, ...]
    unknown: tuple[str, ...]


def told_loss(vault: Vault, done: Rehearsed) -> ToldLoss:
    """Return one loss for a report."""
    built, outcome = done.built, done.outcome
    routes = built.graph.routes
    return ToldLoss(
        lost=_named(vault, built, outcome.lost),
        fallen=_named(vault, built, outcome.fallen),
        back=tuple(
            Back(
                _name(vault, built, one.node),
                route_words(vault, routes[one.route]),
                one.days,
                one.open_end,
                step_words(vault, built, one),
            )
            for one in outcome.steps
        ),
        stuck=tuple(
            Stuck(_name(vault, built, node), stuck_words(vault, built, outcome, node))
            for node in outcome.stuck
        ),
        suggestions=tuple(
            suggestion_words(vault, built, one) for one in done.suggestions
        ),
        unknown=tuple(unknown_words(built)),
    )


def told_overview(vault: Vault, built: Built, *, pairs: bool) -> Overview:
    """Return every single loss that leaves an account lost, and pairs if wanted."""
    return Overview(
        accounts=len(vault.accounts),
        things=tuple(
            Named(node.kind, node.key, label(vault, node))
            for node in losable_nodes(built)
        ),
        single=_faults(vault, built, all_single_faults(built)),
        pairs=told_pairs(vault, built) if pairs else None,
        circles=tuple(circle_words(vault, built, one) for one in all_circles(built)),
        unknown=tuple(unknown_words(built)),
    )


def told_pairs(
    vault: Vault,
    built: Built,
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> tuple[ToldFault, ...]:
    """Return the pairs of things that cost more than each alone, with what mends them.

    `tell` is told how many of how many pairs are done.
    """
    found = sorted(all_pair_faults(built, tell), key=lambda one: -len(one.stuck))
    told = _faults(vault, built, found)
    mended = []
    for fault, one in zip(found[:MENDED], told, strict=False):
        done = rehearse(vault, [built.graph.nodes[node] for node in fault.lost], built)
        more = set(fault.stuck)
        mends = (
            suggestion_words(vault, built, way)
            for way in done.suggestions
            if more.intersection(way.mended)
        )
        mended.append(one._replace(mends=tuple(mends)))
    return (*mended, *told[MENDED:])


def _faults(
    vault: Vault, built: Built, faults: Iterable[Fault]
) -> tuple[ToldFault, ...]:
    """Return faults for a report, those that cost most accounts first."""
    return tuple(
        ToldFault(
            _named(vault, built, one.lost),
            tuple(built.graph.nodes[node].key for node in one.stuck),
            fault_words(vault, built, one),
        )
        for one in sorted(faults, key=lambda one: -len(one.stuck))
    )


def _named(vault: Vault, built: Built, nodes: Iterable[int]) -> tuple[Named, ...]:
    return tuple(_name(vault, built, node) for node in nodes)


def _name(vault: Vault, built: Built, number: int) -> Named:
    node = built.graph.nodes[number]
    return Named(node.kind, node.key, label(vault, node))
