"""The test page: whether printer, scanner and telephone do for a kit.

Nothing on it is secret. The four corners hold codes as a kit has them, each density at
two opposite ones; a row holds the sizes from finer than any kit to coarser; then a
ruler, a patch of black, one of half the dots, and lines of three widths. Grey is made
of black dots: no printer is asked for grey.
"""

from collections.abc import Iterator
from typing import Final

from vault.i18n import translate as _
from vault.kit.pages_column import Column
from vault.kit.pages_paper import BODY, GRID, HEAD, PAPERS, SMALL, PaperName
from vault.kit.plan import Density
from vault.kit.ruler import LENGTH_MM, ruler
from vault.kit.sheet_grid import DOT_PT, DOTS_PER_INCH, code_corner, edges
from vault.kit.test_page_grid import (
    CORNERS,
    LINE_DOTS,
    MODULE_DOTS,
    PATCH_MM,
    ROW_AT_MM,
    VERSIONS,
    Mark,
    Patch,
    first_row_end,
    marks,
    patches,
)
from vault.optics.qr_write import matrix
from vault.printing.page import (
    MILLIMETRES_PER_INCH,
    Item,
    Modules,
    Page,
    Text,
    points,
)

# Below the end of the first row of cells.
_RULER_AT_MM: Final = 70.0
_STEPS_AT_MM: Final = 108.0
_AIR_MM: Final = 5.0  # between a corner's code and the words beside it


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
    row = marks(paper)[len(CORNERS) :]
    y = first_row_end(paper) + points(ROW_AT_MM) + row[-1].side_pt + points(7)
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
    y = first_row_end(paper) + points(_RULER_AT_MM)
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
    top = first_row_end(paper) + points(_STEPS_AT_MM)
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
