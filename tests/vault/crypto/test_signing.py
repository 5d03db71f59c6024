"""Signatures and the digest of a fingerprint."""

import random

from hypothesis import given
from hypothesis import strategies as st

from vault.crypto.secret import Secret
from vault.crypto.signing import (
    fingerprint_digest,
    new_seed,
    public_key,
    sign,
    verify,
)

SEED = new_seed(random.Random(1).randbytes)


@given(st.binary(max_size=100))
def test_what_is_signed_verifies(message: bytes) -> None:
    """With its own key and message, and nothing else."""
    public, signature = public_key(SEED), sign(SEED, message)
    assert (len(public), len(signature)) == (32, 64)
    assert verify(public, signature, message)
    assert not verify(public, signature, message + b"x")
    assert not verify(public_key(Secret(bytes(32))), signature, message)


def test_a_key_or_signature_of_wrong_length_verifies_nothing() -> None:
    """It is false, not an error: it comes from strangers."""
    public, signature = public_key(SEED), sign(SEED, b"m")
    assert not verify(public[:31], signature, b"m")
    assert not verify(public, signature[:63], b"m")
    assert not verify(public, b"", b"m")


def test_a_fingerprint_depends_on_every_key() -> None:
    """64 bytes, other for another key and for the same keys in another order."""
    one, two = public_key(SEED), public_key(Secret(bytes(32)))
    found = {
        fingerprint_digest(*keys) for keys in ((one,), (two,), (one, two), (two, one))
    }
    assert len(found) == 4
    assert {len(digest) for digest in found} == {64}
