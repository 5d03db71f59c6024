"""What the page of the rehearsal is told: what can be lost, and what came of a loss."""

from dataclasses import dataclass, field
from typing import Final

from ui.widgets.map_shape import MapShape, Stand

PAIRS: Final = "pairs"  # the title of the part that stands below a heading of its own


@dataclass(frozen=True)
class Group:
    """What can be lost, of one sort: keys and names."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RehearsalState:
    """A vault's map; until it is `known`, nothing is shown, and nothing missed."""

    known: bool = False
    groups: tuple[Group, ...] = ()
    shape: MapShape = field(default_factory=MapShape)


@dataclass(frozen=True)
class Part:
    """Sentences of one sort below the map, and the sign before each.

    `keys` are what each sentence loses, where the map can show that.
    """

    title: str
    lines: tuple[str, ...]
    picture: str = "info"
    tone: str = "accent"
    keys: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class RehearsalFound:
    """What came of losing `lost`: a sentence, each spot's stand, and the findings."""

    lost: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    sentence: str = ""
    parts: tuple[Part, ...] = ()
