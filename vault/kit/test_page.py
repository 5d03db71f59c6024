"""The test page: whether printer, scanner and telephone do for a kit.

Nothing on it is secret. The four corners hold codes as a kit has them, each density at
two opposite ones; a row holds the sizes from finer than any kit to coarser; then a
ruler, a patch of black, one of half the dots, and lines of three widths. Grey is made
of black dots: no printer is asked for grey.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from vault.i18n import translate as _
from vault.kit.pages_column import Column
from vault.kit.pages_paper import BODY, GRID, HEAD, PAPERS, SMALL, PaperName
from vault.kit.plan import Density
from vault.kit.ruler import LENGTH_MM, ruler
from vault.kit.sheet_grid import DOT_PT, DOTS_PER_INCH, code_corner, edges
from vault.optics.qr_write import matrix
from vault.printing.page import (
    MILLIMETRES_PER_INCH,
    Item,
    Modules,
    Page,
    Text,
    points,
)

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
_CORNERS: Final[tuple[tuple[Part, int], ...]] = (
    ("sturdy", 0),
    ("compact", 3),
    ("compact", 20),
    ("sturdy", 23),
)
_ROW: Final[tuple[Part, ...]] = ("fine", "compact", "sturdy", "coarse")
# Below the end of the first row of cells.
_ROW_AT_MM: Final = 9.0
_RULER_AT_MM: Final = 70.0
_PATCHES_AT_MM: Final = 84.0
_STEPS_AT_MM: Final = 108.0
_AIR_MM: Final = 5.0  # between a corner's code and the words beside it


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
    for number, (part, cell) in enumerate(_CORNERS, start=1):
        density = Density.STURDY if part == "sturdy" else Density.COMPACT
        x, y = code_corner(paper, density, cell)
        made.append(Mark(part, _text(paper, number), x, y))
    return [*made, *_row(paper, len(made) + 1)]


def _text(paper: PaperName, number: int) -> str:
    return f"SPARE KEY TEST PAGE {paper.upper()} {number}"


def _row(paper: PaperName, number: int) -> Iterator[Mark]:
    """Spread the sizes over the width, their middles in one line."""
    left, right = edges(paper)
    sides = [Mark(part, "", 0, 0).side_pt for part in _ROW]
    gap = (right - left - sum(sides)) / (len(_ROW) - 1)
    middle = _first_row_end(paper) + points(_ROW_AT_MM) + max(sides) / 2
    x = left
    for place, (part, side) in enumerate(zip(_ROW, sides, strict=True)):
        at = (_on_dot(x), _on_dot(middle - side / 2))
        yield Mark(part, _text(paper, number + place), *at)
        x += side + gap


def patches(paper: PaperName) -> list[Patch]:
    """Return the patches: black, half the dots, and lines from fine to coarse."""
    left, _right = edges(paper)
    y = _on_dot(_first_row_end(paper) + points(_PATCHES_AT_MM))
    step = points(PATCH_MM + PATCH_GAP_MM)
    xs = [_on_dot(left + place * step) for place in range(2 + len(LINE_DOTS))]
    lines = [
        Patch("lines", dots, x, y) for dots, x in zip(LINE_DOTS, xs[2:], strict=True)
    ]
    return [Patch("black", 0, xs[0], y), Patch("grey", GREY_DOTS, xs[1], y), *lines]


def the_test_page(paper: PaperName) -> Page:
    """Return the page for that paper."""
    items = (
        *_codes(paper),
        *_head(paper),
        *_captions(paper),
        *_ruler(paper),
        *_drawn_patches(paper),
        *_steps(paper),
        *_foot(paper),
    )
    size = PAPERS[paper]
    return Page(size.width_pt, size.height_pt, items)


def _first_row_end(paper: PaperName) -> float:
    _x, y = code_corner(paper, Density.STURDY, 0)
    return y + Mark("sturdy", "", 0, 0).side_pt


def _on_dot(at: float) -> float:
    return round(at / DOT_PT) * DOT_PT


def _codes(paper: PaperName) -> Iterator[Item]:
    for mark in marks(paper):
        drawn = matrix(mark.text, VERSIONS[mark.part])
        yield Modules(mark.x, mark.y, MODULE_DOTS[mark.part] * DOT_PT, drawn)


def _between(paper: PaperName, cell: int) -> Column:
    """Return a column between the codes of the left and the right corner."""
    side = Mark("sturdy", "", 0, 0).side_pt
    left, top = code_corner(paper, Density.STURDY, cell)
    right, _top = code_corner(paper, Density.STURDY, cell + 3)
    x = left + side + points(_AIR_MM)
    return Column(x, top, right - points(_AIR_MM) - x)


def _head(paper: PaperName) -> list[Item]:
    column = _between(paper, 0)
    column.line(_("Spare Key: try your printer"), HEAD, "bold")
    column.skip(4)
    column.paragraph(
        _(
            "This page shows whether your printer, with your scanner or telephone, "
            "does for a recovery kit. Nothing on it is secret."
        )
    )
    return column.items


def _captions(paper: PaperName) -> Iterator[Item]:
    row = marks(paper)[len(_CORNERS) :]
    y = _first_row_end(paper) + points(_ROW_AT_MM) + row[-1].side_pt + points(7)
    called = {
        "fine": _("finer"),
        "compact": _("compact"),
        "sturdy": _("sturdy"),
        "coarse": _("coarser"),
    }
    for mark in row:
        size = _size_words(MODULE_DOTS[mark.part])
        words = _("{name}, {size}").format(name=called[mark.part], size=size)
        yield Text(mark.x + mark.side_pt / 2, y, SMALL, words, "regular", "center")


def _ruler(paper: PaperName) -> Iterator[Item]:
    left, right = edges(paper)
    y = _first_row_end(paper) + points(_RULER_AT_MM)
    yield from ruler(left, y)
    x = left + points(LENGTH_MM) + points(_AIR_MM)
    note = Column(x, y - 20, right - x)
    words = _(
        "This line must measure 100 mm. If it does not, the printer scaled the page: "
        "print at full size, with “fit to page” off."
    )
    note.paragraph(words, SMALL)
    yield from note.items


def _drawn_patches(paper: PaperName) -> Iterator[Item]:
    lines = [_size_words(dots) for dots in LINE_DOTS]
    side = points(PATCH_MM)
    drawn = patches(paper)
    for patch, words in zip(drawn, [_("black"), _("half"), *lines], strict=True):
        yield _drawn(patch)
        at = (patch.x + side / 2, patch.y + side + 12)
        yield Text(*at, SMALL, words, "regular", "center")
    x = edges(paper)[0] + points(LENGTH_MM) + points(_AIR_MM)
    note = Column(x, drawn[0].y - 4, edges(paper)[1] - x)
    words = _(
        "Black must be deep and even. The lines on the right must be told apart; on "
        "the left they may run together."
    )
    note.paragraph(words, SMALL)
    yield from note.items


def _size_words(dots: int) -> str:
    millimetres = dots / DOTS_PER_INCH * MILLIMETRES_PER_INCH
    return _("{size} mm").format(size=f"{millimetres:.2f}")


def _drawn(patch: Patch) -> Modules:
    """Draw black, a board of squares, or upright lines as wide as their gaps."""
    dots = patch.dots or LINE_DOTS[-1]
    count = round(points(PATCH_MM) / (dots * DOT_PT))
    across = range(count)
    rows = tuple(tuple(_is_black(patch, x, y) for x in across) for y in across)
    return Modules(patch.x, patch.y, dots * DOT_PT, rows)


def _is_black(patch: Patch, x: int, y: int) -> bool:
    if patch.kind == "black":
        return True
    return (x + y if patch.kind == "grey" else x) % 2 == 0


def _steps(paper: PaperName) -> list[Item]:
    left, right = edges(paper)
    top = _first_row_end(paper) + points(_STEPS_AT_MM)
    column = Column(left, top, right - left)
    column.line(_("What to do with it"), BODY, "bold")
    steps = (
        _("Look: all lines sharp, black even, nothing cut off at the edges?"),
        _(
            "Scan the whole page at 300 dpi, or photograph it: flat, in good light, "
            "all four corners in the picture."
        ),
        _(
            "Show the picture to Spare Key, where it asked you to print this page; or "
            "type: sparekey kit test-page --read PICTURE"
        ),
    )
    column.numbered(steps, BODY, 2 * GRID, GRID)
    return column.items


def _foot(paper: PaperName) -> list[Item]:
    column = _between(paper, 20)
    column.skip(GRID)
    column.paragraph(
        _(
            "It says which sheets will do, sturdy or compact, at which scale it was "
            "printed, and what to change. Then this page may go into the bin."
        )
    )
    return column.items
