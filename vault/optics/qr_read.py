"""QR codes read, in several passes over one picture; the only file that knows zxingcpp.

A code that one pass misses is a detector miss, not damage, more often than not: on
damaged sheets x1.5 found 26 more codes, x2 18, the global threshold 5, a blur 2. So
the passes go from the cheapest to the dearest, and what they find is united.
"""

from dataclasses import dataclass
from typing import Final

import zxingcpp

from vault.limits import PICTURE_PIXELS
from vault.optics.pictures import Picture

_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_LOCAL: Final = zxingcpp.Binarizer.LocalAverage
_GLOBAL: Final = zxingcpp.Binarizer.GlobalHistogram


@dataclass(frozen=True)
class Pass:
    """One look at the picture: its size, its blur and the threshold taken."""

    scale: float
    blur_pixels: float
    binarizer: zxingcpp.Binarizer


PASSES: Final = (
    Pass(1, 0, _LOCAL),
    Pass(1, 0, _GLOBAL),
    Pass(1.5, 0, _LOCAL),
    Pass(2, 0, _LOCAL),
    Pass(1, 1.2, _LOCAL),
    Pass(1.5, 1.5, _LOCAL),
)


def read_codes(
    picture: Picture, expected: int | None = None, passes: int = len(PASSES)
) -> list[str]:
    """Return the different texts of the QR codes on `picture`, in the order found.

    Stops as soon as `expected` texts are found, or after `passes` looks. An enlarged
    look is left out where it would exceed the pixel limit.
    """
    found: dict[str, None] = {}
    for look in PASSES[:passes]:
        pixels = picture.width * picture.height * look.scale**2
        if pixels > PICTURE_PIXELS:
            continue
        found |= dict.fromkeys(_texts(_prepared(picture, look), look.binarizer))
        if expected is not None and len(found) >= expected:
            break
    return list(found)


def _prepared(picture: Picture, look: Pass) -> Picture:
    if look.scale != 1:
        picture = picture.scaled(look.scale)
    return picture.blurred(look.blur_pixels) if look.blur_pixels else picture


def _texts(picture: Picture, binarizer: zxingcpp.Binarizer) -> list[str]:
    grey = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    codes = zxingcpp.read_barcodes(
        grey,
        formats=_QR,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
    )
    return [code.text for code in codes]
