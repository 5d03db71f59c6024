"""Text for hands."""

from hypothesis import given
from hypothesis import strategies as st

from vault.encoding import base32

SYMBOLS = st.lists(st.integers(0, 31), min_size=1, max_size=40).map(tuple)


@given(SYMBOLS)
def test_numbers_and_symbols_are_the_same(symbols: tuple[int, ...]) -> None:
    """What is taken apart is put together again, leading zeros included."""
    number = base32.from_symbols(symbols)
    assert base32.to_symbols(number, len(symbols)) == symbols


@given(SYMBOLS, st.integers(1, 8))
def test_what_is_spelled_is_read(symbols: tuple[int, ...], group: int) -> None:
    """Groups and hyphens change nothing, nor do case and full-width forms."""
    text = base32.spell(symbols, group)
    assert max(len(part) for part in text.split("-")) <= group
    assert base32.read_typed(text) == symbols
    assert base32.read_typed(text.lower()) == symbols
    wide = "".join(chr(ord(char) + 0xFEE0) for char in text)
    assert base32.read_typed(wide) == symbols


def test_look_alikes_are_the_digits_they_look_like() -> None:
    """I and L are one, O is zero; U is no symbol, since it looks like V."""
    assert base32.read_typed("iIlL1oO0") == (1, 1, 1, 1, 1, 0, 0, 0)
    assert base32.read_typed("uU?ä") == (base32.UNKNOWN,) * 4
    assert not set("ILOU") & set(base32.ALPHABET)


def test_gaps_do_not_count() -> None:
    """Spaces of any script, line ends and dashes of any length are passed over."""
    assert base32.read_typed("A \u3000\t\r\nB-\u2010\u2013\u2014\uff0dC") == (
        10,
        11,
        12,
    )
