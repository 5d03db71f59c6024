"""The cover: for a stranger, on one page, naming only the ways in that exist."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.printed import CHINESE, MAIL, SIGNER, facts, words_of
from vault.kit.cover_format import format_lines
from vault.kit.pages import cover_page, letter_pages
from vault.kit.plan import Density
from vault.printing.page import Box, Page, Rule, Text, points

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
LETTER = "Dear Jo,\n\nring the bank first, then the platforms.\n\nMina"
LONG = "".join(f"Step {number}: ring desk {number}. " for number in range(1500))


def ruled(page: Page) -> list[Rule]:
    """Return the lines of a page that are there to write on."""
    return [i for i in page.items if isinstance(i, Rule) and i.width == 0.4]


@pytest.mark.parametrize(
    ("ways", "named", "unnamed"),
    [
        ("passphrase", ["passphrase", "Argon2id"], ["key card", "Crockford", "C ="]),
        ("card", ["key card 2", "Crockford"], ["passphrase", "Argon2id", "P ="]),
        ("either", ["key card 2 or the passphrase", "One is enough"], ["Both"]),
        ("both", ["key card 2 and the passphrase", "Both are needed"], ["One is"]),
    ],
)
@pytest.mark.parametrize("partial", [False, True])
def test_the_cover_names_only_the_ways_in_that_exist(
    ways: str, named: list[str], unnamed: list[str], *, partial: bool
) -> None:
    """Sentences and format speak of no passphrase or card that the kit has not."""
    words = words_of(cover_page(facts(ways=ways, partial=partial)))
    assert [word for word in named if word not in words] == []
    assert [word for word in unnamed if word in words] == []


def test_a_full_kit_opens_with_the_passphrase_of_its_day() -> None:
    """The day is printed, because the passphrase may change after it."""
    assert "the passphrase of 2026-11-23" in words_of(cover_page(facts()))


def test_a_partial_kit_has_a_passphrase_of_its_own() -> None:
    """It says that the accounts were chosen, and never asks for the vault's."""
    words = words_of(cover_page(facts(partial=True, accounts_count=3)))
    assert "3 chosen online accounts" in words
    assert "the passphrase made for this kit" in words
    assert "the passphrase of" not in words


def test_without_a_card_the_cover_carries_the_words_of_the_signing_key() -> None:
    """With a card they stand on the card alone."""
    alone = words_of(cover_page(facts(ways="passphrase")))
    assert " ".join(SIGNER) in alone
    assert SIGNER[0] not in words_of(cover_page(facts(ways="either")))


@PAPERS
def test_what_a_stranger_reads_is_set_in_12_points(paper: str) -> None:
    """All sentences above the format are body type; its ten lines are smaller."""
    page = cover_page(facts(paper=paper, letter=LETTER))
    texts = [i for i in page.items if isinstance(i, Text)]
    start = next(n for n, i in enumerate(texts) if "programmer" in i.text)
    small = {"Kept at", "Kept by", "Spare Key recovery kit"}
    read = [i for i in texts[:start] if i.text not in small and i.align == "left"]
    assert min(i.size for i in read) == 12
    assert {i.size for i in texts[start:]} <= {9, 8}


@PAPERS
def test_the_ruler_measures_100_mm(paper: str) -> None:
    """From the ink of its first tick to that of its last, with a tick each 10 mm."""
    page = cover_page(facts(paper=paper))
    ticks = [
        i.x
        for i in page.items
        if isinstance(i, Rule) and i.x == i.to_x and i.width == 1.0
    ]
    assert len(ticks) == 11
    assert max(ticks) - min(ticks) + 1.0 == pytest.approx(points(100))
    assert "must measure 100 mm" in words_of(page)


def test_there_are_boxes_for_the_place_and_the_keeper() -> None:
    """Both are empty but for their small names."""
    page = cover_page(facts())
    boxes = [i for i in page.items if isinstance(i, Box)]
    assert len(boxes) == 2
    assert "Kept at" in words_of(page)
    assert "Kept by" in words_of(page)


