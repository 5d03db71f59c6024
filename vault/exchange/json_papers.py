"""The bytes of papers in the plain JSON: by SHA-256, as Base64 in pieces.

Rules. In pieces, because no reader of ours takes a text above a mebibyte. What comes
back is kept only where its hash is what the file says.
"""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from vault.errors import BadInput, BrokenInvariant, TooLarge
from vault.limits import ATTACHMENT_BYTES, ATTACHMENTS, ATTACHMENTS_BYTES
from vault.model.vault import Vault

Spelt = Mapping[str, tuple[str, ...]]  # Base64 by SHA-256
_PIECE_BYTES: Final = 3 * 64 * 1024  # so that no piece but the last is padded


def spelt_papers(vault: Vault) -> dict[str, list[str]]:
    """Return the bytes of every attachment that a vault has, as the export spells them.

    Raises BrokenInvariant where bytes are missing.
    """
    found = {}
    for content in sorted({one.content for one in vault.attachments.values()}):
        blob = vault.blobs.get(content)
        if blob is None:
            raise BrokenInvariant("attachment.bytes")
        starts = range(0, len(blob), _PIECE_BYTES)
        found[content] = [
            b64encode(blob[at : at + _PIECE_BYTES]).decode() for at in starts
        ]
    return found


def read_papers(spelt: Spelt) -> dict[str, bytes]:
    """Return bytes by their hash.

    Raises BadInput for what is no Base64 or has another hash, TooLarge.
    """
    if len(spelt) > ATTACHMENTS:
        raise TooLarge("ATTACHMENTS", ATTACHMENTS, len(spelt))
    found = {content: _read(content, pieces) for content, pieces in spelt.items()}
    total = sum(len(blob) for blob in found.values())
    if total > ATTACHMENTS_BYTES:
        raise TooLarge("ATTACHMENTS_BYTES", ATTACHMENTS_BYTES, total)
    return found


def _read(content: str, pieces: tuple[str, ...]) -> bytes:
    characters = sum(len(piece) for piece in pieces)
    if characters > (ATTACHMENT_BYTES // 3 + 1) * 4:
        raise TooLarge("ATTACHMENT_BYTES", ATTACHMENT_BYTES, characters // 4 * 3)
    try:
        blob = b"".join(b64decode(piece, validate=True) for piece in pieces)
    except (binascii.Error, ValueError):  # not ASCII is a ValueError
        raise BadInput("$.papers", "paper-wrong", content[:16]) from None
    if sha256(blob).hexdigest() != content:
        raise BadInput("$.papers", "paper-wrong", content[:16])
    return blob
