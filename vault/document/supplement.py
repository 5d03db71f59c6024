"""A supplement: what of a kit's document changed since, and how the two become one.

Rules. A supplement holds each record that it adds or replaces, and names each that is
gone; it carries the vault's own fields and the register whole, and of the secrets
nothing: those stay the kit's. What comes of both must be, to the byte, the document
that a whole kit of that day would have held, or nothing comes of them.
"""

import hashlib
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

import msgspec

from vault.document.codec import encode_document
from vault.document.prescan import prescan
from vault.document.schema import (
    FORM,
    MINOR,
    VERSION,
    Document,
    Form,
    Head,
    StoredVault,
    is_sorted,
    loaded,
    stored,
)
from vault.encoding.canonical import encode_trusted
from vault.errors import BrokenInvariant, Malformed, TooNew
from vault.model.record import Record, Whole
from vault.model.vault import KINDS, Vault

REGISTER: Final = "kit"  # the kind that a supplement carries whole
Key = tuple[str, str]  # kind and id of a record


class Gone(msgspec.Struct, frozen=True, order=True):
    """A record of the kit that is no more."""

    kind: str
    id: str


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which kit it belongs to, what is gone, and the SHA-256 of what comes of both."""

    to: str  # 16 hex digits: the kit id
    kit: Whole  # the kit's number
    number: Whole  # from 1; a later supplement of one kit holds all of the earlier
    gone: tuple[Gone, ...] = ()
    whole: str = ""  # 64 hex digits: of the document of both


class SupplementDocument(Head, frozen=True, kw_only=True):
    """The whole document; `vault` has only the records that are new or changed."""

    supplement: About
    vault: StoredVault


class Supplement(NamedTuple):
    """A supplement as read; `read_only` where a newer program's fields are dropped."""

    about: About
    vault: Vault
    minor: int
    read_only: bool


def encode_supplement(
    after: Vault, about: About, changed: Collection[Key], gone: Collection[Key]
) -> bytes:
    """Return the document of a supplement, read back before it is handed on.

    `after` is what a whole kit would hold today; `changed` are the kinds and ids of the
    records that its kit lacks or holds otherwise, `gone` of those it has too many.
    """
    kept = {
        kind.collection: {
            id_: record
            for id_, record in after.collection(word).items()
            if (word, id_) in changed
        }
        for word, kind in KINDS.items()
        if word != REGISTER
    }
    part = msgspec.structs.replace(after, identity=None, vault_code="", **kept)
    told = msgspec.structs.replace(
        about,
        gone=tuple(sorted(Gone(*key) for key in gone)),
        whole=_digest(after, MINOR),
    )
    written = SupplementDocument(
        version=VERSION,
        minor=MINOR,
        supplement=told,
        vault=stored(part, FORM, MINOR).vault,
    )
    data = encode_trusted(written)
    try:
        decode_supplement(data)
    except Malformed as error:
        raise BrokenInvariant("supplement.type") from error
    return data


def decode_supplement(data: bytes) -> Supplement:
    """Return the supplement that `data`, which may be a stranger's, holds.

    Raises Malformed, and TooNew for a newer version.
    """
    prescan(data)
    try:
        read = msgspec.json.decode(data, type=SupplementDocument)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("supplement.type") from error
    if read.version > VERSION:
        raise TooNew(read.version, VERSION)
    if read.version < VERSION or read.minor < 0:
        raise Malformed("supplement.version", read.version)
    document = Document(version=read.version, minor=read.minor, vault=read.vault)
    newer = read.minor > MINOR
    if not newer:
        _must_be_exact(data, read, document)
    return Supplement(read.supplement, loaded(document), read.minor, newer)


def join(kit: Vault, one: Supplement) -> Vault:
    """Return what the kit and its supplement hold together.

    Raises Malformed where they do not belong together: the result is not what the
    supplement says that it must be.
    """
    if (one.vault.id, one.vault.signer) != (kit.id, kit.signer):
        raise Malformed("supplement.vault")
    joined = {
        kind.collection: _joined(word, kit, one)
        for word, kind in KINDS.items()
        if word != REGISTER
    }
    whole = msgspec.structs.replace(
        one.vault, identity=kit.identity, vault_code=kit.vault_code, **joined
    )
    if not one.read_only and _digest(whole, one.minor) != one.about.whole:
        raise Malformed("supplement.whole")
    return whole


def _joined(kind: str, kit: Vault, one: Supplement) -> Mapping[str, Record]:
    gone = {named.id for named in one.about.gone if named.kind == kind}
    had, has = kit.collection(kind), one.vault.collection(kind)
    if not gone <= had.keys() - has.keys():
        raise Malformed("supplement.gone")
    return {id_: record for id_, record in had.items() if id_ not in gone} | dict(has)


def _must_be_exact(data: bytes, read: SupplementDocument, document: Document) -> None:
    """Hold the one spelling, and that nothing is named twice, unknown or secret."""
    gone = read.supplement.gone
    kinds = KINDS.keys() - {REGISTER}
    if not is_sorted(document) or encode_trusted(read) != data:
        raise Malformed("supplement.not-canonical")
    if list(gone) != sorted(set(gone)) or any(one.kind not in kinds for one in gone):
        raise Malformed("supplement.gone")
    if read.vault.identity is not None or read.vault.vault_code:
        raise Malformed("supplement.secret")


def _digest(vault: Vault, minor: int) -> str:
    return hashlib.sha256(encode_document(vault, Form(minor=minor))).hexdigest()
