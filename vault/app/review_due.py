"""When the next review is due: by how much an account matters, from the last review.

An account is due some months after the last ended review that had a card for it. One
that never had a card comes into whichever review is next, but hurries none.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from vault.errors import BrokenInvariant
from vault.model.account import Account
from vault.model.change import Change, edit_vault
from vault.model.moment import is_day
from vault.model.review import Review, parse_cards
from vault.model.vault import Vault

MONTHS: Final = 6  # twice a year
VITAL_MONTHS: Final = 3
MINOR_MONTHS: Final = 12
_SECONDS_A_CARD: Final = 90  # WINDOW: 8 accounts in 12 minutes


def months_later(day: str, months: int) -> str:
    """Return the same day so many months later, or that month's last where it ends."""
    start = date.fromisoformat(day[:10])
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year = min(year, date.max.year)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()


def months_between(vault: Vault, account: Account) -> int:
    """Return how many months may pass between two looks at an account."""
    usual, vital, minor = usual_months(vault)
    return {"vital": vital, "minor": minor}.get(account.importance, usual)


def ended_reviews(vault: Vault) -> list[Review]:
    """Return the reviews that were signed off, in the order of their ends."""
    ended = (one for one in vault.reviews.values() if one.ended)
    return sorted(ended, key=lambda one: (one.ended, one.id))


def account_due(vault: Vault, account: Account) -> str:
    """Return the day an account is due; "" where nothing dated lies before it."""
    since = _last_look(vault).get(account.id) or _last_end(vault)
    return months_later(since, months_between(vault, account)) if since else ""


def next_due(vault: Vault) -> str:
    """Return the day the next review is due; "" for a vault without accounts."""
    return min((day for day, _one in _due_days(vault)), default="")


def first_due(vault: Vault) -> Account | None:
    """Return an account for which the next review is due when it is, if any."""
    found = min(_due_days(vault), key=lambda one: (one[0], one[1].name), default=None)
    return found[1] if found else None


def setting_months(vault: Vault, usual: int, vital: int, minor: int) -> list[Change]:
    """Return what sets how many months pass between looks at accounts, by importance.

    Raises BrokenInvariant for fewer than one.
    """
    if min(usual, vital, minor) < 1:
        raise BrokenInvariant("review.months")
    wanted = {
        "review_months": usual,
        "review_vital_months": vital,
        "review_minor_months": minor,
    }
    if all(getattr(vault, name) == value for name, value in wanted.items()):
        return []
    return [edit_vault(vault, **wanted)]


def usual_months(vault: Vault) -> tuple[int, int, int]:
    """Return the months between two looks: usually, for vital and minor accounts."""
    return (
        vault.review_months or MONTHS,
        vault.review_vital_months or VITAL_MONTHS,
        vault.review_minor_months or MINOR_MONTHS,
    )


def is_due(vault: Vault, today: str) -> bool:
    """Tell whether a review should be begun by that day."""
    due = next_due(vault)
    return bool(due) and due <= today


def due_accounts(vault: Vault, today: str) -> list[Account]:
    """Return what a review begun that day looks at, what is worth most first.

    One begun before anything is due looks at all.
    """
    looks = _last_look(vault)
    due = [
        one
        for one in vault.accounts.values()
        if one.id not in looks or account_due(vault, one) <= today
    ]
    found = due if is_due(vault, today) else vault.accounts.values()
    return sorted(found, key=lambda one: (-(one.worth_a_day or 0), one.name, one.id))


def minutes(accounts: int) -> int:
    """Return about how many minutes a review of so many accounts takes."""
    return max(1, -(-accounts * _SECONDS_A_CARD // 60))


def _due_days(vault: Vault) -> Iterator[tuple[str, Account]]:
    """Yield the day that each account is due, where something dated lies before it."""
    looks, end = _last_look(vault), _last_end(vault)
    for one in vault.accounts.values():
        if since := looks.get(one.id) or end:
            yield months_later(since, months_between(vault, one)), one


def _last_look(vault: Vault) -> dict[str, str]:
    """Return the day of the last ended review that had a card, by account."""
    return {
        card.account: one.ended[:10]
        for one in ended_reviews(vault)
        for card in parse_cards(one.cards)
    }


def _last_end(vault: Vault) -> str:
    ended = ended_reviews(vault)
    start = ended[-1].ended[:10] if ended else vault.created[:10]
    return start if is_day(start) else ""
