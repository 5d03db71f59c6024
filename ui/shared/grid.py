"""The measures that every page keeps: an 8-pixel grid, one type scale, one column.

All are device-independent pixels at 100 % text; `Metrics.of` scales what holds text.
"""

from dataclasses import dataclass
from typing import Final

UNIT: Final = 8  # every margin, gap and fixed size is a whole number of these
GAP: Final = UNIT
SECTION: Final = 3 * UNIT
MARGIN: Final = 4 * UNIT
COLUMN: Final = 90 * UNIT  # a line of text that is still easily read, about 75 letters
WIDE_COLUMN: Final = 120 * UNIT
RAIL: Final = 24 * UNIT
NARROW: Final = 900  # below this width, list and detail stack (WINDOW)
TARGET: Final = 40  # the least height of what is clicked; WINDOW asks for 24
TEXT_SCALES: Final = (100, 125, 150, 200)  # per cent


@dataclass(frozen=True)
class Metrics:
    """Sizes in pixels at one text scale."""

    small: int
    body: int
    heading: int
    title: int
    code: int
    target: int
    icon: int

    @classmethod
    def of(cls, percent: int) -> "Metrics":
        """Return the sizes at a text scale in per cent."""
        scaled = [round(n * percent / 100) for n in (13, 15, 18, 26, 20, TARGET, 20)]
        return cls(*scaled)
