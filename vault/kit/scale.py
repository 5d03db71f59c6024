"""At which scale a page was printed, seen on a scan of it.

A scan shows the whole glass of the scanner: its pixels tell its resolution. A photo
tells nothing of the kind; there the ruler must be measured by hand.
"""

from math import hypot
from typing import Final

from vault.errors import Malformed
from vault.kit.frames import parse_frame
from vault.kit.sheet_grid import DOTS_PER_INCH, side_dots
from vault.optics.pictures import Picture
from vault.optics.qr_read import find_one

DPIS: Final = (100, 150, 200, 240, 300, 400, 600, 1200)  # what scanners offer
# Inches: A4 and Letter across; Letter, A4 and its glass, Legal down.
WIDTHS: Final = (8.27, 8.5)
HEIGHTS: Final = (11.0, 11.69, 14.0)
NEAR: Final = 0.006  # scanners round to whole bytes and cut a hair
FULL_PERCENT: Final = 100.0
# Paper shrinks in the heat of a printer, and an app cuts a page's edges a little off.
TRUE_WITHIN_PERCENT: Final = 1.5


def scanned_dpi(width: int, height: int) -> int | None:
    """Return the resolution of a scan that many pixels large; None for a photo."""
    short, long = sorted((width, height))
    for dpi in DPIS:
        across = any(abs(short / dpi / side - 1) < NEAR for side in WIDTHS)
        down = any(abs(long / dpi / side - 1) < NEAR for side in HEIGHTS)
        if across and down:
            return dpi
    return None


def sheet_percent(picture: Picture) -> float | None:
    """Return the scale of a sheet, by the side of the first code met on it.

    None on a photo, and where that code is none of a kit.
    """
    dpi = scanned_dpi(picture.width, picture.height)
    code = find_one(picture) if dpi is not None else None
    if dpi is None or code is None:
        return None
    try:
        density = parse_frame(code.text).density
    except Malformed:
        return None
    (left, top), (right, upper), *_lower = code.corners
    side = hypot(right - left, upper - top) / dpi * DOTS_PER_INCH
    return FULL_PERCENT * side / side_dots(density)


def is_scaled(percent: float | None) -> bool:
    """Tell whether a page was printed larger or smaller than it was laid out."""
    return percent is not None and abs(percent - FULL_PERCENT) > TRUE_WITHIN_PERCENT
