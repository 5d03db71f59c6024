"""Pages become a PDF: the same bytes, embedded faces, true 1-bit codes, no metadata."""

import re
import zlib
from random import Random

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vault.printing.draw import draw_pdf
from vault.printing.page import Box, Modules, Page, Rule, Text

SIZE = 100.0


def page(*items: Box | Modules | Rule | Text) -> Page:
    """Return a small page with these items."""
    return Page(SIZE, SIZE, items)


def blackness(pdf: bytes, scale: float = 1.0) -> list[list[int]]:
    """Return the grey values of the first page, row by row."""
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[0].render(scale=scale, grayscale=True)
    rows = [
        list(bitmap.buffer[y * bitmap.stride : y * bitmap.stride + bitmap.width])
        for y in range(bitmap.height)
    ]
    document.close()
    return rows


def streams(pdf: bytes) -> list[bytes]:
    """Return every deflated stream of a PDF, inflated."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return [zlib.decompressobj().decompress(raw) for raw in found if raw[:1] == b"x"]


def text_of(pdf: bytes) -> str:
    """Return the text that can be copied out of the first page."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return text


def test_the_same_pages_are_the_same_bytes() -> None:
    """Nothing of the clock, the machine or an earlier document gets in."""
    pages = [page(Text(10, 20, 9, "same 纸"), Rule(0, 50, 90, 50))]
    first = draw_pdf(pages, "title")
    draw_pdf([page(Text(10, 20, 9, "between", "bold"))], "other")
    assert draw_pdf(pages, "title") == first


def test_the_title_is_all_that_the_document_tells_about_itself() -> None:
    """No author, program or date stands in the file."""
    pdf = draw_pdf([page(Text(10, 20, 9, "words"))], "Spare Key kit 7")
    document = pypdfium2.PdfDocument(pdf)
    told = {key: value for key, value in document.get_metadata_dict().items() if value}
    document.close()
    assert told == {"Title": "Spare Key kit 7"}
    assert b"anonymous" not in pdf
    assert b"(D:" not in pdf


@pytest.mark.parametrize("words", ["Latin", "中文", "한국어", "mixed 中"])
def test_every_face_is_embedded(words: str) -> None:
    """Each font of the document brings its outlines, none is left to the reader."""
    faces = ("regular", "bold", "mono", "mono-bold")
    items = [Text(5, 20 * n, 9, words, face) for n, face in enumerate(faces, start=1)]
    pdf = draw_pdf([page(*items)], "t")
    fonts = pdf.count(b"/Type /Font\n") + pdf.count(b"/Type /Font ")
    assert fonts == pdf.count(b"/FontFile2")
    assert fonts >= 1
    assert b"Helvetica" not in pdf


@settings(max_examples=15)
@given(st.integers(1, 20), st.randoms(use_true_random=False))
def test_a_code_is_drawn_module_for_module(side: int, random: Random) -> None:
    """Black and white of the paper are those of the matrix, at every module's middle.

    The renderer smooths edges, so that only the middle is asked for.
    """
    matrix = [[random.random() < 0.5 for _ in range(side)] for _ in range(side)]
    rows = blackness(draw_pdf([page(Modules(8, 12, 4.0, matrix))], "t"), 2)
    seen = [
        [rows[24 + 8 * y + 4][16 + 8 * x + 4] < 128 for x in range(side)]
        for y in range(side)
    ]
    assert seen == matrix


def test_a_code_is_a_true_1_bit_picture_of_one_pixel_a_module() -> None:
    """The file keeps one bit for each module and forbids smoothing."""
    pdf = draw_pdf([page(Modules(8, 12, 1.0, [[True] * 69] * 69))], "t")
    document = pypdfium2.PdfDocument(pdf)
    (image,) = document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    data = image.get_metadata()
    assert (data.width, data.height, data.bits_per_pixel) == (69, 69, 1)
    document.close()
    assert any(b"/BPC 1 /CS /G /I false" in content for content in streams(pdf))


def test_the_origin_is_the_upper_left_corner() -> None:
    """A box at the top of the page is drawn at the top."""
    rows = blackness(draw_pdf([page(Box(10, 10, 20, 10, line=2))], "t"))
    assert rows[10][15] < 128
    assert rows[19][15] < 128
    assert rows[15][20] == 255
    assert all(value == 255 for row in rows[40:] for value in row)


def test_a_dashed_rule_has_holes_and_a_plain_one_after_it_has_none() -> None:
    """The dash ends with its rule."""
    dashed = Rule(0, 20, 100, 20, width=2, dashed=True)
    rows = blackness(draw_pdf([page(dashed, Rule(0, 60, 100, 60, width=2))], "t"))
    assert 255 in rows[20]
    assert max(rows[60]) < 128


def test_text_can_be_copied_and_ends_where_it_was_asked_to() -> None:
    """Right-aligned words keep their text and stay left of their point."""
    pdf = draw_pdf([page(Text(90, 50, 10, "Key 钥匙", align="right"))], "t")
    assert text_of(pdf).strip() == "Key 钥匙"
    assert all(value == 255 for row in blackness(pdf) for value in row[91:])


def test_thick_chinese_does_not_thicken_what_comes_after() -> None:
    """A regular line is drawn alike before and after a bold Chinese one."""
    line = Text(5, 60, 12, "plain")
    alone = blackness(draw_pdf([page(line)], "t"), 2)[100:]
    after = blackness(draw_pdf([page(Text(5, 20, 12, "粗", "bold"), line)], "t"), 2)
    assert after[100:] == alone


def test_what_no_face_has_leaves_a_mark_on_the_paper() -> None:
    """A missing glyph is drawn, not dropped."""
    rows = blackness(draw_pdf([page(Text(20, 60, 40, "🏮"))], "t"))
    assert min(value for row in rows for value in row) < 64
