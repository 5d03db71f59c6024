"""AES-256 key wrap (RFC 3394): a 32-byte key in 40 bytes, deterministic."""

from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from vault.crypto.secret import Secret
from vault.errors import NoKey

WRAPPED_BYTES = 40


def wrap(kek: Secret, key: Secret) -> bytes:
    """Return `key` wrapped under `kek`: eight bytes longer than it."""
    return aes_key_wrap(kek.reveal(), key.reveal())


def unwrap(kek: Secret, wrapped: bytes) -> Secret:
    """Return the key inside; NoKey where `kek` does not fit."""
    try:
        return Secret(aes_key_unwrap(kek.reveal(), wrapped))
    except InvalidUnwrap:
        raise NoKey from None
