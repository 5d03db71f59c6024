"""The pages of a kit as a printer takes them: grey dots, page after page."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from vault.optics.pdf_pages import PdfFile


@dataclass(frozen=True)
class PrintPage:
    """One page of `pages`, from 0: a byte a dot, 0 black, 255 white, row by row."""

    number: int
    pages: int
    width: int
    height: int
    grey: bytes = field(repr=False)


def print_pages(pdf: bytes, dpi: int) -> Iterator[PrintPage]:
    """Yield the pages of our own PDF at a printer's resolution, one after the other.

    Raises `BadInput` where it is no PDF.
    """
    with closing(PdfFile(pdf, "kit.pdf")) as file:
        for number in range(file.page_count):
            page = file.picture(number, dpi)
            yield PrintPage(number, file.page_count, page.width, page.height, page.grey)
