"""A key card written by hand: what was written is typed back before it counts.

Here nothing is mended: a slip that is mended today is one that a stranger can no
longer afford in ten years.
"""

from typing import NamedTuple

from vault.encoding import base32
from vault.encoding.recovery_code import SYMBOLS
from vault.i18n import translate as _
from vault.i18n import translate_count

_MOST_NAMED = 4  # beyond that, it is easier to write it anew


class TypedBack(NamedTuple):
    """Whether the code was typed back as it is, and if not, where it differs."""

    same: bool
    words: str


def typed_back(typed: str, code: str) -> TypedBack:
    """Compare what was typed off the card with the code that should stand on it."""
    symbols, meant = base32.read_typed(typed), base32.read_typed(code)
    if len(symbols) != SYMBOLS:
        words = _("{n} of 31 characters").format(n=len(symbols))
        return TypedBack(False, words)
    wrong = [place for place in range(SYMBOLS) if symbols[place] != meant[place]]
    if not wrong:
        return TypedBack(True, _("All 31 characters are right."))
    if len(wrong) > _MOST_NAMED:
        words = _("Many characters differ: write the code anew, and type that.")
        return TypedBack(False, words)
    plain = [character for character in code if character.isalnum()]
    one = _("number {n} is {character}")
    named = [one.format(n=place + 1, character=plain[place]) for place in wrong]
    words = translate_count(
        "One character differs: {named}. Mend it on the card, and type it again.",
        "Some characters differ: {named}. Mend them on the card, and type it again.",
        len(wrong),
    )
    return TypedBack(False, words.format(named=", ".join(named)))
