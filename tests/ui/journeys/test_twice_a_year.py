"""Journey 7: the review twice a year; clicks counted to the summary."""

import pytest
from msgspec.structs import replace

from tests.builders import a_review, a_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.views.review_summary import ReviewSummary
from vault.app.review import going
from vault.app.review_due import due_accounts, minutes
from vault.model.review import Card
from vault.model.vault import Vault

pytestmark = pytest.mark.long  # a whole journey

ACCOUNTS = 8
MOST_MINUTES = 12  # WINDOW
MOST_BESIDE_THE_ACCOUNTS = 2


def last_looked_at_a_year_ago(accounts: int) -> Vault:
    """Return a vault whose accounts were all right, so long ago that all are due."""
    vault = a_vault(accounts)
    day = "2025-03-02"
    cards = tuple(Card(id_, "right", day).spelt() for id_ in vault.accounts)
    past = replace(a_review("Mina", *cards), began=f"{day}T09:00:00Z")
    past = replace(past, ended=f"{day}T09:12:00Z", score=61)
    return replace(vault, reviews={past.id: past})


def gone_through(person: Person) -> None:
    """From the banner to the summary: one click an account that is right."""
    person.click("Start")
    for number in range(1, ACCOUNTS + 1):
        assert person.sees(f"{number} of {ACCOUNTS}")
        if number == 1:
            person.look("first card")
        person.click("Still right")
    person.look("one way in")
    person.click("It worked")


def test_a_review_takes_two_clicks_and_one_an_account(at_vault: AtVault) -> None:
    """The banner says how long it takes; the end leads to all that is left to do."""
    vault = last_looked_at_a_year_ago(ACCOUNTS)
    person = at_vault(vault, "home")
    today = person.application.desk.ports.today()
    assert minutes(len(due_accounts(vault, today))) <= MOST_MINUTES
    assert person.sees("Review due: about 12 minutes")
    person.look("banner")
    gone_through(person)
    assert isinstance(person.application.window.page, ReviewSummary)
    assert person.clicks <= MOST_BESIDE_THE_ACCOUNTS + ACCOUNTS
    person.look("how it stands")
    person.fill("Who signs it off", "Mina")
    person.click("Sign off and finish")
    assert person.sees("Signed off by Mina. 8 still right.")
    assert person.sees("The next one is due")
    person.look("signed off")
    assert going(person.application.vault.vault) is None
    access = person.application.vault.vault.access.values()
    assert {one.last_confirmed for one in access} == {today}
