"""A page as data: texts, rules, boxes and codes at points of a sheet of paper.

Every length is in PDF points (1/72 inch); the origin is the upper left corner and y
grows downwards. The y of a text is its baseline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

POINTS_PER_INCH: Final = 72.0
MILLIMETRES_PER_INCH: Final = 25.4

Face = Literal["regular", "bold", "mono", "mono-bold"]
Align = Literal["left", "center", "right"]
Matrix = Sequence[Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `x` is its left end, its middle or its right end."""

    x: float
    y: float
    size: float
    text: str
    face: Face = "regular"
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) to (to_x, to_y)."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An outlined rectangle, its corner (x, y) upper left."""

    x: float
    y: float
    width: float
    height: float
    line: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Modules:
    """A square code, True for black, one pixel a module, without its quiet zone."""

    x: float
    y: float
    module_pt: float
    matrix: Matrix

    @property
    def side_pt(self) -> float:
        """The side of the code without its quiet zone."""
        return len(self.matrix) * self.module_pt


Item = Text | Rule | Box | Modules


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet of paper and everything on it."""

    width_pt: float
    height_pt: float
    items: tuple[Item, ...]


def points(millimetres: float) -> float:
    """Return a length in millimetres as points."""
    return millimetres * POINTS_PER_INCH / MILLIMETRES_PER_INCH
