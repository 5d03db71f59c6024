"""The plaintext: padding tells little, and is checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.crypto.stream import sealed_bytes
from vault.envelope.payload import (
    Stamp,
    file_plaintext_bytes,
    join_plaintext,
    paper_plaintext_bytes,
    split_plaintext,
)
from vault.errors import Tampered

STAMPS = st.builds(
    Stamp,
    st.integers(0, 2**64 - 1),
    st.integers(0, 2**32 - 1),
    st.binary(min_size=8, max_size=8),
)


@given(STAMPS, st.binary(max_size=300))
def test_what_is_joined_is_split(stamp: Stamp, body: bytes) -> None:
    """Stamp and body come back, whatever the padding."""
    covered = join_plaintext(stamp, body, file_plaintext_bytes(len(body)))
    found = split_plaintext(covered + b"s" * 64)
    assert (found.stamp, found.body, found.covered) == (stamp, body, covered)
    assert found.signature == b"s" * 64


@given(st.binary(max_size=300))
def test_any_plaintext_is_split_or_tampered(plaintext: bytes) -> None:
    """Whoever holds the file key can still not make us crash."""
    try:
        found = split_plaintext(plaintext)
    except Tampered:
        return
    assert join_plaintext(found.stamp, found.body, len(plaintext)) == found.covered


@given(st.integers(0, 10**7))
def test_a_file_is_padded_upwards_by_little(body_bytes: int) -> None:
    """4 KiB steps up to 64 KiB, then at most an eighth of the length."""
    found, exact = file_plaintext_bytes(body_bytes), body_bytes + 88
    assert found >= exact
    assert found == file_plaintext_bytes(found - 88)
    if exact <= 65_536:
        assert found % 4096 == 0
        assert found - exact < 4096
    else:
        assert found - exact <= exact / 8


def test_a_thousand_edits_show_few_sizes() -> None:
    """A vault that grows from 10 to 128 KiB has at most 30 sizes."""
    sizes = {file_plaintext_bytes(length) for length in range(10_000, 130_984, 121)}
    assert len(sizes) <= 30


@pytest.mark.parametrize(
    ("exact", "padded"),
    [(65_536, 65_536), (65_537, 69_632), (131_073, 135_168), (10**6, 1_015_808)],
)
def test_padme_is_as_published(exact: int, padded: int) -> None:
    """Exponent 17 has five bits of length kept, so steps of 4,096; 19 of 16,384."""
    assert file_plaintext_bytes(exact - 88) == padded


@given(st.integers(0, 50_000), st.integers(20, 300), st.integers(100, 500))
def test_a_kit_fills_whole_symbols(body: int, header: int, symbol: int) -> None:
    """And is padded by less than two of them."""
    found = paper_plaintext_bytes(body, header, symbol)
    assert (header + sealed_bytes(found)) % symbol == 0
    assert 0 <= found - (body + 88) < 2 * symbol
    assert paper_plaintext_bytes(body, header, None) == body + 88
