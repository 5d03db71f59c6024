"""What was done with a kit after it was printed, as the register spells it.

Texts, because lists of texts are merged entry by entry: "TIME RESULT RESERVE" for a
drill, "DAY PLACE" for a place whose sheets were collected or destroyed. What a newer
program spells otherwise is left out, and stays where it stands.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from vault.model.moment import is_day, is_time

OPENED: Final = "opened"  # it was read, is the one printed, and opened
READ: Final = "read"  # it was read, and is the one printed to the byte
SHORT: Final = "short"  # too few of its codes were read
SHUT: Final = "shut"  # it was read, and what was shown did not open it
_PARTS: Final = 3


class Drill(NamedTuple):
    """One time a kit was read: when, what came of it, how many codes were to spare."""

    at: str
    result: str
    reserve: int = 0

    def spelt(self) -> str:
        """Return it as the register keeps it."""
        return f"{self.at} {self.result} {self.reserve}"


class Ended(NamedTuple):
    """What lay at one place was collected, or destroyed, on a day."""

    day: str
    place: str

    def spelt(self) -> str:
        """Return it as the register keeps it."""
        return f"{self.day} {self.place}"


def parse_drills(texts: Iterable[str]) -> tuple[Drill, ...]:
    """Return the drills in the order of their times."""
    found = []
    for text in texts:
        parts = text.split(" ")
        if len(parts) == _PARTS and is_time(parts[0]) and parts[2].isdecimal():
            found.append(Drill(parts[0], parts[1], int(parts[2])))
    return tuple(sorted(found))


def parse_ended(texts: Iterable[str]) -> dict[str, str]:
    """Return the day for each place."""
    found = {}
    for text in texts:
        day, blank, place = text.partition(" ")
        if blank and is_day(day):
            found[place] = day
    return found
