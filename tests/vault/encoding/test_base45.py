"""Base45: RFC 9285's examples, and one accepted text for each value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding.base45 import ALPHABET, decode, encode
from vault.errors import Malformed


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"\xff\xff", "FGW"),
        (b"\xff", "U5"),
    ],
)
def test_writes_and_reads_the_examples_of_the_rfc(data: bytes, text: str) -> None:
    """The known answers hold in both directions."""
    assert encode(data) == text
    assert decode(text) == data


@given(st.binary(max_size=700))
def test_gives_back_what_it_was_given(data: bytes) -> None:
    """Any bytes survive, in three characters for two bytes."""
    text = encode(data)
    assert decode(text) == data
    assert len(text) == len(data) // 2 * 3 + len(data) % 2 * 2


@given(st.text(st.sampled_from(ALPHABET), max_size=40))
def test_what_parses_prints_back_identically(text: str) -> None:
    """A text is refused, or is the only one for its value."""
    try:
        data = decode(text)
    except Malformed:
        return
    assert encode(data) == text


@pytest.mark.parametrize(
    "text",
    ["A", "BB8A", "bb8", "BB8\n", "\u0661\u0661", "GGW", ":::", "V5", "::", "B\x00"],
)
def test_refuses_what_no_encoder_writes(text: str) -> None:
    """Lower case, other alphabets, bad lengths and values out of range are refused."""
    with pytest.raises(Malformed):
        decode(text)