@PAPERS
def test_an_empty_letter_is_ruled_lines_to_write_on(paper: str) -> None:
    """Two lines at least, 24 points apart, and no second page."""
    kit = facts(paper=paper)
    lines = ruled(cover_page(kit))
    assert len(lines) >= 2
    assert {b.y - a.y for a, b in pairwise(lines)} == {24}
    assert letter_pages(kit) == []


@PAPERS
def test_a_short_letter_stands_on_the_cover(paper: str) -> None:
    """All of it, without lines to write on."""
    kit = facts(paper=paper, letter="Dear Jo,\nring the bank first.")
    page = cover_page(kit)
    assert "Dear Jo, ring the bank first." in words_of(page)
    assert ruled(page) == []
    assert letter_pages(kit) == []


@pytest.mark.long
@PAPERS
def test_a_long_letter_goes_behind_the_cover_whole(paper: str) -> None:
    """No word is lost over as many pages as it takes, and the cover says where."""
    kit = facts(paper=paper, letter=LONG)
    pages = letter_pages(kit)
    assert len(pages) > 1
    heads = {words_of(replace(page, items=page.items[:1])) for page in pages}
    assert heads == {"Spare Key kit 7, behind the cover, 2026-11-23"}
    bodies = [replace(page, items=page.items[1:]) for page in pages]
    together = " ".join(words_of(body) for body in bodies)
    assert [s for s in LONG.strip().split(". ") if s.strip(".") not in together] == []
    assert "on the page behind this one" in words_of(cover_page(kit))


def test_where_names_took_the_room_the_lines_go_behind_the_cover() -> None:
    """An empty letter still has a place to be written."""
    ring = [(CHINESE, MAIL)] * 3
    kit = facts(paper="letter", ring=ring, owner=CHINESE, ways="passphrase")
    assert ruled(cover_page(kit)) == []
    (behind,) = letter_pages(kit)
    assert len(ruled(behind)) > 20


def test_whoever_does_not_fit_is_rung_from_the_page_behind() -> None:
    """Three stand on the cover, the others follow; nobody stands twice."""
    ring = [(f"Name {number}", f"+1 555 {number}") for number in range(5)]
    kit = facts(ring=ring)
    (behind,) = letter_pages(kit)
    for number in range(5):
        here, there = words_of(cover_page(kit)), words_of(behind)
        assert (f"Name {number}" in here) == (number < 3)
        assert (f"+1 555 {number}" in there) == (number >= 3)


def test_a_long_name_or_address_is_broken_but_never_cut() -> None:
    """Every character of owner, name and address is on the cover."""
    page = cover_page(facts(owner=CHINESE, ring=[(CHINESE * 2, MAIL)]))
    packed = words_of(page).replace(" ", "")
    assert packed.count(CHINESE) == 3
    assert MAIL in packed
    assert "…" not in packed


@pytest.mark.parametrize("ways", ["passphrase", "card", "either", "both"])
def test_the_format_is_told_in_ten_lines(ways: str) -> None:
    """Each part of the way from paper to JSON is named."""
    lines = format_lines(facts(ways=ways))
    assert len(lines) == 10
    told = " ".join(lines)
    for part in ("base45", "CRC-32", "Cauchy", "0x11D", "RFC 3394", "HKDF", "deflate"):
        assert part in told


@pytest.mark.parametrize("density", list(Density))
def test_the_format_counts_the_bytes_of_this_density(density: Density) -> None:
    """Sturdy codes hold 300 bytes of data, compact ones 415."""
    first = format_lines(facts(density=density))[0]
    assert f"a block of {density.symbol_bytes}" in first


def test_the_cover_says_where_the_whole_format_stands_and_which_kit_it_is() -> None:
    """Two SPECs, the licence, the id and the generation."""
    words = words_of(cover_page(facts()))
    for told in (
        "vault/kit/SPEC.md and vault/envelope/SPEC.md of Spare Key, Apache-2.0",
        "3F2A 9C01 77B0 E4D2, generation 41",
        "Kit 7, printed 2026-11-23, cover and 2 sheets",
    ):
        assert told in words
