"""A file that a sync program is still bringing: its beginning is told from damage.

Such a file grows from nothing, or it has its length at once and ends in zeros. Whether
the rest will come nobody knows here.
"""

from pathlib import Path
from typing import Final

from vault import limits
from vault.envelope.header import MAGIC, PREAMBLE_BYTES, REPAIR_MAGIC, Header
from vault.errors import Malformed, StillComing

_TELLING_BYTES: Final = 1024  # no whole file ends in so many zeros
_CUT: Final = frozenset({"preamble-cut", "fields-cut"})


def must_not_be_coming(path: Path, raw: bytes, error: Malformed) -> None:
    """Raise `StillComing` instead of `error` where these bytes are a beginning."""
    here = len(raw.rstrip(b"\0"))
    filled = raw and (not here or len(raw) - here >= _TELLING_BYTES)
    begun = raw[:here] if filled else raw
    if not MAGIC.startswith(begun[: len(MAGIC)]):
        return
    whole = len(raw) if filled else _told(begun, error)
    if filled or whole or len(begun) <= len(MAGIC) or _is_cut(begun, error):
        raise StillComing(
            error.where, error.found, str(path), len(begun), whole
        ) from error


def must_be_filled(path: Path, raw: bytes, header: Header) -> None:
    """Raise `StillComing` where the end of the payload is nothing but zeros yet."""
    here = len(raw.rstrip(b"\0"))
    lacks = here < header.payload_start + header.payload_bytes
    if lacks and len(raw) - here >= _TELLING_BYTES:
        size = header.payload_bytes
        raise StillComing("payload-cut", size, str(path), here, len(raw))


def _told(begun: bytes, error: Malformed) -> int:
    """Return how long the file says it is, but for its parity; 0 where it does not."""
    if error.where != "payload-cut" or not isinstance(error.found, int):
        return 0
    whole = PREAMBLE_BYTES + int.from_bytes(begun[10:12], "big") + error.found
    return whole if len(begun) < whole <= limits.FILE_BYTES else 0


def _is_cut(begun: bytes, error: Malformed) -> bool:
    """Tell whether it ends in what has no length: its head, or its part's magic."""
    if error.where == "trailing" and isinstance(error.found, int):
        return REPAIR_MAGIC.startswith(begun[-error.found :])
    return error.where in _CUT
