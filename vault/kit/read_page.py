"""The codes of one picture of sheets: found, or read where the sheet must have them.

Whoever knows some codes of a sheet knows where its others lie: a clean page ends with
the first look, a hurt one is looked at some times more, then cell by cell. The work is
bounded by counts: looks, sheets in one picture, pieces, and looks at a piece.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import hypot, sqrt
from typing import Final

from vault.errors import Malformed
from vault.kit.frames import Frame, parse_frame
from vault.kit.pages_paper import PAPERS, PaperName
from vault.kit.plan import Density
from vault.kit.sheet_grid import DOT_PT, code_corner, side_dots
from vault.limits import CODES_A_SHEET
from vault.optics.pictures import Picture
from vault.optics.places import Pair, Point, View, misfit, seen, view
from vault.optics.qr_mend import read_at
from vault.optics.qr_read import LATER_PASSES, PASSES, Pass, find_in_look

# What is hurt is looked at no finer than 400 dpi: filters take time by the pixel.
LATER_PIXELS: Final = 16_000_000
SHEETS_A_PICTURE: Final = 4  # more are read as they are found, not cell by cell
CELLS_A_PICTURE: Final = 48  # each takes a sixth of a second where nothing is there
_MISFIT: Final = 0.15  # of a code's side: a grid that fits worse is somebody else's
_NEAR_PT: Final = 90.0  # codes nearer than that say most about a bent sheet

Cells = dict[int, tuple[Point, ...]]  # the corners of the codes found, by cell


class Reader:
    """What was found on one picture so far."""

    def __init__(self, picture: Picture) -> None:
        """Nothing looked at yet."""
        self._picture = picture
        self.texts: dict[str, None] = {}
        self._sheets: dict[tuple[bytes, int, Density], Cells] = defaultdict(dict)

    def look(self, looks: Iterable[Pass]) -> bool:
        """Look again and again; True as soon as all is there."""
        for look in looks:
            for one in find_in_look(self._picture, look):
                if one.text not in self.texts:
                    self._take(one.text, one.corners)
            if self.whole():
                return True
        return False

    def coarsen(self) -> None:
        """Go on with fewer pixels where there are very many."""
        pixels = self._picture.width * self._picture.height
        if pixels <= LATER_PIXELS:
            return
        factor = sqrt(LATER_PIXELS / pixels)
        self._picture = self._picture.scaled(factor)
        for cells in self._sheets.values():
            for cell, corners in cells.items():
                cells[cell] = tuple((x * factor, y * factor) for x, y in corners)

    def whole(self) -> bool:
        """Tell whether every sheet that shows a code shows all of them."""
        sheets = self._sheets.values()
        return bool(sheets) and all(len(cells) == CODES_A_SHEET for cells in sheets)

    def by_cells(self) -> None:
        """Look for what is missing where it must be."""
        lacking = [
            (key, cells)
            for key, cells in self._sheets.items()
            if len(cells) < CODES_A_SHEET
        ]
        left = CELLS_A_PICTURE
        for key, cells in lacking[:SHEETS_A_PICTURE]:
            grid = _grid(cells, key[2])
            if grid is None:
                continue
            missing = [cell for cell in range(CODES_A_SHEET) if cell not in cells]
            for cell in missing[:left]:
                self._mend(key, cell, grid)
            left = max(left - len(missing), 0)

    def _mend(self, key: tuple[bytes, int, Density], cell: int, grid: "_Grid") -> None:
        """Take the code of a cell, if one of the looks at its place gives it."""
        corners = grid.corners(cell, self._sheets[key])
        if corners is None:
            return
        for text in read_at(self._picture, corners, key[2].version):
            frame = _frame(text)
            if frame is not None and _key(frame) == key:
                self._take(text, corners)
                return

    def _take(self, text: str, corners: tuple[Point, ...]) -> None:
        self.texts[text] = None
        frame = _frame(text)
        if frame is not None:
            self._sheets[_key(frame)][frame.cell] = corners


class _Grid:
    """Where the codes of a density stand on a paper, seen in a picture."""

    def __init__(self, paper: PaperName, density: Density, *, mirrored: bool) -> None:
        self._paper = paper
        self._density = density
        self._mirrored = mirrored

    def pairs(self, cell: int, corners: tuple[Point, ...]) -> list[Pair]:
        """Return where the corners of a code stand and where they are seen."""
        a, b, c, d = corners
        shown = (a, d, c, b) if self._mirrored else (a, b, c, d)
        return list(zip(self._places(cell), shown, strict=True))

    def corners(self, cell: int, cells: Cells) -> tuple[Point, ...] | None:
        """Return where a code must be seen, by its neighbours more than by others."""
        pairs: list[Pair] = []
        weights: list[float] = []
        middle_x, middle_y = self._places(cell)[0]
        for other, corners in cells.items():
            x, y = self._places(other)[0]
            near = _NEAR_PT / (_NEAR_PT + hypot(x - middle_x, y - middle_y))
            pairs += self.pairs(other, corners)
            weights += [near**4] * 4
        through = _fitted(pairs, weights)
        if through is None:
            return None
        return tuple(seen(through, place) for place in self._places(cell))

    def error(self, cells: Cells) -> float:
        """Return how badly the grid fits, as a part of a code's side."""
        pairs = [pair for cell, at in cells.items() for pair in self.pairs(cell, at)]
        through = _fitted(pairs, [1.0] * len(pairs))
        if through is None:
            return float("inf")
        sides = [hypot(b[0] - a[0], b[1] - a[1]) for a, b, *_ in cells.values()]
        return misfit(through, pairs) / max(sum(sides) / len(sides), 1)

    def _places(self, cell: int) -> tuple[Point, ...]:
        """Return the corners of a code in points, clockwise."""
        x, y = code_corner(self._paper, self._density, cell)
        side = side_dots(self._density) * DOT_PT
        return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def read_page(picture: Picture) -> tuple[str, ...]:
    """Return the different texts of the codes on a picture, in the order found."""
    reader = Reader(picture)
    if not reader.look(PASSES):
        reader.coarsen()
        if not reader.look(LATER_PASSES):
            reader.by_cells()
    return tuple(reader.texts)


def _grid(cells: Cells, density: Density) -> _Grid | None:
    """Return the grid that fits the codes found, or None where none does."""
    tried = [
        _Grid(paper, density, mirrored=mirrored)
        for mirrored in (False, True)
        for paper in PAPERS
    ]
    best = min(tried, key=lambda grid: grid.error(cells))
    return best if best.error(cells) <= _MISFIT else None


def _fitted(pairs: list[Pair], weights: list[float]) -> View | None:
    try:
        return view(pairs, weights)
    except ValueError:
        return None


def _key(frame: Frame) -> tuple[bytes, int, Density]:
    return frame.kit, frame.sheet, frame.density


def _frame(text: str) -> Frame | None:
    try:
        return parse_frame(text)
    except Malformed:
        return None
