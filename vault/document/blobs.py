"""The bytes of attachments: which a vault needs, and where they lie in its body.

Rules. They follow the document, each content once, in the order of their SHA-256 as
hexadecimal. Which and how long they are is told by the attachments, and by the history
where one was removed: so that what is brought back has its bytes.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Final

import msgspec

from vault.document.body import encode_body, parted_body
from vault.document.codec import Decoded, decode_document
from vault.errors import BrokenInvariant, Malformed
from vault.model.vault import Vault

KIND: Final = "attachment"


def needed_blobs(vault: Vault) -> dict[str, int]:
    """Return the size in bytes of every content that the vault names, by its hash."""
    named = {one.content: one.size for one in vault.attachments.values()}
    return dict(sorted({**dict(_removed(vault)), **named}.items()))


def with_blobs(vault: Vault, blobs: Mapping[str, bytes]) -> Vault:
    """Return the vault with those bytes at hand; only what it names is ever written."""
    if blobs.keys() <= vault.blobs.keys():
        return vault
    both = MappingProxyType({**vault.blobs, **blobs})
    return msgspec.structs.replace(vault, blobs=both)


def vault_body(vault: Vault, document: bytes) -> bytes:
    """Return the body of a vault whose JSON is `document`: the bytes behind it.

    Raises BrokenInvariant where bytes are missing, or are not what their hash says.
    """
    parts = [encode_body(document)]
    for content, size in needed_blobs(vault).items():
        blob = vault.blobs.get(content)
        if blob is None or len(blob) != size or sha256(blob).hexdigest() != content:
            raise BrokenInvariant("document.blob")
        parts.append(blob)
    return b"".join(parts)


def read_body(body: bytes) -> Decoded:
    """Return the vault in a body, with the bytes of its attachments.

    Raises Malformed and TooNew. What a newer minor put behind its document is not
    looked at: such a vault is only read.
    """
    document, rest = parted_body(body)
    decoded = decode_document(document)
    if decoded.read_only:
        return decoded
    blobs = dict(_cut(needed_blobs(decoded.vault), rest))
    if not blobs:
        return decoded
    vault = msgspec.structs.replace(decoded.vault, blobs=MappingProxyType(blobs))
    return decoded._replace(vault=vault)


def _cut(needed: Mapping[str, int], rest: bytes) -> Iterator[tuple[str, bytes]]:
    if sum(needed.values()) != len(rest):
        raise Malformed("body.blobs", len(rest))
    at = 0
    for content, size in needed.items():
        blob = rest[at : at + size]
        at += size
        if sha256(blob).hexdigest() != content:
            raise Malformed("body.blob", at)
        yield content, blob


def _removed(vault: Vault) -> Iterator[tuple[str, int]]:
    for entry in vault.history:
        if entry.kind == KIND and entry.action == "remove":
            content, size = entry.before.get("content"), entry.before.get("size")
            if isinstance(content, str) and isinstance(size, int):  # else forgotten
                yield content, size
