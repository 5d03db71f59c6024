"""Foreign bytes become text strictly, or are refused with the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import BadInput
from vault.exchange.plain_text import read_text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf_8_is_read_as_it_is_with_or_without_a_mark(text: str) -> None:
    """The byte order mark in front is dropped, and nothing else."""
    assert read_text(text.encode()) == text
    assert read_text(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize(
    ("data", "where", "problem"),
    [
        (b"a\nb\nc\xff", "line 3", "not-utf-8"),
        (b"\xed\xa0\x80", "line 1", "not-utf-8"),  # a surrogate in bytes
        (b"\xc0\xaf", "line 1", "not-utf-8"),  # a slash in too many bytes
        (b"a\n\0", "line 2", "nul-byte"),
        ("a\nb".encode("utf-16"), "line 1", "not-utf-8"),
    ],
)
def test_other_bytes_are_refused_with_their_line(
    data: bytes, where: str, problem: str
) -> None:
    """The message can name the line that an editor shows."""
    with pytest.raises(BadInput) as caught:
        read_text(data)
    assert (caught.value.where, caught.value.problem) == (where, problem)
