"""What a drawn map shows: spots in cells, threads between them, and how each stands."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

State = Literal["stands", "back", "lost", "falls"]


class Spot(NamedTuple):
    """One thing, person or account; `name` is read out, `short` stands in its box."""

    key: str
    name: str
    short: str
    sort: str  # what it is, in a word
    picture: str  # the icon of its sort
    x: float
    y: float
    losable: bool


class Thread(NamedTuple):
    """What a spot is had or got back by, as places among the spots."""

    source: int
    target: int
    daily: bool


@dataclass(frozen=True)
class MapShape:
    """All of it, in cells of a grid."""

    spots: tuple[Spot, ...] = ()
    threads: tuple[Thread, ...] = ()
    columns: int = 1
    rows: float = 1


class Stand(NamedTuple):
    """How one spot stands: a few words for its box, a sentence, and when it falls."""

    state: State = "stands"
    when: str = ""
    said: str = ""
    wave: int = 0
    at_once: bool = False  # it comes back without a wait
