"""Where the codes and patches of the test page stand, and what its codes say.

Four corners as a sheet has them, each density at two opposite ones; a row of sizes from
finer than any kit to coarser; patches below. All of it on dots of 1/600 inch.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from vault.kit.pages_paper import PaperName
from vault.kit.plan import Density
from vault.kit.sheet_grid import DOT_PT, code_corner, edges
from vault.printing.page import points

PREFIX: Final = "SPARE KEY TEST PAGE"
Part = Literal["sturdy", "compact", "fine", "coarse"]

VERSIONS: Final[Mapping[Part, int]] = {
    "sturdy": Density.STURDY.version,
    "compact": Density.COMPACT.version,
    "fine": Density.STURDY.version,
    "coarse": Density.STURDY.version,
}
MODULE_DOTS: Final[Mapping[Part, int]] = {
    "sturdy": Density.STURDY.module_dots,
    "compact": Density.COMPACT.module_dots,
    "fine": 8,  # 0.339 mm: read as well, there is a reserve
    "coarse": 14,  # 0.593 mm: not even this read, the picture is at fault
}
LINE_DOTS: Final = (4, 6, 10)  # 0.17, 0.25 and 0.42 mm: the last is a compact module
PATCH_MM: Final = 14.0
PATCH_GAP_MM: Final = 7.5  # five of them end with the ruler
GREY_DOTS: Final = 6
CORNERS: Final[tuple[tuple[Part, int], ...]] = (
    ("sturdy", 0),
    ("compact", 3),
    ("compact", 20),
    ("sturdy", 23),
)
_ROW: Final[tuple[Part, ...]] = ("fine", "compact", "sturdy", "coarse")
# Below the end of the first row of cells.
ROW_AT_MM: Final = 9.0
PATCHES_AT_MM: Final = 84.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A code of the test page: which size it tries, its text and where it stands."""

    part: Part
    text: str
    x: float
    y: float

    @property
    def side_pt(self) -> float:
        """Its side without the quiet zone."""
        modules = 17 + 4 * VERSIONS[self.part]
        return modules * MODULE_DOTS[self.part] * DOT_PT


@dataclass(frozen=True, slots=True)
class Patch:
    """A square of black, of dots or of lines `dots` wide; 0 for black all over."""

    kind: Literal["black", "grey", "lines"]
    dots: int
    x: float
    y: float


def marks(paper: PaperName) -> list[Mark]:
    """Return the eight codes of the page for that paper, corners first."""
    made = []
    for number, (part, cell) in enumerate(CORNERS, start=1):
        density = Density.STURDY if part == "sturdy" else Density.COMPACT
        x, y = code_corner(paper, density, cell)
        made.append(Mark(part, _text(paper, number), x, y))
    return [*made, *_row(paper, len(made) + 1)]


def _text(paper: PaperName, number: int) -> str:
    return f"{PREFIX} {paper.upper()} {number}"


def _row(paper: PaperName, number: int) -> Iterator[Mark]:
    """Spread the sizes over the width, their middles in one line."""
    left, right = edges(paper)
    sides = [Mark(part, "", 0, 0).side_pt for part in _ROW]
    gap = (right - left - sum(sides)) / (len(_ROW) - 1)
    middle = first_row_end(paper) + points(ROW_AT_MM) + max(sides) / 2
    x = left
    for place, (part, side) in enumerate(zip(_ROW, sides, strict=True)):
        at = (_on_dot(x), _on_dot(middle - side / 2))
        yield Mark(part, _text(paper, number + place), *at)
        x += side + gap


def patches(paper: PaperName) -> list[Patch]:
    """Return the patches: black, half the dots, and lines from fine to coarse."""
    left, _right = edges(paper)
    y = _on_dot(first_row_end(paper) + points(PATCHES_AT_MM))
    step = points(PATCH_MM + PATCH_GAP_MM)
    xs = [_on_dot(left + place * step) for place in range(2 + len(LINE_DOTS))]
    lines = [
        Patch("lines", dots, x, y) for dots, x in zip(LINE_DOTS, xs[2:], strict=True)
    ]
    return [Patch("black", 0, xs[0], y), Patch("grey", GREY_DOTS, xs[1], y), *lines]


def first_row_end(paper: PaperName) -> float:
    """Return where the first row of a sheet's codes ends, in points."""
    _x, y = code_corner(paper, Density.STURDY, 0)
    return y + Mark("sturdy", "", 0, 0).side_pt


def _on_dot(at: float) -> float:
    return round(at / DOT_PT) * DOT_PT
