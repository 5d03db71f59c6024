"""Pictures that come decoded, from a camera or the clipboard: dots to texts.

Each dot is a byte, 0 black, row by row; raises `BrokenInvariant` where it is not.
"""

from typing import Final

from vault.errors import BadInput
from vault.kit.fault import fault_of
from vault.kit.read_page import read_page
from vault.kit.scan import Page
from vault.limits import CODES_A_SHEET, PICTURE_PIXELS
from vault.optics.pictures import Picture
from vault.optics.qr_read import read_codes

FRAME_PASSES: Final = 2  # another frame soon follows


def scan_dots(name: str, grey: bytes, width: int, height: int) -> Page:
    """Read a picture as one from a file; `BadInput` where it is larger than those."""
    if width * height > PICTURE_PIXELS:
        raise BadInput(name, "picture-large", f"{width}x{height}")
    picture = Picture(grey, width, height)
    texts = read_page(picture)
    return Page(name, 1, 1, 0, texts, "" if texts else fault_of(picture))


def scan_frame(name: str, grey: bytes, width: int, height: int) -> Page:
    """Read one frame of a camera, quickly."""
    picture = Picture(grey, width, height)
    texts = read_codes(picture, expected=CODES_A_SHEET, passes=FRAME_PASSES)
    return Page(name, 1, 1, 0, tuple(texts))
