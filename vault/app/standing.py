"""How an opened file stands to what this device saw of the same vault: pure rules.

The generation tells older from newer; whether the file contains what was saved here is
told by the history, whose entries every descendant has, merged ones too. The day is
only for words: no clock decides.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vault.envelope.seal import Stamp
from vault.errors import ReadOnly
from vault.storage.seen import Mark, Seen

MOST_MARKS: Final = 256  # entries kept to know older states again: about 8 KiB
NEWEST: Final = 64  # of them, those that a state brings along


class Kind(StrEnum):
    """What a copy is, seen from this device."""

    FIRST = "first"  # nothing is remembered of this vault
    SAME = "same"  # the very save that was seen last
    NEWER = "newer"  # it comes from what was seen last
    OLDER = "older"  # what was seen last came from it, and lay in its place
    COPY = "copy"  # the same, but it lies in another place
    OLDER_WAYS = "older-ways"  # the ways in were changed since
    FORKED = "forked"  # it lacks what was saved here, and has something else


@dataclass(frozen=True)
class Standing:
    """How a file stands; `seen` is what it was compared with."""

    kind: Kind
    seen: Seen | None = None

    @property
    def read_only(self) -> str:
        """Why nothing may be changed in it, as a reason of `ReadOnly`; "" if it may."""
        return {
            Kind.OLDER: ReadOnly("older-copy").reason,
            Kind.OLDER_WAYS: ReadOnly("older-ways").reason,
        }.get(self.kind, "")

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say: the state is taken as the newest."""
        return self.kind in (Kind.FIRST, Kind.SAME, Kind.NEWER)


FIRST: Final = Standing(Kind.FIRST)


@dataclass(frozen=True)
class Copy:
    """What is compared of a file: its save, stamp, last entry, and what it contains.

    `place` is where it lies. `contains` are those of the remembered marks that its
    history has; `silent_to` is the number up to which its history was left out, as a
    restored kit's is.
    """

    save: str
    stamp: Stamp
    last: Mark | None
    contains: frozenset[Mark]
    silent_to: int = 0
    place: str = ""


def standing(seen: Seen | None, copy: Copy) -> Standing:
    """Tell how a copy stands to what was seen."""
    if seen is None:
        return FIRST
    if copy.save == seen.save:
        return Standing(Kind.SAME, seen)
    if copy.stamp.epoch < seen.epoch:
        return Standing(Kind.OLDER_WAYS, seen)
    later = copy.stamp.generation >= seen.generation
    if _has_ours(seen, copy) and later:
        return Standing(Kind.NEWER, seen)
    if later or _has_more(seen, copy):
        return Standing(Kind.FORKED, seen)
    # What took the newer one's place may be an attack; what lies elsewhere is a copy.
    return Standing(Kind.OLDER if copy.place == seen.place else Kind.COPY, seen)


def _has_ours(seen: Seen, copy: Copy) -> bool:
    """Tell whether the last entry seen is in the copy, as far as that can be told."""
    if not seen.marks:
        return True
    newest = seen.marks[-1]
    return newest in copy.contains or newest[0] <= copy.silent_to


def _has_more(seen: Seen, copy: Copy) -> bool:
    """Tell whether the copy's last entry is one that was never seen here."""
    if copy.last is None or not seen.marks:
        return False
    oldest = min(number for number, _ in seen.marks)
    return copy.last[0] >= oldest and copy.last not in seen.marks


def marks_after(before: Seen | None, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks to remember: those of before, then those of the new state."""
    new = set(marks)
    old = [mark for mark in (before.marks if before else ()) if mark not in new]
    return (*old, *marks)[-MOST_MARKS:]
