"""Numbers as words: drawn passphrases, and fingerprints that two people compare.

The list is EFF's long one (CC BY 3.0 US, credit and licence beside it): 7,776 words,
so a word drawn is worth 12.9 bits.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from vault.errors import BrokenInvariant

WORDS = 7776  # five dice: 6 to the 5th
PASSPHRASE_WORDS = 6  # 77 bits: beyond guessing even for whoever holds the file
FINGERPRINT_WORDS = 8
DIGEST_BYTES = 64
_DRAW_BYTES = 2
_FAIR_DRAWS = 256**_DRAW_BYTES // WORDS * WORDS  # a draw at or above would favour words


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """Return the 7,776 words in the list's own order, which is alphabetical."""
    text = files("resources").joinpath("words", "eff_long.txt").read_text("ascii")
    words = tuple(text.split("\n")[:-1])
    if len(words) != WORDS:
        raise BrokenInvariant("word-list")
    return words


def generate_passphrase(
    random: Callable[[int], bytes], words: int = PASSPHRASE_WORDS
) -> str:
    """Draw `words` words, each as likely as any other, joined by single spaces."""
    return " ".join(_draw(random) for _ in range(words))


def fingerprint_words(digest: bytes) -> tuple[str, ...]:
    """Return the first eight base-7776 digits of a 64-byte digest, as words.

    The digest is read as a big-endian binary fraction, so each digit is as good as
    uniform: eight of them carry 103 bits.
    """
    if len(digest) != DIGEST_BYTES:
        raise BrokenInvariant("fingerprint-digest")
    whole = 256**DIGEST_BYTES
    rest = int.from_bytes(digest, "big")
    words = []
    for _ in range(FINGERPRINT_WORDS):
        digit, rest = divmod(rest * WORDS, whole)
        words.append(word_list()[digit])
    return tuple(words)


def _draw(random: Callable[[int], bytes]) -> str:
    while True:
        number = int.from_bytes(random(_DRAW_BYTES), "big")
        if number < _FAIR_DRAWS:
            return word_list()[number % WORDS]
