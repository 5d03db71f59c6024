"""Files with sheets of a kit: what is read, page by page."""

import random
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.paper import codes_of, draw_page, file_of, scanned
from vault.errors import BadInput
from vault.kit import scan as scan_module
from vault.kit.collect import Collection
from vault.kit.frames import Frame, frames_of
from vault.kit.plan import Density, Plan
from vault.kit.scan import scan
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
ENVELOPE = random.Random(1).randbytes(TWO.envelope_bytes)
FRAMES = frames_of(ENVELOPE, TWO)


def sheet(number: int) -> Image.Image:
    """Return one sheet of the kit at 300 dpi."""
    shown = [frame for frame in FRAMES if frame.sheet == number]
    return draw_page(codes_of([frame.to_text() for frame in shown]))


@pytest.fixture(scope="module")
def second() -> Image.Image:
    """The sheet of parity."""
    return scanned(sheet(1), 150)


def pdf_of(*pages: Image.Image, dpi: int = 150) -> bytes:
    """Return the pages as one PDF."""
    out = BytesIO()
    first, *others = pages
    first.save(out, "PDF", save_all=True, append_images=others, resolution=dpi)
    return out.getvalue()


def gathered(name: str, data: bytes) -> Collection:
    """Return what a file shows, gathered."""
    collection = Collection()
    for page in scan(name, data):
        for text in page.texts:
            collection.add(text, page.source)
    return collection


def test_a_picture_of_one_sheet_restores_a_kit_of_two(second: Image.Image) -> None:
    """Either of two sheets is enough, be it nothing but parity."""
    collection = gathered("photo.jpg", file_of(second, "JPEG", quality=80))
    assert collection.recover().envelope == ENVELOPE


def test_a_pdf_is_scanned_page_by_page(second: Image.Image) -> None:
    """Pages are named and numbered; a page without codes is told as such."""
    blank = Image.new("L", (300, 400), 255)
    first, empty = scan("kit.pdf", pdf_of(second, blank))
    assert (first.source, first.number, first.pages) == ("kit.pdf#1", 1, 2)
    assert (len(first.texts), first.dpi) == (24, 300)
    assert (empty.source, empty.texts) == ("kit.pdf#2", ())


def test_the_content_decides_and_not_the_name(second: Image.Image) -> None:
    """A PDF called .png is a PDF, and the other way round."""
    (page,) = scan("kit.png", pdf_of(second))
    assert (page.pages, page.dpi, len(page.texts)) == (1, 300, 24)
    (page,) = scan("kit.pdf", file_of(second))
    assert (page.source, page.dpi, len(page.texts)) == ("kit.pdf", 0, 24)


def test_pages_are_rendered_one_at_a_time(
    second: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is rendered before it is asked for."""
    rendered = []
    plain = PdfFile.picture

    def noted(self: PdfFile, number: int, dpi: int) -> Picture:
        rendered.append((number, dpi))
        return plain(self, number, dpi)

    monkeypatch.setattr(PdfFile, "picture", noted)
    pages: Iterator[object] = scan("kit.pdf", pdf_of(second, second))
    assert rendered == []
    next(pages)
    assert rendered == [(0, 300)]


def test_a_page_that_shows_nothing_is_tried_at_other_resolutions(
    second: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one resolution spoils another may show."""
    tried = []
    plain = scan_module._texts

    def blind_at_first(picture: Picture) -> tuple[str, ...]:
        tried.append(picture.width)
        return plain(picture) if len(tried) == 3 else ()

    monkeypatch.setattr(scan_module, "_texts", blind_at_first)
    (page,) = scan("kit.pdf", pdf_of(second))
    assert (page.dpi, len(page.texts), len(tried)) == (400, 24, 3)


def test_other_codes_are_left_to_the_collection() -> None:
    """A leaflet's code is a text like any other; nothing here judges it."""
    page = scanned(draw_page(codes_of(["HTTPS://EXAMPLE.ORG"], version=4)), 150)
    (shown,) = scan("leaflet.png", file_of(page))
    assert shown.texts == ("HTTPS://EXAMPLE.ORG",)


@given(st.sampled_from([b"", b"%PDF-1.4\n", b"GIF89a"]), st.binary(max_size=200))
def test_any_bytes_are_pages_or_bad_input(start: bytes, rest: bytes) -> None:
    """A file that is nothing raises BadInput with its name."""
    with pytest.raises(BadInput) as failure:
        list(scan("found.bin", start + rest))
    assert failure.value.where == "found.bin"


def test_a_frame_tells_the_sheet_it_was_read_from(second: Image.Image) -> None:
    """All codes of a page state the same sheet."""
    (page,) = scan("photo.png", file_of(second))
    by_text: dict[str, Frame] = {frame.to_text(): frame for frame in FRAMES}
    assert {by_text[text].sheet for text in page.texts} == {1}
