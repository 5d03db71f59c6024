"""When the next review is due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_review,
    a_vault,
    an_account,
    an_empty_vault,
    with_records,
)
from vault.app.review_due import (
    account_due,
    due_accounts,
    first_due,
    is_due,
    minutes,
    months_later,
    next_due,
    setting_months,
    usual_months,
)
from vault.app.review_words import why_words
from vault.errors import BrokenInvariant
from vault.model.change import apply
from vault.model.vault import Vault

FIRST, SECOND, THIRD = (an_account(n) for n in range(3))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-03-31", 3, "2026-06-30"),
        ("2026-01-15", 0, "2026-01-15"),
        ("9999-12-31", 12, "9999-12-31"),
    ],
)
def test_a_month_that_has_no_such_day_ends_on_its_last(
    day: str, months: int, later: str
) -> None:
    """A review of 31 August is due at the end of February."""
    assert months_later(day, months) == later


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60), st.integers(0, 60)
)
def test_more_months_are_never_earlier(day: date, few: int, more: int) -> None:
    """And the month is the one counted to."""
    first = date.fromisoformat(months_later(day.isoformat(), few))
    assert (first.year * 12 + first.month) - (day.year * 12 + day.month) == few
    assert months_later(day.isoformat(), few + more) >= first.isoformat()
    assert first.day <= day.day


def test_the_first_is_due_half_a_year_after_the_vault_was_made() -> None:
    """It was made on the first of March."""
    vault = a_vault(2)
    assert next_due(vault) == "2026-09-01"
    assert not is_due(vault, "2026-08-31")
    assert is_due(vault, "2026-09-01")


def test_a_vault_without_accounts_is_never_due() -> None:
    """There is nothing to look at."""
    assert next_due(an_empty_vault()) == ""
    assert not is_due(an_empty_vault(), "2099-01-01")


def with_importance(vault: Vault, *words: str) -> Vault:
    named = zip(vault.accounts.values(), words, strict=True)
    accounts = [replace(one, importance=word) for one, word in named]
    return with_records(vault, {"accounts": [*accounts]})


def test_what_matters_most_is_looked_at_most_often() -> None:
    """Three months, six, twelve; or what the vault says."""
    vault = with_importance(a_vault(3), "vital", "", "minor")
    days = [account_due(vault, one) for one in vault.accounts.values()]
    assert days == ["2026-06-01", "2026-09-01", "2027-03-01"]
    own = replace(vault, review_vital_months=1, review_months=2, review_minor_months=4)
    days = [account_due(own, one) for one in own.accounts.values()]
    assert days == ["2026-04-01", "2026-05-01", "2026-07-01"]
    assert next_due(vault) == "2026-06-01"


def test_a_review_looks_at_what_is_due_and_at_what_no_review_saw() -> None:
    """Second was looked at in March, and comes again in September; third is new."""
    vault = with_importance(a_vault(3), "vital", "", "")
    cards = (f"{FIRST.id} right 2026-03-02", f"{SECOND.id} skipped 2026-03-02")
    vault = with_records(vault, {"reviews": [a_review("Mina", *cards)]})
    assert next_due(vault) == "2026-06-02"
    found = {one.id for one in due_accounts(vault, "2026-06-02")}
    assert found == {FIRST.id, THIRD.id}


def test_a_review_before_its_time_looks_at_all() -> None:
    """What is worth most comes first."""
    found = due_accounts(a_vault(3), "2026-03-01")
    assert [one.id for one in found] == [THIRD.id, SECOND.id, FIRST.id]


def test_one_that_still_goes_on_does_not_put_the_next_off() -> None:
    """Only a sign-off does."""
    review = replace(a_review("", f"{FIRST.id} right 2026-08-01"), ended="")
    vault = with_records(a_vault(2), {"reviews": [review]})
    assert next_due(vault) == "2026-09-01"


def test_eight_accounts_take_twelve_minutes() -> None:
    """And none takes less than one."""
    assert [minutes(n) for n in (0, 1, 8)] == [1, 2, 12]


def test_the_account_that_hurries_the_next_review_is_named() -> None:
    """A vital one, every three months."""
    vault = a_vault(2)
    vital = replace(SECOND, importance="vital")
    vault = replace(vault, accounts={FIRST.id: FIRST, SECOND.id: vital})
    assert first_due(vault) == vital
    assert why_words(vault) == "Shop 1 is looked at every 3 months."
    assert first_due(an_empty_vault()) is None
    assert why_words(an_empty_vault()) == ""


def test_the_months_are_set_for_the_whole_vault() -> None:
    """The same again changes nothing; none at all is refused."""
    vault, _changes = apply(a_vault(1), setting_months(a_vault(1), 4, 1, 24), NOON)
    assert usual_months(vault) == (4, 1, 24)
    assert next_due(vault) == "2026-07-01"
    assert setting_months(vault, 4, 1, 24) == []
    with pytest.raises(BrokenInvariant):
        setting_months(vault, 0, 3, 12)
