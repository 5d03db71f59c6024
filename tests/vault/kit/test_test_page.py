"""The test page: codes of all sizes at their places, words that touch nothing."""

import pytest

from tests.printed import outside, overlaps, words_of
from vault.kit.plan import Density
from vault.kit.sheet_grid import code_corner
from vault.kit.test_page import the_test_page
from vault.kit.test_page_grid import marks, patches
from vault.optics.pdf_pages import PdfFile
from vault.optics.qr_read import find_codes
from vault.printing.draw import draw_pdf
from vault.printing.page import Modules

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])


@PAPERS
def test_the_corners_are_those_of_a_sheet_of_codes(paper: str) -> None:
    """What a printer cuts off there it would cut off a kit."""
    first, second, third, fourth = marks(paper)[:4]
    for mark, density, cell in (
        (first, Density.STURDY, 0),
        (second, Density.COMPACT, 3),
        (third, Density.COMPACT, 20),
        (fourth, Density.STURDY, 23),
    ):
        assert (mark.x, mark.y) == code_corner(paper, density, cell)


@PAPERS
def test_every_module_begins_on_a_dot(paper: str) -> None:
    """Codes, lines and dots alike, at 600 an inch."""
    drawn = [i for i in the_test_page(paper).items if isinstance(i, Modules)]
    assert len(drawn) == len(marks(paper)) + len(patches(paper))
    for item in drawn:
        for length in (item.x, item.y, item.module_pt):
            assert length / 0.12 == pytest.approx(round(length / 0.12), abs=1e-6)


@PAPERS
def test_its_words_touch_nothing(paper: str) -> None:
    """Neither one another, nor a code, nor the edge a printer can't reach."""
    page = the_test_page(paper)
    assert list(overlaps(page)) == []
    assert outside(page, 12) == []
    assert "kit test-page --read PICTURE" in words_of(page)


@PAPERS
def test_every_code_reads_where_it_stands(paper: str) -> None:
    """Each its own text, within a tenth of a millimetre of its place."""
    picture = PdfFile(draw_pdf([the_test_page(paper)], "Test")).picture(0, 300)
    found = {code.text: code for code in find_codes(picture, 8)}
    for mark in marks(paper):
        for (x, y), (dx, dy) in zip(
            found[mark.text].corners, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True
        ):
            assert x * 0.24 == pytest.approx(mark.x + dx * mark.side_pt, abs=0.4)
            assert y * 0.24 == pytest.approx(mark.y + dy * mark.side_pt, abs=0.4)
