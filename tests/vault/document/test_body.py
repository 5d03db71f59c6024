"""The body on disk and on paper: exact lengths, nothing behind, no bombs."""

import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_vault
from vault.document.body import decode_body, encode_body, pack_paper, unpack_paper
from vault.document.codec import encode_document
from vault.errors import Malformed, TooLarge
from vault.limits import INFLATED_BYTES


@given(st.binary())
def test_a_body_gives_its_document_back(document: bytes) -> None:
    """Length in front, nothing else."""
    body = encode_body(document)
    assert body == len(document).to_bytes(4, "big") + document
    assert decode_body(body) == document


@given(st.binary())
def test_any_bytes_are_a_body_or_malformed(data: bytes) -> None:
    """What is read prints back."""
    try:
        document = decode_body(data)
    except Malformed:
        return
    assert encode_body(document) == data


@pytest.mark.parametrize("body", [b"", b"\0\0\0", b"\0\0\0\1", b"\0\0\0\1ab"])
def test_a_body_of_another_length_is_malformed(body: bytes) -> None:
    """Short and long alike."""
    with pytest.raises(Malformed):
        decode_body(body)


@given(st.binary(max_size=2000))
def test_paper_gives_the_body_back(body: bytes) -> None:
    """Whatever the body, the empty one included."""
    assert unpack_paper(pack_paper(body)) == body


@given(st.binary(max_size=200))
def test_any_bytes_unpack_or_are_malformed(data: bytes) -> None:
    """No error of the inflater comes out."""
    try:
        body = unpack_paper(data)
    except Malformed:
        return
    assert len(body) == int.from_bytes(data[:4], "big")


GOOD = pack_paper(b"the same words, the same words, the same words")


@pytest.mark.parametrize(
    "packed",
    [
        GOOD + b"\0",
        GOOD[:-1],
        GOOD[:4],
        b"\0\0\0\x2d" + GOOD[4:],
        b"\0\0\0\x2f" + GOOD[4:],
        b"\0\0\0\0" + GOOD[4:],
        b"\0\0\0\1" + zlib.compress(b"x"),
        (INFLATED_BYTES + 1).to_bytes(4, "big") + bytes(INFLATED_BYTES // 50),
        (64 * 1024 + 1).to_bytes(4, "big") + GOOD[4:],
    ],
)
def test_paper_that_is_not_exact_is_malformed(packed: bytes) -> None:
    """Trailing, missing, misdeclared, framed by zlib, too large, or a bomb."""
    with pytest.raises(Malformed):
        unpack_paper(packed)


def test_a_lie_about_the_length_is_never_inflated() -> None:
    """Sixteen mebibytes of zeros behind a declared kibibyte stay deflated."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = deflater.compress(bytes(INFLATED_BYTES)) + deflater.flush()
    with pytest.raises(Malformed):
        unpack_paper((1024).to_bytes(4, "big") + bomb)
    with pytest.raises(Malformed):
        unpack_paper(INFLATED_BYTES.to_bytes(4, "big") + bomb)


def test_a_declared_nothing_is_no_leave_to_inflate_all() -> None:
    """To the inflater a bound of 0 means none; the bomb stays small all the same."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = deflater.compress(bytes(INFLATED_BYTES)) + deflater.flush()
    tracemalloc.start()
    with pytest.raises(Malformed):
        unpack_paper(bytes(4) + bomb)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < INFLATED_BYTES // 16


def test_a_body_above_the_bound_is_never_inflated() -> None:
    """One byte more than paper may hold is refused, however honestly it is declared."""
    deflater = zlib.compressobj(1, zlib.DEFLATED, -15, 8, zlib.Z_HUFFMAN_ONLY)
    deflated = deflater.compress(bytes(INFLATED_BYTES + 1)) + deflater.flush()
    with pytest.raises(Malformed) as caught:
        unpack_paper((INFLATED_BYTES + 1).to_bytes(4, "big") + deflated)
    assert caught.value.where == "paper.length"


@pytest.mark.parametrize("size", [64 * 1024, 64 * 1024 + 1, 1_000_000])
def test_monotonous_text_still_comes_back(size: int) -> None:
    """What an owner may write is never taken for a bomb by our own reader."""
    assert unpack_paper(pack_paper(b"a" * size)) == b"a" * size


def test_a_body_too_large_for_paper_is_refused() -> None:
    """Before anything is deflated, with the bound named."""
    with pytest.raises(TooLarge):
        pack_paper(bytes(INFLATED_BYTES + 1))


def test_a_vault_is_small_on_paper() -> None:
    """Field names cost next to nothing: eight accounts of everything fit 3 KiB."""
    document = encode_document(a_vault(8))
    assert len(pack_paper(encode_body(document))) < 3 * 1024
