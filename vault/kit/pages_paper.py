"""The two papers, the type scale and the grid that the printed pages share.

Lengths are PDF points from the upper left corner, unless a name says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from vault.printing.page import points

PaperName = Literal["a4", "letter"]

GRID: Final = (
    8.0  # blocks, boxes and rules stand on it, lines of small type on its half
)
TOP: Final = 28.0  # the first baseline of a text page is one NOTE line below
INSET: Final = 56.0  # the text column's left edge: 20 mm clear the filing holes

FINE: Final = 7.0
SMALL: Final = 8.0
NOTE: Final = 9.0
BODY: Final = 12.0
HEAD: Final = 16.0
TITLE: Final = 24.0
LEADING: Final[Mapping[float, float]] = {
    FINE: 8.0,
    SMALL: 12.0,
    NOTE: 12.0,
    BODY: 16.0,
    HEAD: 24.0,
    TITLE: 32.0,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper; `column_pt` is the width of a text column on the grid."""

    width_pt: float
    height_pt: float
    column_pt: float


PAPERS: Final[Mapping[PaperName, Paper]] = {
    "a4": Paper(points(210), points(297), 480.0),
    "letter": Paper(612.0, 792.0, 496.0),
}
