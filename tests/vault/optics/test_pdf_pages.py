"""Pages of PDF files: rendered within limits, or refused as BadInput."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from vault.errors import BadInput
from vault.limits import PICTURE_PIXELS
from vault.optics import pdf_pages
from vault.optics.pdf_pages import PdfFile, pages, render_png
from vault.optics.pictures import decode_picture


def pdf_of(*sizes: tuple[float, float], **options: object) -> bytes:
    """Return a PDF with a black lower left quarter on every page of that size."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True, **options)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(0, 0, width / 2, height / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pages_come_one_by_one_in_grey() -> None:
    """Size follows from the page and the resolution; ink is where it was put."""
    small, large = pages(pdf_of((72, 144), (100.5, 72)), dpi=100)
    assert (small.width, small.height) == (100, 200)
    assert large.height == 100
    assert small.grey[0] == 255
    assert small.grey[199 * 100] == 0
    assert small.grey[199 * 100 + 99] == 255
    assert len(large.grey) == large.width * large.height


@pytest.mark.parametrize("width", [71, 72, 73, 74, 75])
def test_rows_are_not_padded(width: int) -> None:
    """Whatever the renderer aligns rows to, only pixels come back."""
    (picture,) = pages(pdf_of((width, 20)), dpi=72)
    rows = [picture.grey[at : at + width] for at in range(0, 20 * width, width)]
    assert len(picture.grey) == 20 * width
    assert {row[-1] for row in rows} == {255}
    assert [row[0] for row in rows] == [255] * 10 + [0] * 10


def test_a_page_without_a_size_is_refused() -> None:
    """Whatever the library makes of a page's box, it is checked before drawing."""

    class Page:
        def get_objects(self, **_: object) -> list[object]:
            return []

        def get_size(self) -> tuple[float, float]:
            return 0.0, float("inf")

    pdf = PdfFile(pdf_of((72, 72)), "kit.pdf")
    with pytest.raises(BadInput) as failure:
        pdf._rendered(Page(), 72)
    pdf.close()
    assert failure.value.problem == "pdf-unreadable"


def test_padded_rows_are_cut() -> None:
    """A renderer that aligns rows to four bytes leaves no stray pixels."""
    bitmap = SimpleNamespace(width=3, height=2, stride=4, buffer=b"abc-def-")
    assert pdf_pages._picture(bitmap).grey == b"abcdef"


def test_a_page_that_does_not_load_is_refused_by_number() -> None:
    """The owner is told which page is broken, counted from one."""
    pdf = PdfFile(pdf_of((72, 72)), "kit.pdf")
    with pytest.raises(BadInput) as failure:
        pdf.picture(7, 72)
    pdf.close()
    assert (failure.value.problem, failure.value.detail) == ("pdf-unreadable", "8")


def test_a_document_renders_to_png_files() -> None:
    """Every page becomes a file any program shows."""
    first, second = render_png(pdf_of((72, 72), (72, 36)), dpi=72)
    assert first.startswith(b"\x89PNG")
    assert (decode_picture(second).width, decode_picture(second).height) == (72, 36)


def test_a_huge_page_is_rendered_more_coarsely() -> None:
    """A scan saved at one point a pixel must be readable, and within the limit."""
    (picture,) = pages(pdf_of((14_000, 10_000)), dpi=300)
    assert 0.9 * PICTURE_PIXELS < picture.width * picture.height <= PICTURE_PIXELS


def test_a_page_like_a_thread_is_refused() -> None:
    """One side may not eat up the whole budget of pixels."""
    with pytest.raises(BadInput) as failure:
        list(pages(pdf_of((14_400_000, 3)), dpi=300))
    assert failure.value.problem == "pdf-large"


def test_a_picture_within_a_page_is_measured_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An embedded bitmap beyond the limit is refused before the page is drawn."""
    out = BytesIO()
    Image.new("1", (3000, 3000)).save(out, "PDF")
    assert len(list(pages(out.getvalue(), dpi=10))) == 1
    monkeypatch.setattr(pdf_pages, "PICTURE_PIXELS", 8_999_999)
    with pytest.raises(BadInput) as failure:
        list(pages(out.getvalue(), dpi=10))
    assert (failure.value.problem, failure.value.detail) == ("pdf-large", "3000x3000")


@pytest.mark.parametrize(
    ("limit", "value"), [("PICTURES", 1), ("PICTURE_FILE_BYTES", 9)]
)
def test_too_many_pages_or_bytes_are_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    """Nothing is rendered of a document beyond the limits."""
    monkeypatch.setattr(pdf_pages, limit, value)
    with pytest.raises(BadInput) as failure:
        PdfFile(pdf_of((72, 72), (72, 72)), "kit.pdf")
    assert (failure.value.where, failure.value.problem) == ("kit.pdf", "pdf-large")


def test_an_encrypted_document_is_refused() -> None:
    """We have no password for it and ask for none."""
    locked = pdf_of((72, 72), encrypt=StandardEncryption("secret"))
    with pytest.raises(BadInput) as failure:
        PdfFile(locked, "kit.pdf")
    assert failure.value.problem == "pdf-unreadable"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"\x89PNG"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    """Garbage raises BadInput and nothing else."""
    with pytest.raises(BadInput) as failure:
        list(pages(data, dpi=72))
    assert failure.value.problem == "pdf-unreadable"


@given(st.integers(0), st.integers(1, 255))
def test_a_spoilt_document_is_pages_or_bad_input(at: int, change: int) -> None:
    """One wrong byte anywhere, or the end cut off there, raises nothing else."""
    data = pdf_of((36, 36))
    at %= len(data)
    spoilt = data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]
    for candidate in (spoilt, data[:at]):
        try:
            shown = list(pages(candidate, dpi=36))
        except BadInput:
            continue
        assert all(page.width * page.height <= PICTURE_PIXELS for page in shown)
