"""A vault as canonical JSON, and back.

Rules. What is read at our own version, and at our minor or an earlier one, must print
back to the very same bytes: that refuses unknown fields, doubled keys, other spellings
and other orders at one stroke. A newer minor is read as far as it is understood, and
only read. A newer version is refused. An older version goes through its steps and is
written as ours afterwards.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec

from vault.document.migrate import STEPS, Step, migrate
from vault.document.prescan import prescan
from vault.document.schema import FORM, Document, Form, Head, loaded, stored
from vault.encoding.canonical import encode_trusted, to_json
from vault.errors import BrokenInvariant, Malformed, TooNew
from vault.model.vault import Vault

_HEAD: Final = msgspec.json.Decoder(Head)


class Decoded(NamedTuple):
    """A vault as read; `read_only` where writing it would lose what a newer one put."""

    vault: Vault
    read_only: bool
    minor: int


def encode_document(vault: Vault, form: Form = FORM) -> bytes:
    """Return the canonical JSON of a vault.

    Reads its own work before handing it on: BrokenInvariant where a record holds what
    its type does not allow, Malformed at a lone surrogate. Printing what was read also
    leaves out defaults that were only equal to the Struct's own, not the same object.
    """
    written = stored(vault, form, form.minor)
    try:
        read = _typed(encode_trusted(written), form)
    except Malformed as error:
        if error.where == "json.surrogate":
            raise
        raise BrokenInvariant("document.type") from error
    if read != written:
        raise BrokenInvariant("document.type")
    return encode_trusted(read)


def decode_document(
    data: bytes, form: Form = FORM, steps: Mapping[int, Step] = STEPS
) -> Decoded:
    """Return the vault that `data` holds. Raises Malformed or TooNew.

    Bytes from a stranger go through `prescan` first; a newer minor always does, since
    nothing else would notice a key given twice.
    """
    head = _head(data)
    if head.version > form.version:
        raise TooNew(head.version, form.version)
    if head.version < form.version:
        data = _migrated(data, head.version, form, steps)
        return Decoded(loaded(_typed(data, form)), read_only=False, minor=form.minor)
    if head.minor > form.minor:
        prescan(data)
        return Decoded(loaded(_typed(data, form)), read_only=True, minor=head.minor)
    vault = loaded(_typed(data, form))
    if encode_trusted(stored(vault, form, head.minor)) != data:
        raise Malformed("document.not-canonical")
    return Decoded(vault, read_only=False, minor=head.minor)


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
    prescan(data)
    try:
        plain = msgspec.json.decode(data, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("document.type") from error
    if to_json(plain) != data:
        raise Malformed("document.not-canonical")
    return to_json(migrate(plain, version, form.version, steps))
