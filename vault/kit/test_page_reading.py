"""A picture of the test page, measured: codes read, scale, black, dots and lines."""

from cmath import exp
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, pi
from statistics import mean, median
from typing import Final

from vault.kit.pages_paper import PAPERS, PaperName
from vault.kit.plan import Density
from vault.kit.scale import FULL_PERCENT, scanned_dpi
from vault.kit.sheet_grid import DOT_PT, edges
from vault.kit.test_page_grid import (
    PATCH_GAP_MM,
    PATCH_MM,
    Mark,
    Part,
    Patch,
    marks,
    patches,
)
from vault.optics.pictures import Picture
from vault.optics.places import View, seen, view
from vault.optics.qr_read import Found, find_codes
from vault.printing.page import POINTS_PER_INCH, points

_CODES: Final = 8
_GRID: Final = 24  # places looked at across a patch, and down
_INNER: Final = 0.7  # of a patch: its edges run
_LINE_STEPS: Final = 8  # places looked at in one line and its gap
_LINE_ROWS: Final = 12
_SQUARE_WAVE: Final = 2 / pi  # how much of its height a square wave has as a sine
_PALE: Final = 0.4  # of the way to white: a place in black that is no longer black


@dataclass(frozen=True, slots=True)
class Measured:
    """What a picture shows of the test page.

    `read` and `missing` name the sizes of its codes, as often as there are codes;
    `outside` says that a missing one lies beyond the picture's edge. `percent` is the
    scale, None on a photo. Shades are 0 to 255; `grey` is how dark half the dots are, 0
    white and 1 black; `pale` is the part of the black patch that is not black; `lines`
    is how far each width of lines is told apart, 0 not and 1 wholly, from fine to
    coarse.
    """

    paper: PaperName
    read: tuple[Part, ...]
    missing: tuple[Part, ...]
    outside: bool
    module_pixels: float
    percent: float | None
    white: float
    black: float
    grey: float
    pale: float
    lines: tuple[float, ...]


def measured(picture: Picture) -> Measured | None:
    """Measure what is on a picture; None where no code of the test page is read."""
    found = {code.text: code for code in find_codes(picture, _CODES)}
    paper = _paper(found)
    if paper is None:
        return None
    expected = marks(paper)
    through = view(
        [pair for mark in expected for pair in _pairs(mark, found.get(mark.text))]
    )
    missing = [mark for mark in expected if mark.text not in found]
    shades = _Shades(picture, through)
    drawn = patches(paper)
    white, black = shades.white(drawn), median(shades.of(drawn[0]))
    return Measured(
        paper=paper,
        read=tuple(mark.part for mark in expected if mark.text in found),
        missing=tuple(mark.part for mark in missing),
        outside=any(not shades.shows(mark) for mark in missing),
        module_pixels=_pixels_a_point(paper, through) * _MODULE_PT,
        percent=_percent(picture, paper, through),
        white=white,
        black=black,
        grey=_share(mean(shades.of(drawn[1])), white, black),
        pale=_pale(shades.of(drawn[0]), white, black),
        lines=tuple(shades.lines(patch, white - black) for patch in drawn[2:]),
    )


_MODULE_PT: Final = Density.STURDY.module_dots * DOT_PT


def _paper(found: dict[str, Found]) -> PaperName | None:
    """Return the paper that most of the codes name."""
    counts = {
        paper: sum(mark.text in found for mark in marks(paper)) for paper in PAPERS
    }
    best = max(counts, key=lambda paper: counts[paper])
    return best if counts[best] else None


