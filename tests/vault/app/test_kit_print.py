"""The pages of a kit as a printer takes them."""

import pytest

from vault.app.kit_print import print_pages
from vault.errors import BadInput
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Rule

LINE = Rule(0, 36, 72, 36, 2)  # across a page of one inch
PDF = draw_pdf([Page(72, 72, (LINE,)), Page(72, 72, ())], "Two")


def test_pages_have_the_printer_s_dots() -> None:
    """In black and white, at their true size."""
    first, second = print_pages(PDF, 600)
    assert (first.number, first.pages, second.number) == (0, 2, 1)
    assert (first.width, first.height) == (600, 600)
    assert first.grey[300 * 600] == 0
    assert set(second.grey) == {255}


def test_what_is_no_pdf_has_no_pages() -> None:
    """It would be our own bug, and is told as what it is."""
    with pytest.raises(BadInput):
        list(print_pages(b"no pdf", 600))
