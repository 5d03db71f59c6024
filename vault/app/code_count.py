"""How many codes of a set are left, and whether that is few."""

from typing import Final

from vault.model.code import STANDING_KINDS, CodeSet

FEW_CODES: Final = 2  # PRODUCT: warn at two left


def codes_left(one: CodeSet) -> int:
    """Return how many codes of a set are unused."""
    return sum(code.state == "unused" for code in one.codes)


def runs_low(one: CodeSet) -> bool:
    """Tell whether new codes should be fetched: two are left, or fewer.

    Not of a set that is retired or of a kind that is kept, nor of one that has as few
    because the platform issues no more at a time.
    """
    if one.retired or one.kind in STANDING_KINDS or not one.codes:
        return False
    left = codes_left(one)
    return left <= FEW_CODES and left < len(one.codes)