def _pairs(
    mark: Mark, code: Found | None
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Pair the corners of a code on paper with those on the picture."""
    if code is None:
        return []
    return list(zip(_corners(mark), code.corners, strict=True))


def _corners(mark: Mark) -> list[tuple[float, float]]:
    right, bottom = mark.x + mark.side_pt, mark.y + mark.side_pt
    return [(mark.x, mark.y), (right, mark.y), (right, bottom), (mark.x, bottom)]


def _pixels_a_point(paper: PaperName, through: View) -> float:
    """Return how many pixels show a point of the paper, across its middle."""
    (left, right), middle = edges(paper), PAPERS[paper].height_pt / 2
    start, end = seen(through, (left, middle)), seen(through, (right, middle))
    return hypot(end[0] - start[0], end[1] - start[1]) / (right - left)


def _percent(picture: Picture, paper: PaperName, through: View) -> float | None:
    dpi = scanned_dpi(picture.width, picture.height)
    if dpi is None:
        return None
    return FULL_PERCENT * _pixels_a_point(paper, through) * POINTS_PER_INCH / dpi


def _share(shade: float, white: float, black: float) -> float:
    """Return how far a shade is from white to black; 0 where both are one."""
    return (white - shade) / (white - black) if white > black else 0.0


def _pale(shades: Sequence[float], white: float, black: float) -> float:
    limit = black + _PALE * (white - black)
    return sum(shade > limit for shade in shades) / len(shades)


class _Shades:
    """The shades of a picture at places of the paper."""

    def __init__(self, picture: Picture, through: View) -> None:
        self._picture = picture
        self._through = through

    def shows(self, mark: Mark) -> bool:
        """Tell whether a code lies on the picture with all its corners."""
        picture = self._picture
        corners = [seen(self._through, corner) for corner in _corners(mark)]
        return all(
            0 <= x < picture.width and 0 <= y < picture.height for x, y in corners
        )

    def of(self, patch: Patch) -> list[float]:
        """Return shades all over the inner part of a patch."""
        side, edge = points(PATCH_MM) * _INNER, points(PATCH_MM) * (1 - _INNER) / 2
        steps = [edge + side * step / (_GRID - 1) for step in range(_GRID)]
        return [self._at(patch.x + x, patch.y + y) for x in steps for y in steps]

    def white(self, drawn: Sequence[Patch]) -> float:
        """Return the shade of the paper between the patches."""
        side, gap = points(PATCH_MM), points(PATCH_GAP_MM)
        return median(
            self._at(patch.x + side + gap / 2, patch.y + side * step / _GRID)
            for patch in drawn[:-1]
            for step in range(_GRID)
        )

    def lines(self, patch: Patch, contrast: float) -> float:
        """Return how much of its contrast a pattern of lines keeps, 0 to 1.

        The wave of one line and its gap is sought along some rows of the pattern.
        """
        if contrast <= 0:
            return 0.0
        wave = 2 * patch.dots * DOT_PT
        waves = int(points(PATCH_MM) * _INNER / wave)
        edge = points(PATCH_MM) * (1 - _INNER) / 2
        total = waves * _LINE_STEPS
        heights = []
        for row in range(_LINE_ROWS):
            y = patch.y + edge + points(PATCH_MM) * _INNER * row / _LINE_ROWS
            along = (
                self._at(patch.x + edge + wave * step / _LINE_STEPS, y)
                * exp(-2j * pi * step / _LINE_STEPS)
                for step in range(total)
            )
            heights.append(abs(sum(along)) / total)
        return min(mean(heights) / (_SQUARE_WAVE / 2 * contrast), 1.0)

    def _at(self, x: float, y: float) -> float:
        """Return the shade at a place of the paper, between its four pixels."""
        across, down = seen(self._through, (x, y))
        picture = self._picture
        across = min(max(across - 0.5, 0.0), picture.width - 1.001)
        down = min(max(down - 0.5, 0.0), picture.height - 1.001)
        left, top = int(across), int(down)
        across, down = across - left, down - top
        first = top * picture.width + left
        second = first + (picture.width if top + 1 < picture.height else 0)
        beside = 1 if left + 1 < picture.width else 0
        grey = picture.grey
        upper = grey[first] * (1 - across) + grey[first + beside] * across
        lower = grey[second] * (1 - across) + grey[second + beside] * across
        return upper * (1 - down) + lower * down
