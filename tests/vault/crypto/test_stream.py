"""Chunked encryption: sizes, cuts, orders."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.crypto import stream
from vault.crypto.secret import Secret
from vault.crypto.stream import open_stream, seal_stream, sealed_bytes
from vault.errors import BrokenInvariant, Tampered

KEY = Secret(bytes(range(32)))
SIZES = st.sampled_from([0, 1, 16_383, 16_384, 16_385, 32_768, 40_000])


@given(SIZES, st.binary(max_size=20), st.integers())
def test_what_is_sealed_opens(size: int, context: bytes, seed: int) -> None:
    """Any length comes back, around the chunks' borders too."""
    draw = random.Random(seed)
    plaintext = draw.randbytes(size)
    sealed = seal_stream(KEY, context, plaintext, draw.randbytes)
    assert len(sealed) == sealed_bytes(size)
    assert open_stream(KEY, context, sealed) == plaintext


@given(SIZES, st.data())
def test_a_cut_or_longer_stream_is_tampered(size: int, data: st.DataObject) -> None:
    """No prefix opens, nor does anything with bytes behind."""
    draw = random.Random(size)
    sealed = seal_stream(KEY, b"", bytes(size), draw.randbytes)
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    longer = sealed + data.draw(st.binary(min_size=1, max_size=40))
    for wrong in (cut, longer):
        with pytest.raises(Tampered):
            open_stream(KEY, b"", wrong)


@pytest.mark.parametrize("chunks", [1, 2, 3])
def test_a_cut_at_a_chunks_end_is_tampered(chunks: int) -> None:
    """A last chunk of full length means that more was there."""
    sealed = seal_stream(KEY, b"", bytes(60_000), random.Random(1).randbytes)
    with pytest.raises(Tampered):
        open_stream(KEY, b"", sealed[: 56 + chunks * 16_400])


def test_another_key_or_context_is_tampered() -> None:
    """The commitment is looked at before any chunk."""
    sealed = seal_stream(KEY, b"context", b"x", random.Random(1).randbytes)
    with pytest.raises(Tampered):
        open_stream(KEY, b"other", sealed)
    with pytest.raises(Tampered):
        open_stream(Secret(bytes(32)), b"context", sealed)


@pytest.mark.parametrize("size", [0, 16, 31, 33, 64])
def test_the_input_key_is_exactly_32_bytes(size: int) -> None:
    """HKDF would take any length, so it is checked here."""
    sealed = seal_stream(KEY, b"", b"x", random.Random(1).randbytes)
    with pytest.raises(BrokenInvariant):
        open_stream(Secret(bytes(size)), b"", sealed)
    with pytest.raises(BrokenInvariant):
        seal_stream(Secret(bytes(size)), b"", b"x", random.Random(1).randbytes)


def test_nonces_of_a_stream_differ() -> None:
    """The chunk's number is mixed into the base, beyond one byte too."""
    base = b"\xff" * 12
    nonces = {stream._nonce(base, number) for number in range(1000)}
    assert len(nonces) == 1000
    assert stream._nonce(base, 0) == base
    assert stream._nonce(bytes(12), 256) == bytes(10) + b"\x01\x00"
