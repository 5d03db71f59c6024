"""A code read where it must lie, though what readers look for is hidden or bent.

The piece of the picture is set straight, the corner patterns are sought in it, every
module is judged by what is around it, and the patterns that every code of its version
has are put back. A wrong reading is no danger: the code's own correction refuses it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vault.optics.pictures import Picture
from vault.optics.places import Pair, Point, seen, view
from vault.optics.qr_modules import Place, alignments, finders, fixed, side_of
from vault.optics.qr_read import read_square
from vault.optics.retouch import (
    around,
    darkened,
    evened,
    lightened,
    median,
    shrunk,
    straightened,
)

SCALE: Final = 4  # pixels a module of the piece that is set straight
MARGIN: Final = 7  # modules around it: the place is known that well
_REACH: Final = 6  # modules by which a pattern may lie elsewhere
_DRAWN: Final = 3  # pixels a module of what is drawn to be read
_QUIET: Final = 4
_SURE: Final = 0.45  # of the contrast: a pattern found less clearly is not believed
_FLAT: Final = 20  # shades between darkest and lightest: nothing is printed there
_AROUND: Final = (3.0, 8.0)  # modules; radii within which dark is told from light


@dataclass(frozen=True)
class _Piece:
    """A straightened piece and where its modules lie: module places to pixels."""

    picture: Picture
    version: int
    through: tuple[float, ...]

    def at(self, x: float, y: float) -> Point:
        """Return the pixel that shows the middle of a module."""
        return seen(self.through, (x + 0.5, y + 0.5))


def read_at(picture: Picture, corners: Sequence[Point], version: int) -> Iterator[str]:
    """Yield what might be the text of the code between `corners`, the likeliest first.

    The corners are those of the code without its quiet zone, clockwise from its upper
    left one. At most a score of looks at one small piece.
    """
    side = side_of(version)
    piece = straightened(picture, _widened(corners, side), (side + 2 * MARGIN) * SCALE)
    yield from _seen_as_it_is(piece)
    for look in (piece, evened(piece, 5 * SCALE), darkened(piece, 3)):
        yield from _put_back(_found_in(look, version))


def _seen_as_it_is(piece: Picture) -> Iterator[str]:
    looks: tuple[Callable[[], Picture], ...] = (
        lambda: piece,
        lambda: evened(piece, 4 * SCALE),
        lambda: piece.blurred(1.2),
        lambda: piece.sharpened(3),
        lambda: median(piece, 3),
        lambda: darkened(piece, 3),
        lambda: lightened(piece, 3),
    )
    for look in looks:
        text = read_square(look())
        if text:
            yield text


def _widened(corners: Sequence[Point], side: int) -> list[Point]:
    """Return the corners of the code with its margin, in the same slant."""
    far = float(side)
    square = ((0.0, 0.0), (far, 0.0), (far, far), (0.0, far))
    through = view(tuple(zip(square, corners, strict=True)))
    low, high = -float(MARGIN), far + MARGIN
    return [
        seen(through, p) for p in ((low, low), (high, low), (high, high), (low, high))
    ]


def _found_in(picture: Picture, version: int) -> _Piece:
    """Seek the patterns of the four corners; believe those that are clear."""
    pairs: list[Pair] = []
    moves: dict[Place, Point] = {}
    places = (*finders(version), _last_alignment(version))
    for place in places:
        move = _sought(picture, version, place)
        if move is not None:
            moves[place] = move
    mean_x = sum(x for x, _ in moves.values()) / max(len(moves), 1)
    mean_y = sum(y for _, y in moves.values()) / max(len(moves), 1)
    for place in places:
        dx, dy = moves.get(place, (mean_x, mean_y))
        x, y = place[0] + 0.5, place[1] + 0.5
        shown = ((x + MARGIN) * SCALE + dx, (y + MARGIN) * SCALE + dy)
        pairs.append(((x, y), shown))
    return _Piece(picture, version, view(pairs))


def _last_alignment(version: int) -> Place:
    return max(alignments(version))


def _sought(picture: Picture, version: int, place: Place) -> Point | None:
    """Return by how many pixels a pattern lies off its place, or None."""
    pattern = _pattern(version, place)
    coarse = range(-_REACH * SCALE, _REACH * SCALE + 1, SCALE // 2)
    best = max(
        (_likeness(picture, pattern, dx, dy), dx, dy) for dx in coarse for dy in coarse
    )
    _, near_x, near_y = best
    fine = (-1, 0, 1)
    clear, dx, dy = max(
        (
            _likeness(picture, pattern, near_x + ax, near_y + ay),
            near_x + ax,
            near_y + ay,
        )
        for ax in fine
        for ay in fine
    )
    return (dx, dy) if clear >= _SURE else None


def _pattern(version: int, place: Place) -> list[tuple[int, int, int]]:
    """Return the pattern around a place: pixels of its modules, 1 white or -1 black."""
    reach = 4 if place in finders(version) else 2
    modules = fixed(version)
    pattern = []
    for x in range(place[0] - reach, place[0] + reach + 1):
        for y in range(place[1] - reach, place[1] + reach + 1):
            if (x, y) in modules:
                middle = SCALE // 2
                pixel = ((x + MARGIN) * SCALE + middle, (y + MARGIN) * SCALE + middle)
                pattern.append((*pixel, -1 if modules[x, y] else 1))
    return pattern


def _likeness(
    picture: Picture, pattern: list[tuple[int, int, int]], dx: int, dy: int
) -> float:
    """Return how far white and black are apart, of the whole range that is there."""
    grey, width, height = picture.grey, picture.width, picture.height
    white = black = whites = 0
    lightest, darkest = 0, 255
    for x, y, sign in pattern:
        at_x, at_y = x + dx, y + dy
        if not (0 <= at_x < width and 0 <= at_y < height):
            continue
        shade = grey[at_y * width + at_x]
        lightest, darkest = max(lightest, shade), min(darkest, shade)
        if sign > 0:
            white += shade
            whites += 1
        else:
            black += shade
    blacks = len(pattern) - whites
    if not whites or not blacks or lightest - darkest < _FLAT:
        return 0.0
    return (white / whites - black / blacks) / (lightest - darkest)


def _put_back(piece: _Piece) -> Iterator[str]:
    """Judge every module, put the fixed ones back, and read what is drawn of it."""
    side = side_of(piece.version)
    corners = [
        seen(piece.through, corner)
        for corner in ((0, 0), (side, 0), (side, side), (0, side))
    ]
    exact = straightened(piece.picture, corners, side * SCALE).blurred(1)
    modules = shrunk(exact, side, side)
    for radius in _AROUND:
        mean = around(modules, radius)
        pairs = zip(modules.grey, mean, strict=True)
        text = read_square(
            _drawn([one < two for one, two in pairs], piece.version), pure=True
        )
        if text:
            yield text


def _drawn(black: list[bool], version: int) -> Picture:
    """Return the code as a printer would draw it, its fixed modules as they must be."""
    side = side_of(version)
    for (x, y), is_black in fixed(version).items():
        black[y * side + x] = is_black
    air = b"\xff" * (_QUIET * _DRAWN)
    width = (side + 2 * _QUIET) * _DRAWN
    blank = b"\xff" * (width * _QUIET * _DRAWN)
    rows = []
    for y in range(side):
        shades = (b"\0" if one else b"\xff" for one in black[y * side : (y + 1) * side])
        rows.append((air + b"".join(shade * _DRAWN for shade in shades) + air) * _DRAWN)
    return Picture(blank + b"".join(rows) + blank, width, width)
