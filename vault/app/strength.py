"""How hard a passphrase of one's own is to guess, as far as its letters tell.

Rules. Only length and variety are counted, and what is plainly easy: one letter over
and over, rows of the keyboard, the name of the business. Whether it is a quotation, a
pet or a date nobody can see here, and that is said. Drawn words are not rated: they are
worth 77 bits whatever they look like.
"""

from itertools import pairwise
from typing import Final, Literal, NamedTuple
from unicodedata import east_asian_width

from vault.i18n import translate as _

Level = Literal["", "refused", "weak", "fair", "good"]

LEAST_CHARACTERS: Final = 12  # the command line calls less than this short
FAIR_CHARACTERS: Final = 16
GOOD_CHARACTERS: Final = 24
LEAST_DIFFERENT: Final = 6  # different characters, below which it is a pattern
GOOD_DIFFERENT: Final = 10
LEAST_OF_A_NAME: Final = 4  # a shorter name is in many a word by chance
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
)
_NEIGHBOURS: Final = frozenset(
    pair for row in _ROWS for pair in (*pairwise(row), *pairwise(row[::-1]))
)


class Strength(NamedTuple):
    """A level and its words; `refused` is too weak to lock anything with."""

    level: Level
    words: str


def strength_of(text: str, name: str = "") -> Strength:
    """Rate a passphrase that somebody made up for a business of that name."""
    if not text:
        return Strength("", "")
    length = _length(text)
    if length < LEAST_CHARACTERS:
        words = _("Too short: {n} of at least {least} characters.")
        return Strength("refused", words.format(n=length, least=LEAST_CHARACTERS))
    if easy := _easy(text.casefold(), name.casefold().strip()):
        return Strength("refused", easy)
    different = len(set(text.casefold()))
    if length < FAIR_CHARACTERS:
        words = _("Weak: short enough to be found by trying.")
        return Strength("weak", words)
    if length < GOOD_CHARACTERS or different < GOOD_DIFFERENT:
        return Strength("fair", _("Fair, if it is no name, date or saying."))
    return Strength("good", _("Long enough, if it is no quotation or song."))


def _length(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _easy(text: str, name: str) -> str:
    """Say why a text is plainly easy to guess; "" where that can't be seen."""
    if len(set(text)) < LEAST_DIFFERENT or _repeats(text):
        return _("Too easy: the same few characters over and over.")
    rows = sum(pair in _NEIGHBOURS for pair in pairwise(text))
    if 2 * rows > len(text):
        return _("Too easy: mostly keys or letters in a row.")
    if len(name) >= LEAST_OF_A_NAME and name in text:
        rest = text.replace(name, "")
        if len(rest) < LEAST_CHARACTERS:
            return _("Too easy: the name of the business and a little more.")
    return ""


def _repeats(text: str) -> bool:
    """Tell whether the text is a shorter one, said several times."""
    return text in (text + text)[1:-1]
