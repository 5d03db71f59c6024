"""QR codes written; the only file that knows qrcode."""

from collections.abc import Iterable
from typing import Final, Literal

import qrcode
import qrcode.constants
import qrcode.exceptions
import qrcode.util

from vault.errors import BrokenInvariant, TooLarge

Matrix = tuple[tuple[bool, ...], ...]  # rows from the top; True is black; no quiet zone
Level = Literal["L", "M", "Q", "H"]

MASK: Final = 2  # one for all: choosing draws a code 8 times; all 8 read alike
_LEVELS: Final = {
    "L": qrcode.constants.ERROR_CORRECT_L,
    "M": qrcode.constants.ERROR_CORRECT_M,
    "Q": qrcode.constants.ERROR_CORRECT_Q,
    "H": qrcode.constants.ERROR_CORRECT_H,
}


def matrix(text: str, version: int, level: Level = "M", mask: int = MASK) -> Matrix:
    """Return the modules of a QR code holding `text` as one alphanumeric segment.

    A side has 17 + 4 * version modules. Raises `TooLarge` where the text does not fit,
    `BrokenInvariant` for characters outside the QR alphanumeric set and for a run of
    zeros as long as a Reed-Solomon block, at which qrcode fails.
    """
    try:
        segment = qrcode.util.QRData(
            text.encode("ascii"), mode=qrcode.util.MODE_ALPHA_NUM
        )
        code = qrcode.QRCode(
            version, error_correction=_LEVELS[level], mask_pattern=mask
        )
        code.add_data(segment, optimize=0)
        code.make(fit=False)
    except qrcode.exceptions.DataOverflowError as error:
        raise TooLarge("qr-version", version, len(text)) from error
    except ValueError as error:
        raise BrokenInvariant("qr-text") from error
    rows: Iterable[Iterable[object]] = code.modules
    return tuple(tuple(bool(module) for module in row) for row in rows)
