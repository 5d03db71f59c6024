"""A review: the check of everything, twice a year, signed off and kept.

Cards, tries and parts are texts, because lists of texts are merged entry by entry:
"ACCOUNT ANSWER DAY", "ACCOUNT RESULT DAY WAY" and "NAME GOT OF". What a newer program
spells otherwise is left out, and stays where it stands.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from vault.model.moment import is_day
from vault.model.record import Record, Whole

ANSWERS: Final = ("right", "changed", "gone", "skipped")
_PARTS: Final = 3


class Review(Record, frozen=True, kw_only=True):
    """What was looked at, what was tried, what came of it and when the next is due."""

    began: str  # time
    ended: str = ""  # time, "" while it goes on
    signed_by: str = ""  # id of a person, or a free name
    cards: tuple[str, ...] = ()  # as `Card` spells it
    tried: tuple[str, ...] = ()  # as `Tried` spells it
    score: Whole | None = None  # of 100, when it ended
    parts: tuple[str, ...] = ()  # of the score, as `ScorePart` spells it
    next_day: str = ""  # day the next one is due
    notes: str = ""


class Card(NamedTuple):
    """What was answered about one account, the last answer of a day counting."""

    account: str
    answer: str
    day: str

    def spelt(self) -> str:
        """Return it as the review keeps it."""
        return f"{self.account} {self.answer} {self.day}"


class Tried(NamedTuple):
    """One way in that was tried, and what came of it."""

    account: str
    result: str
    day: str
    way: str

    def spelt(self) -> str:
        """Return it as the review keeps it."""
        return f"{self.account} {self.result} {self.day} {self.way}"


class ScorePart(NamedTuple):
    """One part of the score: how many of how many."""

    name: str
    got: int
    of: int

    def spelt(self) -> str:
        """Return it as the review keeps it."""
        return f"{self.name} {self.got} {self.of}"


def parse_cards(texts: Iterable[str]) -> tuple[Card, ...]:
    """Return the answers as they stand."""
    found = []
    for text in texts:
        parts = text.split(" ")
        if len(parts) == _PARTS and is_day(parts[2]):
            found.append(Card(*parts))
    return tuple(found)


def parse_tried(texts: Iterable[str]) -> tuple[Tried, ...]:
    """Return the tries as they stand; a way may have blanks in it."""
    found = []
    for text in texts:
        parts = text.split(" ", _PARTS)
        if len(parts) > _PARTS and is_day(parts[2]):
            found.append(Tried(*parts))
    return tuple(found)


def parse_parts(texts: Iterable[str]) -> tuple[ScorePart, ...]:
    """Return the parts of a score as they stand."""
    found = []
    for text in texts:
        parts = text.split(" ")
        if len(parts) == _PARTS and all(part.isdecimal() for part in parts[1:]):
            found.append(ScorePart(parts[0], int(parts[1]), int(parts[2])))
    return tuple(found)
