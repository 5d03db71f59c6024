"""A vault as canonical JSON, and back.

Rules. What is read at our own version, and at our minor or an earlier one, must print
back to the very same bytes: that refuses unknown fields, doubled keys, other spellings
and other orders at one stroke. A newer minor is read as far as it is understood, and
only read. A newer version is refused. An older version goes through its steps and is
written as ours afterwards.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple

import msgspec

from vault.document.migrate import STEPS, Step, migrate
from vault.document.prescan import prescan
from vault.document.schema import (
    FORM,
    Document,
    Form,
    Head,
    is_sorted,
    loaded,
    stored,
)
from vault.encoding.canonical import encode_trusted, to_json
from vault.errors import BrokenInvariant, Malformed, TooNew
from vault.model.vault import Vault

_HEAD: Final = msgspec.json.Decoder(Head)


class Decoded(NamedTuple):
    """A vault as read; `read_only` where writing it would lose what a newer one put."""

    vault: Vault
    read_only: bool
    minor: int
    prints_back: bool = False  # to the bytes that were read, as records now stand


def encode_document(vault: Vault, form: Form = FORM) -> bytes:
    """Return the canonical JSON of a vault.

    Reads its own work before handing it on: BrokenInvariant where a record holds what
    its type does not allow, Malformed at a lone surrogate. Printing what was read also
    leaves out defaults that were only equal to the Struct's own, not the same object.
    """
    return encode_trusted(proven(stored(vault, form, form.minor), form)[0])


def proven(written: Document, form: Form) -> tuple[Document, bool]:
    """Read back what would be written; raises as `encode_document`.

    Returns what was read, and whether `written` itself prints to the same bytes.
    """
    data = encode_trusted(written)
    try:
        read = _typed(data, form)
    except Malformed as error:
        raise BrokenInvariant("document.type") from error
    if read != written:
        raise BrokenInvariant("document.type")
    return read, encode_trusted(read) == data


def decode_document(
    data: bytes, form: Form = FORM, steps: Mapping[int, Step] = STEPS
) -> Decoded:
    """Return the vault that `data` holds. Raises Malformed or TooNew.

    Bytes from a stranger go through `prescan` first; a newer minor always does, since
    nothing else would notice a key given twice.
    """
    if (minor := _told_minor(data, form)) is not None:
        with suppress(Malformed):  # the long way finds out what is wrong
            return _exact(data, form, minor)
    head = _head(data)
    if head.version > form.version:
        raise TooNew(head.version, form.version)
    if head.version < form.version:
        data = _migrated(data, head.version, form, steps)
        return Decoded(loaded(_typed(data, form)), read_only=False, minor=form.minor)
    if head.minor > form.minor:
        prescan(data, len(data))  # a vault of one's own may be large
        return Decoded(loaded(_typed(data, form)), read_only=True, minor=head.minor)
    return _exact(data, form, head.minor)


def _told_minor(data: bytes, form: Form) -> int | None:
    """Return which of our minors a canonical document with these ends would have.

    Its keys are minor, vault, version: so its head need not be looked for.
    """
    if not data.endswith(b',"version":%d}' % form.version):
        return None
    told = (n for n in range(form.minor + 1) if data.startswith(b'{"minor":%d,' % n))
    return next(told, None)


def _exact(data: bytes, form: Form, minor: int) -> Decoded:
    """Return the vault of a document of that minor; Malformed if not canonical.

    What prints back to `data` has the version and the minor that its ends tell.
    """
    document = _typed(data, form)
    if not is_sorted(document) or encode_trusted(document) != data:
        raise Malformed("document.not-canonical")
    return Decoded(loaded(document), read_only=False, minor=minor, prints_back=True)


def _head(data: bytes) -> Head:
    try:
        head = _HEAD.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("document.head") from error
    if head.version < 0 or head.minor < 0:
        raise Malformed("document.head")
    return head


def _typed(data: bytes, form: Form) -> Document:
    """Read our records; nesting is refused here or, before, where the head is read."""
    try:
        return msgspec.json.decode(data, type=form.document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("document.type") from error


def _migrated(
    data: bytes, version: int, form: Form, steps: Mapping[int, Step]
) -> bytes:
    """Return the document in our form; it must have been canonical in its own."""
    if version not in steps:
        raise Malformed("document.version", version)
    prescan(data, len(data))
    try:
        plain = msgspec.json.decode(data, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("document.type") from error
    if to_json(plain) != data:
        raise Malformed("document.not-canonical")
    return to_json(migrate(plain, version, form.version, steps))
