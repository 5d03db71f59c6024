"""Files that may show a kit, one page after the other: pictures to texts."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Final, Literal

from vault.limits import CODES_A_SHEET
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture, decode_picture
from vault.optics.qr_read import read_codes

DPI: Final = 300  # a sturdy module is six pixels wide
OTHER_DPI: Final = (200, 400)  # where nothing was read: a picture resampled unluckily
_PDF_START: Final = b"%PDF-"
_PDF_SEARCHED_BYTES: Final = 1024  # readers allow that much before the header


Fault = Literal["", "blurred", "blank"]
BLANK_CONTRAST: Final = 40  # of 255: black print on white paper has five times that
# Edges less steep than this part of the contrast: no code was read above it, and none
# that was read lay below (blurs of 0.5 to 5 pixels at 150 dpi, sheets and covers).
BLURRED_EDGE: Final = 0.22


@dataclass(frozen=True)
class Page:
    """What was read from one page or picture: the texts of its codes.

    `source` names it for `Collection.add`; `number` counts from 1; `pages` is how many
    the file has; `dpi` is 0 for a picture. Where there are no texts, `fault` says why,
    as far as can be seen.
    """

    source: str
    number: int
    pages: int
    dpi: int
    texts: tuple[str, ...]
    fault: Fault = ""


def scan(name: str, data: bytes, dpi: int = DPI, first_page: int = 0) -> Iterator[Page]:
    """Yield every page of a PDF, or the one picture, by content and not by `name`.

    `first_page` counts from 0: whoever knows that a PDF begins with a cover need not
    look for codes on it, which takes longer than reading a page that has them.

    One page is in memory at a time. Raises `BadInput(name, problem)` as
    `decode_picture` and `PdfFile` do. How many files are scanned is the caller's to
    bound, by `limits.PICTURES`.
    """
    if _PDF_START not in data[:_PDF_SEARCHED_BYTES]:
        picture = decode_picture(data, name)
        texts = _texts(picture)
        yield Page(name, 1, 1, 0, texts, "" if texts else _fault(picture))
        return
    with closing(PdfFile(data, name)) as pdf:
        for number in range(first_page, pdf.page_count):
            yield _page(pdf, number, name, dpi)


def _page(pdf: PdfFile, number: int, name: str, dpi: int) -> Page:
    """Read one page, at other resolutions as well where nothing is found."""
    texts: tuple[str, ...] = ()
    fault: Fault = ""
    for tried in (dpi, *(other for other in OTHER_DPI if other != dpi)):
        picture = pdf.picture(number, tried)
        texts = _texts(picture)
        if texts:
            dpi = tried
            break
    else:
        fault = _fault(picture)
    source = f"{name}#{number + 1}"
    return Page(source, number + 1, pdf.page_count, dpi, texts, fault)


def _fault(picture: Picture) -> Fault:
    """Say why nothing was read: for a sharp picture of something else, nothing."""
    contrast, edge = picture.sharpness()
    if max(contrast, edge) < BLANK_CONTRAST:
        return "blank"
    return "blurred" if edge < BLURRED_EDGE * contrast else ""


def _texts(picture: Picture) -> tuple[str, ...]:
    return tuple(read_codes(picture, expected=CODES_A_SHEET))
