"""The key card: the whole code in one line, or boxes for it, and no names."""

from itertools import pairwise

import pytest

from tests.printed import CODE, SIGNER, facts, quiet, words_of
from vault.errors import BrokenInvariant
from vault.kit.pages import card_page
from vault.printing.fonts import bounds
from vault.printing.page import Box, Item, Modules, Page, Rule, Text, points

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
MATRIX = [[True] * 33] * 33


def frame(page: Page) -> Box:
    """Return the outline to cut along."""
    (found,) = (i for i in page.items if isinstance(i, Box) and i.dashed)
    return found


def corners(item: Item) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of an item, a code with its quiet zone."""
    match item:
        case Text():
            here = bounds(item)
            return here.left, here.top, here.right, here.bottom
        case Modules():
            here = quiet(item)
            return here.left, here.top, here.right, here.bottom
        case Rule():
            return item.x, item.y, item.to_x, item.to_y
        case Box():
            return item.x, item.y, item.x + item.width, item.y + item.height


@PAPERS
@pytest.mark.parametrize(
    "spelled", [CODE, CODE.replace("-", " "), CODE.replace("-", "")]
)
def test_the_card_shows_the_whole_code_in_one_large_line(
    paper: str, spelled: str
) -> None:
    """Seven groups of four and one of three, bold and monospaced, 16 points high."""
    page = card_page(facts(paper=paper), spelled, MATRIX)
    (line,) = (i for i in page.items if isinstance(i, Text) and i.face == "mono-bold")
    assert line.text == CODE
    assert line.size == 16


@PAPERS
@pytest.mark.parametrize("code", [CODE, None])
def test_everything_of_the_card_is_inside_the_cut(paper: str, code: str | None) -> None:
    """Four millimetres stay white along the line to cut."""
    page = card_page(facts(paper=paper), code, MATRIX if code else None)
    cut = frame(page)
    bottom, air = cut.y + cut.height, points(4)
    on_card = [i for i in page.items if i is not cut and corners(i)[1] < bottom]
    assert len(on_card) > 8
    for item in on_card:
        left, top, right, low = corners(item)
        assert left >= cut.x + air
        assert right <= cut.x + cut.width - air
        assert top >= cut.y + air
        assert low <= bottom - air


@PAPERS
def test_the_card_is_of_a6_size_and_in_the_middle(paper: str) -> None:
    """An A6 pocket takes it; it stands in the upper half."""
    page = card_page(facts(paper=paper), CODE, MATRIX)
    cut = frame(page)
    assert points(144) <= cut.width <= points(148)
    assert points(103) <= cut.height <= points(105)
    assert cut.x + cut.width / 2 == pytest.approx(page.width_pt / 2, abs=8)
    assert cut.y + cut.height < page.height_pt / 2


def test_the_square_has_modules_of_0_8_millimetres() -> None:
    """On whole dots of a 600 dpi printer."""
    page = card_page(facts(), CODE, MATRIX)
    (code,) = (i for i in page.items if isinstance(i, Modules))
    assert code.matrix == MATRIX
    assert code.module_pt == pytest.approx(points(0.8), rel=0.01)


def test_a_blank_card_has_31_boxes_in_groups_of_four() -> None:
    """Each is wide enough for a letter written by hand, 7 mm by 8 mm."""
    page = card_page(facts(), None, None)
    boxes = [i for i in page.items if isinstance(i, Box) and not i.dashed]
    assert len(boxes) == 31
    assert all(b.width >= points(7) and b.height >= points(8) for b in boxes)
    pairs = pairwise(boxes)
    gaps = [after.x - before.x - before.width for before, after in pairs]
    assert [n for n, gap in enumerate(gaps, start=1) if abs(gap) > 1] == [
        4, 8, 12, 16, 20, 24, 28,
    ]  # fmt: skip
    assert not any(isinstance(i, Modules) for i in page.items)


def test_the_card_names_neither_business_nor_people_nor_kit() -> None:
    """Whoever finds it learns that it is a key, and its number."""
    words = words_of(card_page(facts(), CODE, MATRIX))
    assert "Key card 2" in words
    for secret in ("Lantern", "Mina", "+82", "3F2A", "kit 7"):
        assert secret not in words


@pytest.mark.parametrize("code", [CODE, None])
def test_the_card_tells_how_it_is_kept(code: str | None) -> None:
    """Apart from the sheets, and never photographed with them."""
    words = words_of(card_page(facts(), code, None))
    assert "Keep it apart from the sheets." in words
    assert "phones upload pictures by themselves. Type the card." in words
    assert " ".join(SIGNER[:4]) in words
    assert " ".join(SIGNER[4:]) in words


def test_a_card_that_needs_its_passphrase_says_so() -> None:
    """Only where both are needed."""
    both = words_of(card_page(facts(ways="both"), CODE, None))
    alone = words_of(card_page(facts(ways="card"), CODE, None))
    assert "with its passphrase" in both
    assert "passphrase together open everything" in both
    assert "with its passphrase" not in alone


def test_a_card_without_signer_has_no_empty_heading() -> None:
    """The words of the signing key are left out together with their name."""
    assert "signed by" not in words_of(card_page(facts(signer_words=()), CODE, None))


def test_a_kit_without_a_card_or_a_code_of_another_length_is_our_own_bug() -> None:
    """Neither is ever printed."""
    with pytest.raises(BrokenInvariant):
        card_page(facts(ways="passphrase"), CODE, None)
    with pytest.raises(BrokenInvariant):
        card_page(facts(), CODE[:-1], None)
