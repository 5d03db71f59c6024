"""Words for passphrases and fingerprints."""

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding import words
from vault.encoding.words import fingerprint_words, generate_passphrase, word_list
from vault.errors import BrokenInvariant


def test_the_list_is_the_one_it_says_it_is() -> None:
    """7,776 different words in order, with the known first and last ones."""
    listed = word_list()
    assert (len(listed), len(set(listed))) == (7776, 7776)
    assert (listed[0], listed[1], listed[-2], listed[-1]) == (
        "abacus",
        "abdomen",
        "zoology",
        "zoom",
    )
    assert list(listed) == sorted(listed)
    assert all(3 <= len(word) <= 9 and word.strip() == word for word in listed)


def test_the_credit_and_the_licence_lie_beside_the_list() -> None:
    """CC BY asks for the author, the licence, and what was changed."""
    text = files("resources").joinpath("words", "LICENSE.txt").read_text("utf-8")
    assert "Electronic Frontier Foundation" in text
    assert "Creative Commons Attribution 3.0 United States" in text
    assert "Changes:" in text


@pytest.fixture(autouse=True)
def _forget_the_list() -> Iterator[None]:
    """Read the list afresh after each test."""
    yield
    word_list.cache_clear()


def test_a_list_of_another_length_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged installation never draws from fewer words in silence."""
    monkeypatch.setattr(words, "WORDS", 7775)
    word_list.cache_clear()
    with pytest.raises(BrokenInvariant):
        word_list()


@given(st.integers(1, 12), st.integers())
def test_a_passphrase_is_words_joined_by_single_spaces(count: int, seed: int) -> None:
    """As many as asked for, each of the list."""
    drawn = generate_passphrase(random.Random(seed).randbytes, count).split(" ")
    assert len(drawn) == count
    assert set(drawn) <= set(word_list())


def test_six_words_are_drawn_unasked() -> None:
    """77 bits, the least that a kit may be opened with alone."""
    assert len(generate_passphrase(random.Random(1).randbytes).split(" ")) == 6


def test_the_draw_is_unbiased() -> None:
    """Each of the 65,536 draws is refused, or stands for a word as often as others."""
    counts: Counter[str] = Counter()
    for number in range(words._FAIR_DRAWS):
        counts[word_list()[number % 7776]] += 1
    assert set(counts.values()) == {8}
    refused = [number.to_bytes(2, "big") for number in range(words._FAIR_DRAWS, 65_536)]
    draws = iter([*refused, b"\x00\x01"])
    assert generate_passphrase(lambda _: next(draws), 1) == "abdomen"


def test_fingerprint_words_are_the_first_digits_of_a_fraction() -> None:
    """The extremes and a known digest spell as they are defined."""
    assert fingerprint_words(bytes(64)) == ("abacus",) * 8
    assert fingerprint_words(b"\xff" * 64) == ("zoom",) * 8
    half = (2**511).to_bytes(64, "big")
    assert fingerprint_words(half) == (word_list()[3888],) + ("abacus",) * 7
    digest = hashlib.sha512(b"sparekey").digest()
    value = int.from_bytes(digest, "big") * 7776**8 >> 512
    digits = [value // 7776**place % 7776 for place in reversed(range(8))]
    assert fingerprint_words(digest) == tuple(word_list()[digit] for digit in digits)


@pytest.mark.parametrize("size", [0, 32, 63, 65])
def test_a_digest_has_64_bytes(size: int) -> None:
    """A shorter one would spell fewer bits than it seems."""
    with pytest.raises(BrokenInvariant):
        fingerprint_words(bytes(size))
