"""The sheets of a supplement name it, and its kit, wherever they are found."""

import pytest

from tests.printed import blank_codes, facts, overlaps, words_of
from vault.kit.pages import code_sheets
from vault.printing.page import Page

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])


def sheets(**changes: object) -> list[Page]:
    """Return the sheets of supplement 1 to a kit."""
    told = facts(**{"supplement": 1, "kit_number": 2, "letter": "", **changes})
    return code_sheets(told, blank_codes(told))


@PAPERS
def test_every_sheet_names_supplement_and_kit(paper: str) -> None:
    """Nobody lays it with another kit, or takes it for one."""
    for page in sheets(paper=paper):
        said = words_of(page)
        assert "Spare Key supplement 1 to kit 2" in said
        assert ", together with kit 2" in said


def test_it_says_of_which_day_its_passphrase_is() -> None:
    """It has no cover to tell."""
    day = facts().date.isoformat()
    (first, *_) = sheets(ways="either", card_number=3)
    assert f"key card 3 or the passphrase of {day}" in words_of(first)


def test_where_nobody_is_to_be_rung_it_sends_to_its_kit() -> None:
    """The cover lies there."""
    (first, *_) = sheets(ring=())
    assert "It belongs to kit 2" in words_of(first)


@PAPERS
@pytest.mark.parametrize("number", [1, 88])
def test_the_words_above_stand_apart(paper: str, number: int) -> None:
    """Name, day, digits and sheet, with long numbers too."""
    for page in sheets(paper=paper, supplement=number, kit_number=number):
        assert not list(overlaps(page))
