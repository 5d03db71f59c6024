"""The pages of a kit as a printer takes them, and what the register says of it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from msgspec.structs import replace

from vault.model.change import Replace
from vault.model.kit import Kit
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


def noted(kit: Kit, note: str) -> Replace:
    """Note in the register what is to be known of a kit: where it was printed."""
    return Replace("kit", kit, replace(kit, note=note))
