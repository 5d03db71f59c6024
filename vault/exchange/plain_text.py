"""Bytes of a stranger's text file, made text: strictly UTF-8, no NUL, within bounds."""

from vault import limits
from vault.errors import BadInput, TooLarge

_BOM = b"\xef\xbb\xbf"


def read_text(data: bytes) -> str:
    """Return the text of a file; a byte order mark in front is dropped.

    Raises TooLarge above IMPORT_BYTES, and BadInput naming the line of the first
    byte that is not UTF-8 (`not-utf-8`) or that is NUL (`nul-byte`).
    """
    check_size(data)
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        # A UTF-16 file is told from its first two bytes, so it fails on line 1.
        raise BadInput(_line(body, fault.start), "not-utf-8") from None
    if (at := body.find(b"\0")) >= 0:
        raise BadInput(_line(body, at), "nul-byte")
    return text


def check_size(data: bytes) -> None:
    """Raise TooLarge where a file is above IMPORT_BYTES, before it is looked at."""
    if len(data) > limits.IMPORT_BYTES:
        raise TooLarge("IMPORT_BYTES", limits.IMPORT_BYTES, len(data))


def _line(body: bytes, at: int) -> str:
    line = body.count(b"\n", 0, at) + 1
    return f"line {line}"
