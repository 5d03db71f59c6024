"""AES-256-GCM with a 12-byte nonce and a 16-byte tag; no associated data is in use."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vault.errors import Tampered

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Chunks:
    """One key for many pieces, each sealed or opened into room that is there.

    The caller never uses a nonce twice with one key.
    """

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, nonce: bytes, plaintext: memoryview, room: memoryview) -> None:
        """Put ciphertext and tag into `room`, which is as long as both."""
        self._cipher.encrypt_into(nonce, plaintext, None, room)

    def open(self, nonce: bytes, sealed: memoryview, room: memoryview) -> None:
        """Put the plaintext into `room`; Tampered where the tag does not fit."""
        try:
            self._cipher.decrypt_into(nonce, sealed, None, room)
        except InvalidTag:
            raise Tampered from None
