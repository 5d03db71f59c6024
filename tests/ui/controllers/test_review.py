"""A review at the window: cards, a try, the end; undone, and gone on with."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_review, a_vault, an_empty_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.views.review import ReviewStart
from ui.views.review_card import ReviewCard, ReviewTry
from ui.views.review_summary import ReviewSummary
from vault.app.review import answers, going
from vault.model.review import parse_tried
from vault.model.vault import Vault

pytestmark = pytest.mark.long  # every test has a window of its own

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(person: Person) -> object:
    return person.application.window.page


def records(person: Person) -> Vault:
    return person.application.vault.vault


def answered(person: Person) -> list[str]:
    one = going(records(person))
    return list(answers(one).values()) if one else []


def at_a_card(at_vault: AtVault, accounts: int = 2) -> Person:
    """Return a person at the first card of a review."""
    person = at_vault(a_vault(accounts), "review")
    person.press("Start one now")
    assert isinstance(shown(person), ReviewCard)
    return person


def test_an_empty_vault_offers_to_add_an_account(at_vault: AtVault) -> None:
    """There is nothing to look at yet, and the gain is named."""
    person = at_vault(an_empty_vault(), "review")
    assert person.sees("Find what went stale before you need it")
    person.press("Add an account…")
    assert person.sees("New account")


def test_a_review_is_gone_through_by_keys_alone(at_vault: AtVault) -> None:
    """Enter is still right, and confirms who has access; the score rises by it."""
    person = at_vault(a_vault(2), "home")
    person.key(Qt.Key.Key_8, CTRL)
    person.press("Start one now")
    assert person.sees("Shop 1")
    assert person.sees("1 of 2")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    assert answered(person) == ["right", "right"]
    assert all(one.last_confirmed for one in records(person).access.values())
    assert isinstance(shown(person), ReviewTry)
    assert person.sees("Sign in to Shop 1 with one recovery code, and mark it used.")
    person.press("It did not")
    assert isinstance(shown(person), ReviewSummary)
    assert person.sees("signing in with a recovery code failed")
    person.press("Sign off and finish")
    assert person.sees("Say who looked at all this")
    person.fill("Who signs it off", "Person 0")
    person.press("Sign off and finish")
    assert person.sees("Signed off by Person 0. 2 still right")
    (one,) = records(person).reviews.values()
    assert one.signed_by in records(person).people
    person.press("Done")
    assert person.sees("The next review is due")


def test_whoever_is_unticked_is_not_confirmed(at_vault: AtVault) -> None:
    """The answer is kept all the same."""
    person = at_a_card(at_vault, 1)
    (held,) = records(person).access.values()
    person.press(records(person).people[held.person].name + ", admin")
    person.press("Still right")
    assert answered(person) == ["right"]
    assert records(person).access[held.id].last_confirmed == held.last_confirmed


def test_undo_takes_a_card_back_and_redo_gives_it_again(at_vault: AtVault) -> None:
    """The card is shown again, without a message above it."""
    person = at_a_card(at_vault)
    person.press("Still right")
    assert person.sees("2 of 2")
    person.key(Qt.Key.Key_Z, CTRL)
    assert answered(person) == []
    assert person.sees("1 of 2")
    assert not person.sees("Show it")
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert answered(person) == ["right"]
    assert person.sees("2 of 2")


def test_undoing_the_beginning_leads_back_to_the_first_page(at_vault: AtVault) -> None:
    """There is no review to show a card of."""
    person = at_a_card(at_vault)
    person.key(Qt.Key.Key_Z, CTRL)
    assert isinstance(shown(person), ReviewStart)
    assert person.sees("Start one now")


def test_change_leads_to_the_account_and_back_to_its_card(at_vault: AtVault) -> None:
    """Right after the change is an answer of its own."""
    person = at_a_card(at_vault)
    person.press("Change…")
    assert person.application.window.place == "accounts"
    person.press("Back to the card")
    assert person.sees("1 of 2")
    person.press("Now it is right")
    assert answered(person) == ["changed"]


def test_it_is_left_and_gone_on_with_where_it_stood(at_vault: AtVault) -> None:
    """What was skipped has an answer too, and is offered at the end."""
    person = at_a_card(at_vault)
    person.press("Skip")
    person.application.desk.go("home")
    person.wait()
    assert person.sees("A review was begun and is not signed off")
    person.application.desk.go("review")
    person.wait()
    assert person.sees("A review goes on: 1 of 2 cards are answered")
    person.press("Go on")
    assert person.sees("2 of 2")
    person.press("Gone")
    person.press("Not now")
    assert isinstance(shown(person), ReviewSummary)
    assert person.sees("is gone, as a review says")
    person.press("Look at them")
    assert person.sees("Answered before: skipped")
    person.press("Still right")
    assert answered(person) == ["gone", "right"]
    assert isinstance(shown(person), ReviewSummary)
    person.key(Qt.Key.Key_Escape)
    assert person.sees("2 of 2")


def test_a_task_leads_where_it_is_mended_and_back(at_vault: AtVault) -> None:
    """By a button above the page."""
    person = at_a_card(at_vault, 1)
    person.press("Still right")
    person.press("It worked")
    one = going(records(person))
    assert one is not None
    assert [each.result for each in parse_tried(one.tried)] == ["worked"]
    person.press("Share…")
    person.press("Back to the review")
    assert isinstance(shown(person), ReviewSummary)


def test_the_months_are_set_here(at_vault: AtVault) -> None:
    """And the day of the next one follows."""
    person = at_vault(a_vault(1), "review")
    before = person.seen()
    person.tab_to("Most accounts")
    person.key(Qt.Key.Key_Up)
    assert records(person).review_months == 4
    assert person.seen() != before


def test_earlier_reviews_are_listed_and_drawn(at_vault: AtVault) -> None:
    """The line is told in words too."""
    signed = replace(a_review("Mina"), score=75)
    vault = replace(a_vault(1), reviews={signed.id: signed})
    person = at_vault(vault, "review")
    assert person.sees("75 of 100. Signed off by Mina")
    line = person.find("The score of each review")
    assert line.accessibleDescription() == "2 Mar 2026: 75 of 100"


def test_the_day_is_saved_for_a_calendar(at_vault: AtVault, tmp_path: Path) -> None:
    """As a file that any calendar reads."""
    person = at_vault(a_vault(1), "review")
    person.press("Save the day…")
    person.choose(tmp_path / "next.ics")
    assert (tmp_path / "next.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert person.sees("The day is saved")


def test_a_report_is_saved_after_a_warning(at_vault: AtVault, tmp_path: Path) -> None:
    """Of any earlier review."""
    signed = a_review("Mina")
    vault = replace(a_vault(1), reviews={signed.id: signed})
    person = at_vault(vault, "review")
    for words, name, begins in (
        ("Save as text…", "review.md", b"# Review"),
        ("Save as PDF…", "review.pdf", b"%PDF"),
    ):
        person.press("Report of 2 Mar 2026…")
        assert person.sees("whoever has the file can read it")
        person.press(words)
        person.choose(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert person.sees("The report is saved")


def test_nothing_is_begun_where_nothing_may_be_written(at_vault: AtVault) -> None:
    """What was found earlier is shown all the same."""
    person = at_vault(a_vault(1), "review", read_only="newer-minor")
    assert person.sees("The next review is due")
    assert not person.sees("Start")
