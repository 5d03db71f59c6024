"""Crockford's base32 for text that hands type: 5 bits a symbol, no I, L, O or U."""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 5
UNKNOWN = -1  # stands for a character that is no symbol

_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_VALUES |= {symbol.lower(): value for symbol, value in _VALUES.items()}
_VALUES |= dict.fromkeys("iIlL", 1) | dict.fromkeys("oO", 0)  # look-alikes
_DASHES = "Pd"  # the Unicode category of hyphens and dashes


def to_symbols(number: int, count: int) -> tuple[int, ...]:
    """Return `number` as `count` values of 5 bits, the highest first."""
    return tuple(number >> BITS * place & 31 for place in reversed(range(count)))


def from_symbols(symbols: tuple[int, ...]) -> int:
    """Return the number that `to_symbols` took apart."""
    number = 0
    for symbol in symbols:
        number = number << BITS | symbol
    return number


def spell(symbols: tuple[int, ...], group: int) -> str:
    """Write the symbols in groups of `group` characters joined by hyphens."""
    text = "".join(ALPHABET[symbol] for symbol in symbols)
    return "-".join(text[i : i + group] for i in range(0, len(text), group))


def read_typed(text: str) -> tuple[int, ...]:
    """Read what a hand typed: any case, spaces, dashes, full-width forms, look-alikes.

    A character that is none of these is UNKNOWN: whoever has a checksum may mend it.
    """
    folded = unicodedata.normalize("NFKC", text)
    return tuple(_VALUES.get(char, UNKNOWN) for char in folded if not _is_gap(char))


def _is_gap(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == _DASHES
