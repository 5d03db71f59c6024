"""Every page of every kind of kit: nothing clipped, nothing touching, nothing told."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printed import (
    CHINESE,
    CODE,
    ENGLISH,
    KOREAN,
    MAIL,
    all_pages,
    blank_codes,
    facts,
    grid_faults,
    outside,
    overlaps,
    words_of,
)
from vault.errors import BrokenInvariant
from vault.kit.pages import code_sheets, cover_page
from vault.kit.plan import Density
from vault.limits import NAME_CHARACTERS
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Text

LONG_RING = [(CHINESE, "+86 755 1234 5678"), (KOREAN, MAIL), (ENGLISH, "+44 29 2018")]
VARIANTS: dict[str, dict[str, Any]] = {
    "ordinary": {},
    "one account": {"accounts_count": 1, "ring": []},
    "sixty accounts": {"accounts_count": 60, "sheets": 24, "needed": 17},
    "passphrase": {"ways": "passphrase"},
    "card": {"ways": "card"},
    "both": {"ways": "both"},
    "partial": {"partial": True, "accounts_count": 3},
    "compact": {"density": Density.COMPACT, "sheets": 4, "needed": 3},
    "chinese": {"owner": CHINESE, "ring": LONG_RING, "ways": "both"},
    "korean": {"owner": KOREAN, "ring": LONG_RING, "ways": "passphrase"},
    "english": {"owner": ENGLISH, "ring": LONG_RING, "letter": "Dear Jo,\n\nring."},
    "long letter": {"letter": "Ring the bank, then the platform. " * 200},
    "many to ring": {"ring": [*LONG_RING, ("Jo", "1"), ("Kim", "2")]},
    "forty sheets": {"sheets": 40, "needed": 28, "kit_number": 1234, "card_number": 99},
}
PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
KITS = pytest.mark.parametrize("kind", VARIANTS)


@cache
def pages_of(paper: str, kind: str) -> list[Page]:
    """Return the pages of a kind of kit; laid out once for all that look at them."""
    return all_pages(facts(paper=paper, **VARIANTS[kind]))


@PAPERS
@KITS
def test_nothing_on_a_page_touches_anything_else(paper: str, kind: str) -> None:
    """No text overlaps a text, a line or the quiet zone of a code."""
    for page in pages_of(paper, kind):
        assert list(overlaps(page)) == []


@PAPERS
@KITS
def test_every_text_stays_five_millimetres_inside_the_paper(
    paper: str, kind: str
) -> None:
    """What a printer cannot reach holds no words."""
    for page in pages_of(paper, kind):
        assert outside(page, margin=14.2) == []


@PAPERS
@KITS
def test_baselines_stand_on_half_the_grid(paper: str, kind: str) -> None:
    """All words but the codes' numbers stand on multiples of 4 points."""
    for page in pages_of(paper, kind):
        words = [i for i in page.items if isinstance(i, Text) and not i.text.isdigit()]
        assert grid_faults(words, 4) == []


@pytest.mark.long
@settings(max_examples=25)
@given(
    owner=st.text(max_size=NAME_CHARACTERS),
    name=st.text(max_size=NAME_CHARACTERS),
    number=st.text(max_size=60),
    letter=st.text(max_size=600),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_any_names_and_letter_leave_the_pages_in_order(
    owner: str, name: str, number: str, letter: str, paper: str
) -> None:
    """Whatever is typed, nothing overlaps and nothing leaves the paper."""
    ring = [(name, number)]
    for page in all_pages(facts(owner=owner, ring=ring, letter=letter, paper=paper)):
        assert list(overlaps(page)) == []
        assert outside(page, margin=14.2) == []


@pytest.mark.parametrize("ways", ["card", "either", "both"])
def test_only_the_key_card_shows_the_code(ways: str) -> None:
    """Cover, letter and sheets hold no group of the code."""
    *open_pages, card, blank = all_pages(facts(ways=ways))
    assert CODE in words_of(card)
    for page in [*open_pages, blank]:
        assert not any(group in words_of(page) for group in CODE.split("-"))


def test_a_kit_that_names_a_card_it_has_not_is_our_own_bug() -> None:
    """Ways and card number must agree, and so must the sheets."""
    for wrong in (
        {"ways": "passphrase", "card_number": 2},
        {"ways": "card", "card_number": None},
        {"sheets": 2, "needed": 3},
        {"needed": 0},
    ):
        with pytest.raises(BrokenInvariant):
            facts(**wrong)


def test_five_sheets_and_their_cover_are_a_small_file() -> None:
    """Codes that do not compress, faces and all: below 200 KiB."""
    noise = iter(range(10**9))
    kit = facts(sheets=5, needed=3, owner=CHINESE)
    codes = [
        [[[_odd(next(noise)) for _ in range(69)] for _ in range(69)] for _ in range(24)]
        for _ in range(5)
    ]
    pdf = draw_pdf([cover_page(kit), *code_sheets(kit, codes)], "Spare Key kit 7")
    assert 60 * 1024 < len(pdf) < 200 * 1024


def test_the_same_facts_make_the_same_pages() -> None:
    """Pages are values: equal facts, equal pages."""
    kit = facts()
    assert all_pages(kit) == all_pages(facts())
    assert code_sheets(kit, blank_codes(kit)) == code_sheets(kit, blank_codes(kit))


def _odd(number: int) -> bool:
    """Return a bit without a pattern that deflate would find."""
    return hash((number * 2654435761) ** 2 % 4294967291) >> 7 & 1 == 1
