"""The readable part: in clear and saying so, in order on every page, nothing cut."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from tests.printed import (
    CHINESE,
    ENGLISH,
    KOREAN,
    grid_faults,
    outside,
    overlaps,
    words_of,
)
from vault.kit.readable import readable_pages
from vault.kit.readable_facts import (
    ReadableBlock,
    ReadableFacts,
    ReadablePart,
    ReadableStep,
)
from vault.printing.page import Box, Page, Text

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
LINK = "https://help.example/" + "very-long-page-name/" * 8
STEPS = ReadableBlock(
    title="Locked out",
    under="Last checked 2026-03-01 by Mina.",
    steps=(ReadableStep("Open the form", LINK), ReadableStep("Wait. " * 60)),
    notes="Ask for Jo.\n\nShe knows.",
)
DESK = ReadableBlock(title="Help desk", pairs=(("Telephone", "112"), (KOREAN, ENGLISH)))
CODES = ReadableBlock(
    title="Backup codes",
    codes=tuple(f"{n:04} {n * 7919 % 10**4:04}" for n in range(10)),
)
ACCOUNT = ReadablePart("Instagram", "Instagram, lantern", (STEPS, DESK))
WITH_CODES = replace(ACCOUNT, blocks=(STEPS, DESK, CODES))


def clear(**changes: Any) -> ReadableFacts:  # noqa: ANN401  # fields of many types
    """Return the facts of an ordinary readable part, with these changes."""
    ordinary = {
        "kit_number": 7,
        "date": date(2026, 11, 23),
        "owner": "Paper Lantern Studio",
        "paper": "a4",
        "parts": (ACCOUNT,),
    }
    return ReadableFacts(**(ordinary | changes))


def many(count: int) -> tuple[ReadablePart, ...]:
    """Return so many accounts, their names long and of several scripts."""
    names = (CHINESE, KOREAN, ENGLISH, "Shop")
    return tuple(
        replace(WITH_CODES, name=f"{number} {names[number % 4]}")
        for number in range(count)
    )


KINDS: dict[str, dict[str, Any]] = {
    "ordinary": {},
    "with codes": {"parts": (WITH_CODES,)},
    "twelve accounts": {"parts": many(12), "owner": CHINESE},
    "nothing but a name": {"parts": (ReadablePart("Shop", "", ()),)},
    "long codes": {
        "parts": (
            replace(
                ACCOUNT, blocks=(ReadableBlock(title="Seed", codes=("X7 " * 70, "b")),)
            ),
        )
    },
}


@PAPERS
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_in_order(paper: str, kind: str) -> None:
    """Nothing touches, nothing leaves the paper, all stands on the grid."""
    for page in readable_pages(clear(paper=paper, **KINDS[kind])):
        assert list(overlaps(page)) == []
        assert outside(page, margin=14.2) == []
        assert grid_faults(page.items, 4) == []


@PAPERS
def test_every_page_says_that_it_is_in_clear_and_where_it_should_lie(
    paper: str,
) -> None:
    """At its top, in a frame; pages are numbered."""
    pages = readable_pages(clear(paper=paper, parts=many(9)))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        words = words_of(page)
        assert "In clear: whoever finds this page can read it." in words
        assert "Lock it away like money" in words
        assert f"2026-11-23, page {number} of {len(pages)}" in words
        assert frame(page).y < page.height_pt / 4


def frame(page: Page) -> Box:
    """Return the frame around the warning."""
    return next(i for i in page.items if isinstance(i, Box) and i.width > 400)


def test_without_codes_the_pages_say_that_there_are_none() -> None:
    """And warn of the card alone."""
    (page,) = readable_pages(clear())
    assert "No recovery code is on it." in words_of(page)
    assert "never together with the key card" in words_of(page)
    assert "Cross off" not in words_of(page)


def test_nothing_is_cut_and_nothing_is_lost_between_pages() -> None:
    """Every word of every account stands on some page, in order."""
    parts = many(9)
    pages = readable_pages(clear(parts=parts))
    packed = "".join(words_of(page) for page in pages).replace(" ", "")
    at = 0
    for part in parts:
        at = packed.index(part.name.replace(" ", ""), at)
    for needed in (LINK, KOREAN, ENGLISH, "Sheknows", *CODES.codes):
        assert packed.count(needed.replace(" ", "")) >= len(parts)


def test_an_account_that_goes_on_is_named_again() -> None:
    """Whoever holds the second page alone knows what it is of."""
    steps = tuple(ReadableStep(f"Step number {n} of a long list") for n in range(90))
    part = replace(ACCOUNT, blocks=(replace(STEPS, steps=steps),))
    first, *others = readable_pages(clear(parts=(part,)))
    assert "continued" not in words_of(first)
    assert others
    assert all("Instagram, continued" in words_of(page) for page in others)


@PAPERS
def test_no_heading_is_left_alone_at_the_foot(paper: str) -> None:
    """Below a bold line there is always another."""
    for page in readable_pages(clear(paper=paper, parts=many(30))):
        lowest = max((i for i in page.items if isinstance(i, Text)), key=lambda i: i.y)
        assert not (lowest.face == "bold" and lowest.size >= 12 and lowest.x < 60)


def test_codes_stand_in_columns_with_a_box_to_cross_each_off() -> None:
    """One box a code, and codes of one set side by side."""
    (page,) = readable_pages(clear(parts=(WITH_CODES,)))
    boxes = [i for i in page.items if isinstance(i, Box) and i.width == 10]
    assert len(boxes) == 10
    assert len({box.x for box in boxes}) > 1
    assert all(b.y > a.y or b.x > a.x for a, b in pairwise(boxes))


def test_where_nothing_was_chosen_there_is_no_page() -> None:
    """No empty paper."""
    assert readable_pages(clear(parts=())) == []


def test_no_repr_tells_a_code() -> None:
    """Tracebacks go to places that are no safe."""
    assert CODES.codes[1] not in repr(clear(parts=(WITH_CODES,)))
