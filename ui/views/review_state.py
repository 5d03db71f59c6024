"""What the pages of a review are told, in plain values."""

from dataclasses import dataclass

from ui.views.home import Todo
from ui.widgets.score_line import Point


@dataclass(frozen=True)
class Past:
    """A review that was signed off: its id, the day, and what came of it."""

    id: str
    day: str
    said: str


@dataclass(frozen=True)
class StartState:
    """The first page; `months` are usual, vital, minor; `act` "" where none is."""

    title: str
    about: str = ""
    act: str = ""
    months: tuple[int, int, int] = (6, 3, 12)
    points: tuple[Point, ...] = ()
    past: tuple[Past, ...] = ()
    empty: bool = False
    may_write: bool = True


@dataclass(frozen=True)
class CardState:
    """One account: its facts, who has access, and how far the review is.

    `changed` says that somebody comes back from changing it.
    """

    id: str
    name: str
    number: int
    of: int
    facts: tuple[tuple[str, str], ...]
    holders: tuple[tuple[str, str], ...] = ()  # id of the access, words
    given: str = ""  # the answer given before, in words
    changed: bool = False
    first: bool = False  # no card before this one


@dataclass(frozen=True)
class SummaryState:
    """How the vault stands at the end, and what is left to do.

    `looking` says that what needs care is still being looked for.
    """

    score: int | None
    points: tuple[Todo, ...] = ()  # the parts of the score
    tasks: tuple[Todo, ...] = ()
    looking: bool = False
    kit: Todo | None = None
    kit_good: bool = False
    deputies: str = ""
    names: tuple[str, ...] = ()  # who may sign


@dataclass(frozen=True)
class SignedState:
    """A review that was signed off."""

    title: str
    about: str
    line: tuple[Point, ...]
