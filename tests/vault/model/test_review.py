"""What a review keeps is spelt in one way, and read back in that way alone."""

from vault.model.review import (
    Card,
    ScorePart,
    Tried,
    parse_cards,
    parse_parts,
    parse_tried,
)

DAY = "2026-03-01"


def test_answers_tries_and_parts_come_back_as_they_were_given() -> None:
    """Each spelling is the other way round of its reading."""
    card = Card("a" * 10, "right", DAY)
    tried = Tried("a" * 10, "opened", DAY, "a code of the newest set")
    part = ScorePart("codes", 3, 4)
    assert parse_cards([card.spelt()]) == (card,)
    assert parse_tried([tried.spelt()]) == (tried,)
    assert parse_parts([part.spelt()]) == (part,)


def test_what_is_spelt_otherwise_is_left_out() -> None:
    """A newer program may know more; nothing of it is made up."""
    assert parse_cards(["a right", "a right soon", f"a b right {DAY}"]) == ()
    assert parse_tried([f"a opened {DAY}", "a opened soon by code"]) == ()
    assert parse_parts(["codes 3", "codes three 4", "codes 3 -4"]) == ()
