"""What one card of a review shows."""

from msgspec.structs import replace

from tests.builders import (
    DAY,
    a_code_set,
    a_vault,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from vault.app.review_card import card_facts, codes_words, holders, last_check

FIRST, SECOND = an_account(0), an_account(1)


def test_a_card_tells_all_that_an_account_hangs_on() -> None:
    """Login, phone, mailbox, what gives it back, owner, codes, steps."""
    vault = a_vault(2, codes=10, used=4)
    facts = dict(card_facts(vault, vault.accounts[SECOND.id]))
    assert facts == {
        "Login": "shop1",
        "Phone it hangs on": "None",
        "Mailbox it hangs on": "owner@example.com",
        "Recovers through": "Shop 0",
        "Who answers for it": "Person 1",
        "Codes left": "6 of 10",
        "Steps last confirmed": DAY,
    }


def test_what_is_missing_is_said() -> None:
    """But that nothing gives it back is usual."""
    vault = with_records(an_empty_vault(), {"accounts": [replace(FIRST, login="")]})
    facts = dict(card_facts(vault, vault.accounts[FIRST.id]))
    assert facts["Login"] == "None written down"
    assert facts["Who answers for it"] == "Nobody yet"
    assert facts["Codes left"] == "None"
    assert facts["Steps last confirmed"] == "Never"
    assert "Recovers through" not in facts


def test_a_set_that_is_retired_counts_no_codes() -> None:
    """It opens nothing any more."""
    old = replace(a_code_set(FIRST.id), retired=DAY)
    records = {"accounts": [FIRST], "code_sets": [old]}
    assert codes_words(with_records(an_empty_vault(), records), FIRST.id) == "None"


def test_steps_of_another_account_were_not_checked_here() -> None:
    """Nor those of the whole vault."""
    vault = a_vault(1)
    assert last_check(vault, FIRST.id) == DAY
    assert last_check(vault, SECOND.id) == ""


def test_who_has_access_is_listed_without_those_who_lost_it() -> None:
    """By name."""
    vault = a_vault(1)
    held = an_access(next(iter(vault.people)), FIRST.id, 7)
    access = {held.id: held, "over": replace(held, id="over", ended=DAY)}
    vault = replace(vault, access=access)
    assert [(one.access, one.name, one.role) for one in holders(vault, FIRST.id)] == [
        (held.id, "Person 0", "admin")
    ]
