"""AES-256-GCM with a 12-byte nonce and a 16-byte tag; no associated data is in use."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vault.errors import Tampered

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


def seal(key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
    """Return ciphertext and tag; the caller never uses a nonce twice with one key."""
    return AESGCM(key).encrypt(nonce, plaintext, None)


def open_sealed(key: bytes, nonce: bytes, sealed: bytes) -> bytes:
    """Return the plaintext; Tampered where the tag does not fit."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, None)
    except InvalidTag:
        raise Tampered from None
