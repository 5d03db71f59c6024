"""Which of two values shows, and whether the other must be noted.

Rules. A copy that has seen all that the other did to a value knows better. Else the
copy that did not change it since the copies parted gives way. Else both are kept: the
later one shows (by its number; clocks, devices and the values themselves only break
ties), and the other is noted to be looked at. No value gives way that is not in the
history, or noted there.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from vault.encoding.canonical import encode_trusted
from vault.merge.history import NEVER, Stamp
from vault.merge.side import Side, Two
from vault.model.entry import MERGED, TO_CHECK

Note = Literal["", "merge", "merge-check"]  # the device of an entry; "" for none


class Missing(Enum):
    """In the place of a value: nobody knows it; there was none."""

    UNKNOWN = 0
    ABSENT = 1


UNKNOWN = Missing.UNKNOWN
ABSENT = Missing.ABSENT


@dataclass(frozen=True)
class Value:
    """One side's value: as the history spells it, and what it was before.

    `before` are the values it had since the other copy last saw it, first first. Where
    both are kept, the higher `rank` shows, then the later `stamp`.
    """

    now: object
    before: tuple[object, ...] = ()
    stamp: Stamp = NEVER
    rank: int = 0

    @property
    def parted(self) -> object:
        """What it was when the copies parted."""
        return self.before[0] if self.before else self.now

    def order(self) -> tuple[int, Stamp, bytes]:
        """Return by what values are compared where both are kept."""
        spelt = b"" if self.now is ABSENT else encode_trusted(self.now)
        return self.rank, self.stamp, spelt


@dataclass(frozen=True)
class Choice:
    """Whose value shows; `note` says whether and how the other's is written down."""

    wins: Side
    note: Note = ""

    @property
    def loses(self) -> Side:
        """The other side."""
        return "theirs" if self.wins == "mine" else "mine"


def choose(values: Two[Value], traced: Two[bool], base: object = UNKNOWN) -> Choice:
    """Choose between two values that differ; `base` is what a common save had.

    `traced` says of each value whether the other copy's history keeps it.
    """
    for side in _SIDES:
        other = _other(side)
        knows_better = values.of(side).before and not values.of(other).before
        if knows_better and traced.of(other):
            return Choice(side)
    if base is UNKNOWN and values.mine.parted == values.theirs.parted:
        base = values.mine.parted
    if base is not UNKNOWN:
        for side in _SIDES:
            other = _other(side)
            if values.of(other).now == base:
                return Choice(side, "" if traced.of(other) else MERGED)
    return Choice(later(values), TO_CHECK)


def later(values: Two[Value]) -> Side:
    """Return whose value is the later one, the same whoever is mine."""
    mine = values.mine.order() >= values.theirs.order()
    return "mine" if mine else "theirs"


_SIDES: tuple[Side, ...] = ("mine", "theirs")


def _other(side: Side) -> Side:
    return "theirs" if side == "mine" else "mine"
