"""Record ids: made, recognised, found again by their first symbols.

An id is ten lower-case Crockford base32 symbols, 50 random bits: short enough to type
the first four, long enough that two devices never draw the same one for a vault.
"""

import re
from collections.abc import Callable, Container, Iterable
from typing import Final

from vault.errors import BrokenInvariant

ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
ID_SYMBOLS: Final = 10
_DRAWN_BYTES: Final = 7  # 56 bits: the six lowest are dropped
_DRAWS: Final = 100  # a source that repeats itself this often is broken
_PAIRS: Final = [a + b for a in ALPHABET for b in ALPHABET]  # ten bits at a time
_SHIFTS: Final = range(5 * (ID_SYMBOLS - 2), -1, -10)
_ID: Final = re.compile(f"[{ALPHABET}]{{{ID_SYMBOLS}}}")


def new_id(random: Callable[[int], bytes], taken: Container[str] = ()) -> str:
    """Draw an id that is not in `taken`; `random` returns the asked number of bytes."""
    for _ in range(_DRAWS):
        drawn = int.from_bytes(random(_DRAWN_BYTES), "big") >> 6
        made = "".join([_PAIRS[drawn >> shift & 1023] for shift in _SHIFTS])
        if made not in taken:
            return made
    raise BrokenInvariant("ids.new_id")


def is_id(text: str) -> bool:
    """Say whether `text` has the shape of a record id, spelt the one accepted way."""
    return _ID.fullmatch(text) is not None


def match(prefix: str, ids: Iterable[str]) -> list[str]:
    """List, sorted, the ids that begin with `prefix`; an empty prefix means none.

    Capitals are taken as their small letters, because people type them.
    """
    if not prefix:
        return []
    wanted = prefix.lower()
    return sorted(one for one in ids if one.startswith(wanted))
