"""The modules of a QR code that are the same in every code of its version.

A mark over a corner hides the patterns by which readers find a code; where its place is
known from its neighbours, they are put back (ISO/IEC 18004, figures 4 and 7, annex E).
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

Place = tuple[int, int]  # column, row

FINDER: Final = 7
_ALIGNMENT_REACH: Final = 2
_TIMING: Final = 6  # the row and the column


@cache
def fixed(version: int) -> dict[Place, bool]:
    """Return the modules of finders, timing and alignment patterns; True is black."""
    side = side_of(version)
    modules: dict[Place, bool] = {}
    for along in range(side):
        black = along % 2 == 0
        modules[along, _TIMING] = black
        modules[_TIMING, along] = black
    for middle in alignments(version):
        modules |= _square(middle, _ALIGNMENT_REACH)
    for middle in finders(version):
        for place, black in _square(middle, FINDER // 2 + 1).items():
            if all(0 <= one < side for one in place):
                modules[place] = black
    modules[8, side - 8] = True
    return modules


def side_of(version: int) -> int:
    """Return the modules along a side."""
    return 17 + 4 * version


def finders(version: int) -> tuple[Place, Place, Place]:
    """Return the middles of the three finder patterns."""
    near, far = FINDER // 2, side_of(version) - 1 - FINDER // 2
    return (near, near), (far, near), (near, far)


def alignments(version: int) -> Iterator[Place]:
    """Yield the middles of the alignment patterns; version 1 has none."""
    lines = _lines(version)
    corners = {(lines[0], lines[0]), (lines[0], lines[-1]), (lines[-1], lines[0])}
    for x in lines:
        for y in lines:
            if (x, y) not in corners:
                yield x, y


def _lines(version: int) -> list[int]:
    """Return rows and columns of alignment patterns; true for 7 to 31 but 32's own."""
    gaps = version // 7 + 1
    first, last = _TIMING, side_of(version) - 7
    step = -(-(last - first) // gaps)
    step += step % 2
    return [first, *(last - step * left for left in reversed(range(gaps)))]


def _square(middle: Place, reach: int) -> dict[Place, bool]:
    """Return nested squares around a black middle, the outermost by `reach`."""
    rings = {}
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            ring = max(abs(dx), abs(dy))
            black = ring in {0, 2} if reach == _ALIGNMENT_REACH else ring in {0, 1, 3}
            rings[middle[0] + dx, middle[1] + dy] = black
    return rings
