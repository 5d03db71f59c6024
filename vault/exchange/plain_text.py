"""Bytes of a stranger's text file, made text: strictly UTF-8, no NUL, within bounds."""

from vault import limits
from vault.errors import BadInput, TooLarge

_BOM = b"\xef\xbb\xbf"
# How our own export begins where it holds papers: only that may be large.
OWN_WITH_PAPERS = b'{\n  "format": "sparekey-plain",\n  "papers": {'


def read_text(data: bytes) -> str:
    """Return the text of a file; a byte order mark in front is dropped.

    Raises TooLarge as `check_size` does, and BadInput naming the line of the first
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
    """Raise TooLarge where a file is above its limit, before it is looked at.

    That is IMPORT_BYTES, and PAPERS_IMPORT_BYTES for our own export with papers.
    """
    own = data[: len(OWN_WITH_PAPERS)] == OWN_WITH_PAPERS
    if own and len(data) > limits.PAPERS_IMPORT_BYTES:
        most = limits.PAPERS_IMPORT_BYTES
        raise TooLarge("PAPERS_IMPORT_BYTES", most, len(data))
    if not own and len(data) > limits.IMPORT_BYTES:
        raise TooLarge("IMPORT_BYTES", limits.IMPORT_BYTES, len(data))


def _line(body: bytes, at: int) -> str:
    line = body.count(b"\n", 0, at) + 1
    return f"line {line}"
