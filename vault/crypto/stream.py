"""C2SP chunked encryption (c2sp.org/chunked-encryption), AES-256-GCM with SHA-512.

Output: salt 24, commitment 32, then chunks of 16,384 bytes of plaintext with a tag of
16 each. The last chunk is always shorter than a full one and may be empty, so that a
stream cut at a chunk's end is noticed.
"""

import hmac

from vault.crypto import aead, hkdf
from vault.crypto.random import Random
from vault.crypto.secret import Secret
from vault.errors import BrokenInvariant, Tampered

SALT_BYTES = 24
COMMITMENT_BYTES = 32
HEAD_BYTES = SALT_BYTES + COMMITMENT_BYTES
CHUNK_BYTES = 16_384
SEALED_CHUNK_BYTES = CHUNK_BYTES + aead.TAG_BYTES
_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"


def seal_stream(
    key: Secret, context: bytes, plaintext: bytes, random: Random
) -> bytearray:
    """Return the stream; its salt is drawn here, so no two are under one chunk key."""
    salt = random(SALT_BYTES)
    chunk_key, base_nonce, commitment = _derive(key, salt, context)
    sealed = bytearray(sealed_bytes(len(plaintext)))
    sealed[:HEAD_BYTES] = salt + commitment
    rest, room = memoryview(plaintext), memoryview(sealed)[HEAD_BYTES:]
    chunks = aead.Chunks(chunk_key)
    for number in range(len(plaintext) // CHUNK_BYTES + 1):
        chunk, into = rest[:CHUNK_BYTES], room[:SEALED_CHUNK_BYTES]
        chunks.seal(_nonce(base_nonce, number), chunk, into)
        rest, room = rest[CHUNK_BYTES:], room[SEALED_CHUNK_BYTES:]
    return sealed


def open_stream(key: Secret, context: bytes, sealed: bytes | memoryview) -> bytearray:
    """Return the plaintext; Tampered for other bytes, another key, another context."""
    full, last = divmod(len(sealed) - HEAD_BYTES, SEALED_CHUNK_BYTES)
    if full < 0 or last < aead.TAG_BYTES:
        raise Tampered
    salt, commitment = bytes(sealed[:SALT_BYTES]), sealed[SALT_BYTES:HEAD_BYTES]
    chunk_key, base_nonce, expected = _derive(key, salt, context)
    if not hmac.compare_digest(commitment, expected):
        raise Tampered
    plaintext = bytearray(full * CHUNK_BYTES + last - aead.TAG_BYTES)
    rest, room = memoryview(sealed)[HEAD_BYTES:], memoryview(plaintext)
    chunks = aead.Chunks(chunk_key)
    for number in range(full + 1):
        chunk, into = rest[:SEALED_CHUNK_BYTES], room[:CHUNK_BYTES]
        chunks.open(_nonce(base_nonce, number), chunk, into)
        rest, room = rest[SEALED_CHUNK_BYTES:], room[CHUNK_BYTES:]
    return plaintext


def sealed_bytes(plaintext_bytes: int) -> int:
    """Return the length of the stream for a plaintext of this length."""
    chunks = plaintext_bytes // CHUNK_BYTES + 1
    return HEAD_BYTES + plaintext_bytes + chunks * aead.TAG_BYTES


def _derive(key: Secret, salt: bytes, context: bytes) -> tuple[bytes, bytes, bytes]:
    if len(key) != aead.KEY_BYTES:
        raise BrokenInvariant("stream-key")
    nonce_end = aead.KEY_BYTES + aead.NONCE_BYTES
    length = nonce_end + COMMITMENT_BYTES
    derived = hkdf.expand(key.reveal(), _INFO + salt + context, length)
    return (
        derived[: aead.KEY_BYTES],
        derived[aead.KEY_BYTES : nonce_end],
        derived[nonce_end:],
    )


def _nonce(base: bytes, number: int) -> bytes:
    mixed = int.from_bytes(base, "big") ^ number
    return mixed.to_bytes(aead.NONCE_BYTES, "big")
