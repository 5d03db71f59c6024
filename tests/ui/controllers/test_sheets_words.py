"""What is said of sheets while they are gathered."""

import random
from pathlib import Path

import pytest

from ui.controllers.sheets_words import announced, kits_of, pictures_of
from vault.app.kit_reading import PageRead, Reading
from vault.errors import BadInput
from vault.kit.collect import Collection
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan

FIVE = Plan(Density.STURDY, sheets=5, groups=1, k=60)
FRAMES = frames_of(random.Random(1).randbytes(FIVE.envelope_bytes), FIVE)
KIT = FRAMES[0].kit


def reading(*sheets: int, some: int = 0, pages: tuple[PageRead, ...] = ()) -> Reading:
    """Return what is read of whole sheets, and of the first codes of the last."""
    collection = Collection()
    for frame in FRAMES:
        if frame.sheet in sheets or (frame.sheet == 4 and frame.cell < some):
            collection.add(frame)
    return Reading(tuple(collection.kits()), pages)


def words(one: Reading) -> str:
    (kit,) = kits_of(one)
    return f"{kit.said.title} {kit.said.text}"


def test_what_is_missing_is_named_by_number() -> None:
    """And how many would be enough."""
    said = words(reading(1, some=3))
    assert "27 of 60 codes are read." in said
    assert "Any 3 of its 5 sheets are enough." in said
    assert "Still to come: sheets 1, 3, 4." in said


def test_enough_is_said_and_the_others_are_not_needed() -> None:
    """A tile each, with the codes where they stand."""
    (kit,) = kits_of(reading(0, 2, 3, some=2))
    assert kit.enough
    assert "enough is read; any 3 of 5 sheets would do." in kit.said.title
    assert [sheet.words for sheet in kit.sheets] == [
        "All codes read",
        "Not needed",
        "All codes read",
        "All codes read",
        "2 of 24 codes",
    ]
    assert kit.sheets[4].cells == {0, 1}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Reading(), reading(1), "Sheet 2 of 5: 24 of 24 codes read."),
        (reading(1), reading(1, some=7), "Sheet 5 of 5: 7 of 24 codes read."),
        (reading(0, 1), reading(0, 1, 2), "Enough is read to open it"),
        (reading(0, 1, 2), reading(0, 1, 2), ""),
    ],
)
def test_what_is_new_is_read_out(before: Reading, after: Reading, said: str) -> None:
    """And nothing where nothing is."""
    told = announced(before, after)
    assert said in told
    assert bool(said) == bool(told)


FAULTS = {
    "too blurred": PageRead("a.jpg", 1, fault="blurred"),
    "nothing to be seen": PageRead("a.jpg", 1, fault="blank"),
    "no code found": PageRead("a.jpg", 1),
    "a code, but not of a kit": PageRead("a.jpg", 1, foreign=2),
    "its codes are damaged": PageRead("a.jpg", 1, damaged=3),
    "can't be read": PageRead(
        "a.jpg", 1, trouble=BadInput("a.jpg", "picture-unreadable")
    ),
    "this is the key card": PageRead("a.jpg", 1, foreign=1, card="7QXK"),
}


@pytest.mark.parametrize("why", FAULTS)
def test_a_picture_that_gave_nothing_says_why(why: str) -> None:
    """By its name, with what to do; it is read out too."""
    page = FAULTS[why]
    (said,) = pictures_of(reading(pages=(page,)))
    assert said.title == f"a.jpg: {why}"
    assert said.text
    assert announced(Reading(), reading(pages=(page,))) == said.title
    assert page.card not in said.title + said.text or not page.card


def test_a_cover_among_sheets_is_no_news() -> None:
    """But a PDF in which no page has codes is."""
    cover = PageRead(str(Path("kit.pdf")), 1, pages=2)
    sheet = PageRead("kit.pdf", 2, new=24, pages=2, sheets=((KIT, 0),))
    assert pictures_of(reading(0, pages=(cover, sheet))) == ()
    (said,) = pictures_of(reading(pages=(cover,)))
    assert said.title == "kit.pdf, page 1: no code found"
