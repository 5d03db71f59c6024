"""What the page of the rehearsal is told: what can be lost, and what came of a loss."""

from dataclasses import dataclass, field

from ui.widgets.map_shape import MapShape, Stand


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
    """Sentences of one sort below the map, and the sign before each."""

    title: str
    lines: tuple[str, ...]
    picture: str = "info"
    tone: str = "accent"


@dataclass(frozen=True)
class RehearsalFound:
    """What came of losing `lost`: a sentence, each spot's stand, and the findings."""

    lost: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    sentence: str = ""
    parts: tuple[Part, ...] = ()
