"""What the pages of a review say, without a window."""

from msgspec.structs import replace

from tests.builders import DAY, a_kit, a_review, a_vault, an_account, an_incident
from ui.controllers.review_words import (
    card_state,
    past_words,
    signed_state,
    start_state,
    summary_state,
    task_of,
)
from ui.widgets.score_line import Point
from vault.app.care import Care, Looked, look
from vault.app.review_score import score
from vault.model.review import Card, Review, Tried
from vault.model.vault import Vault

FIRST, SECOND = an_account(0), an_account(1)
GOING = Review(id="going00000", began="2026-03-01T12:00:00Z")


def with_reviews(*reviews: Review, accounts: int = 2) -> Vault:
    return replace(a_vault(accounts), reviews={one.id: one for one in reviews})


def looked(vault: Vault) -> Looked:
    return look(vault, DAY)


def test_one_that_goes_on_says_how_far_it_is() -> None:
    """And how long the others take."""
    begun = replace(GOING, cards=(Card(FIRST.id, "skipped", DAY).spelt(),))
    state = start_state(with_reviews(begun), DAY, may_write=True)
    assert state.title == "A review goes on: 1 of 2 cards are answered"
    assert state.about == "1 account to look at, about 2 min."
    assert state.act == "Go on"


def test_one_that_is_due_says_why() -> None:
    """By which account."""
    state = start_state(with_reviews(), "2026-09-01", may_write=True)
    assert state.title == "Review due: about 3 minutes"
    assert state.about == "Shop 0 is looked at every 6 months."
    assert state.act == "Start"


def test_where_nothing_may_be_written_none_is_begun() -> None:
    """Nor without an account."""
    assert start_state(with_reviews(), DAY, may_write=False).act == ""
    empty = start_state(replace(a_vault(1), accounts={}), DAY, may_write=True)
    assert (empty.act, empty.empty) == ("", True)


def test_earlier_ones_are_listed_newest_first_and_drawn_oldest_first() -> None:
    """One without a score is listed alone."""
    old = replace(a_review("Mina"), id="old", ended="2025-03-02T09:30:00Z", score=None)
    state = start_state(with_reviews(old, a_review("Mina")), DAY, may_write=True)
    assert [one.day for one in state.past] == ["2 Mar 2026", "2 Mar 2025"]
    assert state.points == (Point("2026-03-02", 75),)


def test_what_came_of_a_review_is_one_line() -> None:
    """By whom, and how many answers of each sort."""
    cards = (f"{FIRST.id} right {DAY}", f"{SECOND.id} skipped {DAY}")
    vault = with_reviews()
    person = next(iter(vault.people.values()))
    said = past_words(vault, a_review(person.id, *cards))
    assert said == "75 of 100. Signed off by Person 0. 1 still right, 1 skipped."
    bare = replace(a_review("Mina"), score=None)
    assert past_words(vault, bare) == "Signed off by Mina."


def test_a_card_says_its_place_and_what_was_answered() -> None:
    """Days are written as people write them."""
    review = replace(GOING, cards=(Card(FIRST.id, "gone", DAY).spelt(),))
    vault = with_reviews(review)
    state = card_state(vault, review, vault.accounts[FIRST.id], changed=False)
    assert (state.number, state.of, state.first) == (2, 2, False)
    assert state.given == "gone"
    assert ("Steps last confirmed", "1 Mar 2026") in state.facts
    assert [words for _id, words in state.holders] == ["Person 1, admin"]


def test_every_part_of_the_score_that_can_rise_has_a_button() -> None:
    """What was skipped leads back to its card; what failed is a task beside."""
    failed = (Tried(FIRST.id, "failed", DAY, "mailbox").spelt(),)
    skipped = (Card(FIRST.id, "skipped", DAY).spelt(),)
    review = replace(GOING, cards=skipped, tried=failed)
    vault = with_reviews(review)
    found = score(vault, today=DAY)
    state = summary_state(vault, found, looked(vault), known=True)
    assert found is not None
    assert state.score == found.points
    short = [part.got < part.of for part in found.parts]
    assert [bool(one.act) for one in state.points] == short
    leads = [one.what for one in state.points if one.place == "review"]
    assert leads == [SECOND.id]  # the first card that is open
    assert [one.what for one in state.tasks] == [FIRST.id]
    parts = {one.title for one in state.points}
    assert not parts & {one.title for one in state.tasks}


def test_a_kit_that_is_older_than_the_changes_is_to_be_printed() -> None:
    """And one that holds all is said to."""
    vault = with_reviews()
    state = summary_state(vault, None, looked(vault), known=False)
    assert state.score is None
    assert state.looking
    assert state.kit is not None
    assert not state.kit_good
    assert state.kit.place == "kit-new"
    kit = replace(a_kit(9), read_back=f"{DAY}T13:00:00Z", made=f"{DAY}T12:30:00Z")
    whole = replace(vault, kits={kit.id: kit})
    good = summary_state(whole, None, looked(whole), known=True)
    assert good.kit is not None
    assert good.kit_good
    assert good.kit.title.startswith("Kit 9, printed")


def test_a_task_leads_where_it_is_done() -> None:
    """By its sort."""
    vault = replace(a_vault(1), incidents={"i": replace(an_incident(), id="i")})
    found = looked(vault)

    def led(sort: str) -> tuple[str, object]:
        todo = task_of(vault, Care(sort, "What", "How", (FIRST.id,)), found)
        return todo.place, todo.what

    assert led("incident") == ("incident", None)
    assert led("checks") == ("to-check", None)
    assert led("way-failed") == ("accounts", FIRST.id)
    assert led("account-gone") == ("accounts", FIRST.id)
    assert led("paper-over") == ("papers", None)
    assert led("share-stale") == ("shares", None)
    assert led("pack-news") == ("news", None)
    assert led("circle") == ("rehearsal", None)
    assert led("general-stale") == ("", None)


def test_signed_off_it_says_when_the_next_is_due() -> None:
    """With the line of scores so far."""
    vault = with_reviews(a_review("Mina"))
    state = signed_state(vault, a_review("Mina"))
    assert state.about.endswith("The next one is due 1 Sep 2026.")
    assert state.line == (Point("2026-03-02", 75),)
