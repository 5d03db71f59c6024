"""How much a pack tells of each part, its weakest confidence and its newest source."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from vault.packs.shape import Confidence, Pack, Sourced

PARTS: Final = (
    "codes",
    "locked-out",
    "hacked",
    "suspended",
    "phone-lost",
    "handover",
    "leaving",
    "contacts",
)
_WEAKEST_FIRST: Final[tuple[Confidence, ...]] = ("low", "medium", "high")


class Standing(NamedTuple):
    """One part of a pack: how many `facts`, the weakest of them, the newest source.

    Without facts `weakest` is empty; `newest` is empty where no source gives a date.
    """

    part: str
    facts: int
    weakest: str
    newest: str


def standings(pack: Pack) -> tuple[Standing, ...]:
    """Return how each of PARTS stands, in their order, those without a fact too."""
    return tuple(_standing(pack, part) for part in PARTS)


def part_of(pack: Pack, part: str) -> Sequence[Sourced]:
    """Return the facts of a part: those of a situation are the steps for it."""
    if part in ("codes", "leaving", "contacts"):
        facts: Sequence[Sourced] = getattr(pack, part)
        return facts
    return [
        step for one in pack.procedures if one.situation == part for step in one.steps
    ]


def _standing(pack: Pack, part: str) -> Standing:
    facts = part_of(pack, part)
    sure = {fact.confidence for fact in facts}
    dates = {pack.sources[key].date for fact in facts for key in fact.sources}
    return Standing(
        part=part,
        facts=len(facts),
        weakest=next((one for one in _WEAKEST_FIRST if one in sure), ""),
        newest=max((date for date in dates if date), default=""),
    )
