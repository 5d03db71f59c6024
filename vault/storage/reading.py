"""Read a file that may be damaged: its header at once, its content when it opens.

The parity is asked first, without any key, whether the header is what was written: so
damage to a way in is never taken for a wrong passphrase. The rest is looked at only
where opening fails. A healed file is believed when it opens, and a file is opened twice
at most: as it was healed and as it is.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from vault.envelope.header import Header, is_paper, parse_header
from vault.errors import (
    Damaged,
    EnvelopeError,
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
)
from vault.storage.arriving import must_be_filled, must_not_be_coming
from vault.storage.parity import BLOCK_BYTES, Layout
from vault.storage.repair import Healed, Lost, heal, rewritten
from vault.storage.survey import Survey

T = TypeVar("T")


def read_header(path: Path, raw: bytes) -> Header:
    """Return the header of a file, healed where it is damaged.

    Raises `Malformed`, `StillComing` among it where the file is a beginning, `TooNew`;
    `Damaged` where the parity is too little.
    """
    header = _sound_header(raw)
    if header is not None:
        if not header.repair_bytes:
            must_be_filled(path, raw, header)
        return header
    found = heal(raw)
    if isinstance(found, Healed):
        return _parsed_either(found.data, raw)
    try:
        header = _parsed(_without_lost_part(raw))
    except EnvelopeError as error:
        if found is not None:
            raise Damaged(str(path), found.places) from error
        if isinstance(error, Malformed):
            must_not_be_coming(path, raw, error)
        raise
    must_be_filled(path, raw, header)
    return header


def open_healed(
    path: Path, raw: bytes, open_: Callable[[bytes], T]
) -> tuple[T, Healed | None]:
    """Open a file by `open_`; return what it gave, and the damage that was healed.

    Raises what `open_` raises, and `Damaged` where the parity is too little. `NoKey` is
    marked where the header is proven to be what was written.
    """
    header = _sound_header(raw)
    if header is None:
        return _healed_first(path, raw, open_)
    try:
        opened = open_(raw)
    except Tampered:
        return _healed_after(path, raw, open_)
    except NoKey as error:
        error.undamaged = bool(header.repair_bytes)
        raise
    covered = header.payload_start + header.payload_bytes
    if not header.repair_bytes or Survey(raw, Layout(covered)).part_stands():
        return opened, None
    return opened, rewritten(raw, raw[:covered])


def _sound_header(raw: bytes) -> Header | None:
    """Return the header; None where it can't be read or is not what was written."""
    try:
        header = _parsed(raw)
    except EnvelopeError:
        return None
    if header.repair_bytes:
        covered = header.payload_start + header.payload_bytes
        survey = Survey(raw, Layout(covered))
        if survey.bad(range(-(-header.payload_start // BLOCK_BYTES))):
            return None
    return header


def _parsed(raw: bytes) -> Header:
    return parse_header(raw, is_paper(raw))


def _parsed_either(healed: bytes, raw: bytes) -> Header:
    """Return the healed header; the one that is there where the parity told untruth."""
    try:
        return _parsed(healed)
    except EnvelopeError as error:
        try:
            return _parsed(raw)
        except EnvelopeError:
            raise error from None


def _without_lost_part(raw: bytes) -> bytes:
    """Return the file without a repair part of which nothing is left.

    It is one where what stands behind the payload is exactly as long.
    """
    try:
        _parsed(raw)
    except Malformed as error:
        if error.where == "trailing" and isinstance(error.found, int):
            covered = len(raw) - error.found
            if Layout(covered).file_bytes == len(raw):
                return raw[:covered]
    except EnvelopeError:
        pass  # whoever opens it is told
    return raw


def _healed_first(
    path: Path, raw: bytes, open_: Callable[[bytes], T]
) -> tuple[T, Healed | None]:
    """Open a file whose header is damaged, or is said to be."""
    found = heal(raw)
    if not isinstance(found, Healed):
        return _as_it_is(path, raw, open_, found)
    try:
        return open_(found.data), found
    except NeedsConsent:
        raise
    except EnvelopeError as error:
        if isinstance(error, NoKey):
            error.undamaged = True
        try:
            return _as_it_is(path, raw, open_, None)
        except EnvelopeError:
            raise error from None


def _as_it_is(
    path: Path, raw: bytes, open_: Callable[[bytes], T], found: Lost | None
) -> tuple[T, Healed | None]:
    """Open a file that its parity can't heal, or heals to nothing that opens.

    Where it opens the parity is lost or told an untruth, and is made anew.
    """
    bare = _without_lost_part(raw)
    try:
        opened = open_(bare)
    except EnvelopeError as error:
        if found is None:
            raise
        raise Damaged(str(path), found.places) from error
    header = _parsed(bare)
    return opened, rewritten(raw, raw[: header.payload_start + header.payload_bytes])


def _healed_after(
    path: Path, raw: bytes, open_: Callable[[bytes], T]
) -> tuple[T, Healed | None]:
    """Open a file whose header is right and whose payload did not open."""
    found = heal(raw)
    if isinstance(found, Lost):
        raise Damaged(str(path), found.places)
    if found is None or not found.places:
        raise Tampered  # it is as it was written, or as somebody wants it to be
    return open_(found.data), found
