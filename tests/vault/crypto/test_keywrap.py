"""Wrapping a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.crypto.keywrap import WRAPPED_BYTES, unwrap, wrap
from vault.crypto.secret import Secret
from vault.errors import NoKey

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS, KEYS, KEYS)
def test_only_the_same_kek_unwraps(kek: bytes, key: bytes, other: bytes) -> None:
    """40 bytes, the same each time, opened by nothing else."""
    wrapped = wrap(Secret(kek), Secret(key))
    assert len(wrapped) == WRAPPED_BYTES
    assert unwrap(Secret(kek), wrapped).reveal() == key
    if other != kek:
        with pytest.raises(NoKey):
            unwrap(Secret(other), wrapped)


@given(st.integers(0, 40 * 8 - 1))
def test_a_flipped_bit_does_not_unwrap(bit: int) -> None:
    """Each of the 320 bits counts."""
    wrapped = bytearray(wrap(Secret(bytes(32)), Secret(b"k" * 32)))
    wrapped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NoKey):
        unwrap(Secret(bytes(32)), bytes(wrapped))
