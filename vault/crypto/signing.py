"""Ed25519 signatures, and the digest from which a key's fingerprint words are read."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from vault.crypto.random import Random
from vault.crypto.secret import Secret

SEED_BYTES = 32
PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
FINGERPRINT_LABEL = b"sparekey/1 fingerprint"


def new_seed(random: Random) -> Secret:
    """Draw the 32 bytes that are a private key."""
    return Secret(random(SEED_BYTES))


def public_key(seed: Secret) -> bytes:
    """Return the 32 bytes that verify what `seed` signs."""
    private = Ed25519PrivateKey.from_private_bytes(seed.reveal())
    return private.public_key().public_bytes_raw()


def sign(seed: Secret, message: bytes) -> bytes:
    """Return the 64-byte signature over `message`."""
    return Ed25519PrivateKey.from_private_bytes(seed.reveal()).sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether the signature is right; a key of wrong length verifies nothing."""
    if len(public) != PUBLIC_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def fingerprint_digest(*public_keys: bytes) -> bytes:
    """Return the 64 bytes that `encoding.words.fingerprint_words` spells."""
    return hashlib.sha512(FINGERPRINT_LABEL + b"".join(public_keys)).digest()
