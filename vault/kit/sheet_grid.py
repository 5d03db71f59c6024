"""Where the 24 codes of a sheet stand: four columns and six rows, off the folds.

The positions were found by simulated damage (the kit's SPEC has the table). The whole
grid is counted in dots of 1/600 inch, so that at 600, 300 and 150 dpi every module
begins on a pixel. A paper folds at the thirds of its height and the middle of its
width; each has gutters of its own there.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from vault.kit.pages_paper import PAPERS, PaperName
from vault.kit.plan import Density
from vault.printing.page import MILLIMETRES_PER_INCH, POINTS_PER_INCH

DOTS_PER_INCH: Final = 600
DOT_PT: Final = POINTS_PER_INCH / DOTS_PER_INCH
COLUMNS: Final = 4
QUIET_MODULES: Final = 4  # ISO/IEC 18004 asks for four white modules around a code


CELL_DOTS: Final = 828  # a sturdy code; a compact one is centred in the same cell


def modules(density: Density) -> int:
    """Return the modules along a side: ISO/IEC 18004, four more with each version."""
    return 17 + 4 * density.version


def side_dots(density: Density) -> int:
    """Return the side of a code without its quiet zone."""
    return modules(density) * density.module_dots


COLUMNS_MM: Final[Mapping[PaperName, Sequence[float]]] = {
    "a4": (19.90, 61.93, 112.99, 155.07),
    "letter": (22.86, 64.90, 115.95, 157.99),
}
ROWS_MM: Final[Mapping[PaperName, Sequence[float]]] = {
    "a4": (18.41, 55.96, 107.02, 154.94, 205.99, 243.54),
    "letter": (14.01, 51.56, 99.65, 144.70, 192.79, 230.34),
}


def _dots(millimetres: float) -> int:
    return round(millimetres / MILLIMETRES_PER_INCH * DOTS_PER_INCH)


def code_corner(paper: PaperName, density: Density, cell: int) -> tuple[float, float]:
    """Return a code's upper left corner in points; `cell` counts along the rows."""
    row, column = divmod(cell, COLUMNS)
    centring = (CELL_DOTS - side_dots(density)) // 2
    x_dots = _dots(COLUMNS_MM[paper][column]) + centring
    y_dots = _dots(ROWS_MM[paper][row]) + centring
    return x_dots * DOT_PT, y_dots * DOT_PT


def edges(paper: PaperName) -> tuple[float, float]:
    """Return the outer edges of the four columns of cells in points."""
    left, right = COLUMNS_MM[paper][0], COLUMNS_MM[paper][-1]
    return _dots(left) * DOT_PT, (_dots(right) + CELL_DOTS) * DOT_PT


def folds(paper: PaperName) -> tuple[tuple[float, float], float]:
    """Return the two heights and the one width at which the paper is folded."""
    size = PAPERS[paper]
    return (size.height_pt / 3, 2 * size.height_pt / 3), size.width_pt / 2
