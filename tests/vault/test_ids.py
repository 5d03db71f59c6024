"""Record ids are well formed, never taken twice, and found by their first symbols."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import BrokenInvariant
from vault.ids import ALPHABET, is_id, match, new_id


@given(st.binary(min_size=7, max_size=7))
def test_whatever_is_drawn_makes_an_id(drawn: bytes) -> None:
    """Every seven random bytes give ten symbols of the alphabet."""
    assert is_id(new_id(lambda _: drawn))


@given(st.integers(0, 2**50 - 1))
def test_all_fifty_bits_count(number: int) -> None:
    """The id is the number of the upper 50 bits, so no randomness is lost."""
    made = new_id(lambda _: (number << 6).to_bytes(7, "big"))
    assert sum(ALPHABET.index(s) * 32**p for p, s in enumerate(made[::-1])) == number


def test_a_taken_id_is_drawn_again() -> None:
    """An id that the vault has already is passed over."""
    draws = itertools.chain([bytes(7), bytes(7)], itertools.repeat(b"\xff" * 7))
    assert new_id(lambda _: next(draws), {"0" * 10}) == "z" * 10


def test_a_broken_source_is_our_bug() -> None:
    """A source that never changes ends in an error, not in a loop."""
    with pytest.raises(BrokenInvariant):
        new_id(bytes, {"0" * 10})


@pytest.mark.parametrize("text", ["", "0" * 9, "0" * 11, "0" * 9 + "u", "0" * 9 + "A"])
def test_other_spellings_are_no_ids(text: str) -> None:
    """Length, alphabet and case are all fixed."""
    assert not is_id(text)


def test_a_newline_behind_an_id_is_noticed() -> None:
    """The whole text is looked at, its end too."""
    assert not is_id("0" * 10 + "\n")


def test_a_prefix_finds_all_it_fits() -> None:
    """Matches come sorted; capitals are taken as small letters; nothing means none."""
    ids = ["abc", "abd", "xyz"]
    assert match("AB", reversed(ids)) == ["abc", "abd"]
    assert match("", ids) == []
    assert match("abc0", ids) == []
