"""What is offered when a share is made: for how long it counts, how much goes in."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from vault.app.share_preview import SharePreview, share_preview
from vault.model.vault import Vault
from vault.share.scope import DEPTHS, Depth

_MONTHS: Final = 6  # from one review to the next: then it is made anew, or not
_LAST_DAY_OF_ALL: Final = 28  # that every month has


def usual_last_day(today: str) -> str:
    """Return the last day that is offered: half a year from `today`, a record's day."""
    day = date.fromisoformat(today)
    months = day.month - 1 + _MONTHS
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, _LAST_DAY_OF_ALL)).isoformat()


def previews(vault: Vault, accounts: Iterable[str]) -> dict[Depth, SharePreview]:
    """Return, for each depth, what a share of these accounts would hold.

    Raises `NotFound` for an account that is not there.
    """
    chosen = tuple(accounts)
    return {depth: share_preview(vault, chosen, depth) for depth in DEPTHS}
