"""One ciphertext that two keys open: GCM commits to no key by itself.

After "Invisible Salamanders" (Dodis, Grubbs, Ristenpart, Woodage, 2018) and
"Partitioning Oracle Attacks" (Len, Grubbs, Ristenpart, 2021): the tag is linear in the
ciphertext, so that one free block makes it fit a second key. `two_key_chunk` makes such
a chunk, and sees that both keys do open it.
"""

from collections.abc import Sequence
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BLOCK: Final = 16
_FIELD: Final = 0xE1 << 120  # x^128 + x^7 + x^2 + x + 1, bits turned round as GCM does


def two_key_chunk(
    keys: Sequence[tuple[bytes, bytes]], plaintext: bytes, free: int
) -> bytes:
    """Return ciphertext and tag that both keys open, the first one to `plaintext`.

    `keys` are two pairs of AES key and nonce; block `free` of the plaintext is lost.
    """
    (first, nonce), (second, other) = keys
    sealed = bytearray(AESGCM(first).encrypt(nonce, plaintext, None)[: len(plaintext)])
    at = slice(free * BLOCK, (free + 1) * BLOCK)
    sealed[at] = bytes(BLOCK)
    power = len(sealed) // BLOCK + 1 - free
    need = _tag(first, nonce, sealed) ^ _tag(second, other, sealed)
    slope = _power(_hash_key(first), power) ^ _power(_hash_key(second), power)
    sealed[at] = _times(need, _power(slope, 2**128 - 2)).to_bytes(BLOCK, "big")
    chunk = bytes(sealed) + _tag(first, nonce, sealed).to_bytes(BLOCK, "big")
    for key, number in keys:
        AESGCM(key).decrypt(number, chunk, None)  # else there would be no attack
    return chunk


def _tag(key: bytes, nonce: bytes, sealed: bytes | bytearray) -> int:
    hash_key, total = _hash_key(key), 0
    lengths = (8 * len(sealed)).to_bytes(BLOCK, "big")
    for at in range(0, len(sealed), BLOCK):
        total = _times(total ^ _number(sealed[at : at + BLOCK]), hash_key)
    total = _times(total ^ _number(lengths), hash_key)
    return total ^ _number(_block(key, nonce + b"\0\0\0\1"))


def _hash_key(key: bytes) -> int:
    return _number(_block(key, bytes(BLOCK)))


def _block(key: bytes, block: bytes) -> bytes:
    # One block in ECB is AES itself; GCM's own parts are made of it.
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(block)  # noqa: S305 -- the attack is built from the bare cipher


def _number(block: bytes | bytearray) -> int:
    return int.from_bytes(block, "big")


def _times(a: int, b: int) -> int:
    product = 0
    for bit in range(127, -1, -1):
        if a >> bit & 1:
            product ^= b
        b = b >> 1 ^ (_FIELD if b & 1 else 0)
    return product


def _power(base: int, exponent: int) -> int:
    result = 1 << 127  # the one of this field
    while exponent:
        if exponent & 1:
            result = _times(result, base)
        base = _times(base, base)
        exponent >>= 1
    return result
