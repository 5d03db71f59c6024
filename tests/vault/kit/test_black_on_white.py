"""What a black-and-white printer makes of the pages: the same, since they are so."""

from collections.abc import Iterator

import pypdfium2
import pytest

from tests.printed import CODE, blank_codes, facts
from vault.kit.pages import card_page, code_sheets, cover_page, letter_pages
from vault.kit.test_page import the_test_page
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture
from vault.optics.qr_read import read_codes
from vault.optics.qr_write import matrix
from vault.printing.draw import draw_pdf
from vault.printing.fonts import bounds
from vault.printing.page import Page, Text

DPI = 300
PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])


def pages(paper: str) -> Iterator[Page]:
    """Yield every kind of page that is printed."""
    kit = facts(paper=paper, letter="Dear Ana, ring Jonas first. " * 90)
    codes = [[matrix(f"SK:{n:04}", 13) for n in range(24)]] * kit.sheets
    yield cover_page(kit)
    yield from letter_pages(kit)
    yield code_sheets(kit, codes)[0]
    yield card_page(kit, CODE, matrix(CODE.replace("-", ""), 3, "H"))
    yield card_page(kit, None, None)
    yield the_test_page(paper)  # type: ignore[arg-type]  # one of the two


def in_black(picture: Picture) -> Picture:
    """Return what one bit a dot leaves of it."""
    return Picture(
        picture.grey.translate(bytes(0 if n < 128 else 255 for n in range(256))),
        picture.width,
        picture.height,
    )


def ink(picture: Picture, text: Text) -> int:
    """Return how much ink lies within the bounds of a text."""
    box, scale = bounds(text), DPI / 72
    left, right = int(box.left * scale), int(box.right * scale) + 1
    rows = range(int(box.top * scale), int(box.bottom * scale) + 1)
    starts = (row * picture.width for row in rows)
    return sum(255 - v for s in starts for v in picture.grey[s + left : s + right])


@PAPERS
def test_no_page_has_a_colour(paper: str) -> None:
    """Every dot of every page is as red as it is green and blue."""
    pdf = pypdfium2.PdfDocument(draw_pdf(pages(paper), "Pages"))
    for number in range(len(pdf)):
        red, green, blue = pdf[number].render(scale=1).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


@pytest.mark.slow
@PAPERS
def test_all_words_and_codes_survive_one_bit_a_dot(paper: str) -> None:
    """The finest print keeps four fifths of its ink, and every code is read."""
    drawn = list(pages(paper))
    with_codes = {2: 24, 3: 1, 5: 8}
    pdf = PdfFile(draw_pdf(drawn, "Pages"))
    for number, page in enumerate(drawn):
        grey = pdf.picture(number, DPI)
        black = in_black(grey)
        for text in (item for item in page.items if isinstance(item, Text)):
            before = ink(grey, text)
            assert 0.8 * before < ink(black, text) < 1.25 * before, text.text
        wanted = with_codes.get(number, 0)
        if wanted:
            assert len(read_codes(black, wanted)) == wanted


def test_blank_codes_are_told_from_real_ones() -> None:
    """A page of black squares has none: the count above can fail."""
    kit = facts()
    page = code_sheets(kit, blank_codes(kit))[0]
    picture = PdfFile(draw_pdf([page], "Pages")).picture(0, 100)
    assert read_codes(in_black(picture), 24, 1) == []
