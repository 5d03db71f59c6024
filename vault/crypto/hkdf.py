"""HKDF with SHA-512 (RFC 5869), in its two halves."""

import hmac

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand


def extract(salt: bytes, material: bytes) -> bytes:
    """Return the 64-byte key of HKDF-Extract, which RFC 5869 defines as one HMAC."""
    return hmac.digest(salt, material, "sha512")


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """Return `length` bytes of HKDF-Expand, at most 255 times 64."""
    return HKDFExpand(SHA512(), length, info).derive(key)
