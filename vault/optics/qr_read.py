"""QR codes read, in several passes over one picture; the only file that knows zxingcpp.

A code that one pass misses is a detector miss, not damage, more often than not, so the
passes go from the cheapest to the dearest and what they find is united. On damaged
sheets x1.5 found 26 more codes, x2 18, the global threshold 5, a blur 2; sharpening
found 24 of 24 on sheets blurred by half a module, where all others together found none.
"""

from dataclasses import dataclass
from typing import Final

import zxingcpp

from vault.limits import PICTURE_PIXELS
from vault.optics.pictures import Picture
from vault.optics.retouch import darkened, evened, median

_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_LOCAL: Final = zxingcpp.Binarizer.LocalAverage
_GLOBAL: Final = zxingcpp.Binarizer.GlobalHistogram


@dataclass(frozen=True)
class Pass:
    """One look at the picture: its size, its filters and the threshold taken."""

    scale: float = 1
    sharpen_modules: float = 0
    blur_pixels: float = 0
    binarizer: zxingcpp.Binarizer = _LOCAL
    even_modules: float = 0  # the radius over which light is evened out
    median_pixels: int = 0
    darken_pixels: int = 0


PASSES: Final = (
    Pass(),
    Pass(sharpen_modules=0.8),
    Pass(scale=1.5),
    Pass(binarizer=_GLOBAL),
    Pass(scale=2),
    Pass(blur_pixels=1.2),
    Pass(scale=1.5, sharpen_modules=0.8),
)
# For pages that are still not whole; of no use where PASSES found all.
LATER_PASSES: Final = (
    Pass(even_modules=6),
    Pass(darken_pixels=3),
    Pass(median_pixels=3),
    Pass(scale=0.5),
    Pass(blur_pixels=2.2),
    Pass(even_modules=3, median_pixels=3),
)
# A filter's radius follows from the size of a module, and that from the picture, which
# shows a page: the 210 mm of A4 are 413 modules of 0.508 mm.
MODULES_A_PAGE: Final = 413


@dataclass(frozen=True)
class Found:
    """One code: its text, and its corners in pixels of the picture as it was given.

    From the upper left one clockwise, as the code was printed.
    """

    text: str
    corners: tuple[tuple[float, float], ...]


def find_codes(picture: Picture, expected: int | None = None) -> list[Found]:
    """Return the QR codes on `picture` with their places, as `read_codes` finds them.

    Of a code that several looks find the first counts.
    """
    found: dict[str, Found] = {}
    for look in PASSES:
        if picture.width * picture.height * look.scale**2 > PICTURE_PIXELS:
            continue
        for code in _barcodes(_prepared(picture, look), look.binarizer):
            found.setdefault(code.text, _found(code, look.scale))
        if expected is not None and len(found) >= expected:
            break
    return list(found.values())


def find_one(picture: Picture) -> Found | None:
    """Return the first QR code met in one quick look, if any."""
    grey = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    code = zxingcpp.read_barcode(grey, formats=_QR, text_mode=zxingcpp.TextMode.Plain)
    return _found(code, 1) if code is not None else None


def _found(code: zxingcpp.Barcode, scale: float) -> Found:
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return Found(code.text, tuple((p.x / scale, p.y / scale) for p in corners))


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


def find_in_look(picture: Picture, look: Pass) -> list[Found]:
    """Return what one look finds; nothing where it would exceed the pixel limit."""
    if picture.width * picture.height * look.scale**2 > PICTURE_PIXELS:
        return []
    codes = _barcodes(_prepared(picture, look), look.binarizer)
    return [_found(code, look.scale) for code in codes]


def read_square(picture: Picture, *, pure: bool = False) -> str:
    """Return the text of the one code that a small picture shows, or "".

    With `pure` the picture is drawn, not seen: modules of whole pixels, upright.
    """
    for binarizer in (_LOCAL, _GLOBAL)[: 1 if pure else 2]:
        codes = _barcodes(picture, binarizer, pure=pure)
        if codes:
            return str(codes[0].text)
    return ""


def _prepared(picture: Picture, look: Pass) -> Picture:
    if look.even_modules:
        module_pixels = min(picture.width, picture.height) / MODULES_A_PAGE
        picture = evened(picture, look.even_modules * module_pixels)
    if look.median_pixels:
        picture = median(picture, look.median_pixels)
    if look.darken_pixels:
        picture = darkened(picture, look.darken_pixels)
    if look.scale != 1:
        picture = picture.scaled(look.scale)
    if look.sharpen_modules:
        module_pixels = min(picture.width, picture.height) / MODULES_A_PAGE
        picture = picture.sharpened(look.sharpen_modules * module_pixels)
    return picture.blurred(look.blur_pixels) if look.blur_pixels else picture


def _texts(picture: Picture, binarizer: zxingcpp.Binarizer) -> list[str]:
    return [code.text for code in _barcodes(picture, binarizer)]


def _barcodes(
    picture: Picture, binarizer: zxingcpp.Binarizer, *, pure: bool = False
) -> list[zxingcpp.Barcode]:
    grey = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    return zxingcpp.read_barcodes(
        grey,
        formats=_QR,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
        is_pure=pure,
    )
