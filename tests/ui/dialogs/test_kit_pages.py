"""The pages of a kit, large: leafed through to the end and not beyond."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.kit_pages import KitPages
from ui.widgets.page_shelf import Pages, PageShelf
from ui.workers.pdf_pictures import page_pictures
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Text

PDF = draw_pdf([Page(200, 300, (Text(20, 40, 24, str(n)),)) for n in range(2)], "Two")


@pytest.mark.usefixtures("qapp")
def test_it_begins_where_it_was_opened_and_ends_at_the_last() -> None:
    """Its title says which page it is."""
    parent = QWidget()
    sheet = KitPages(parent, "Kit 1", PDF, ("Cover", "Sheet 1 of 1"), 0)
    before, after = sheet.findChildren(QPushButton)[:2]
    assert (before.text(), after.text()) == ("Page before", "Next page")
    assert not before.isEnabled()
    after.click()
    assert not after.isEnabled()
    assert sheet._view.accessibleName() == "Sheet 1 of 1"
    before.click()
    assert sheet._view.accessibleName() == "Cover"
    sheet.close()


@pytest.mark.usefixtures("qapp")
def test_a_page_on_the_shelf_says_which_it_is() -> None:
    """By its place, when it is pressed."""
    shelf = PageShelf()
    shelf.show_pages(Pages(page_pictures(PDF, 256), ["Cover", "Sheet 1 of 1"]))
    heard: list[int] = []
    shelf.chosen.connect(heard.append)
    pages = shelf.findChildren(QPushButton)
    assert [page.accessibleName() for page in pages] == [
        "Cover: enlarge",
        "Sheet 1 of 1: enlarge",
    ]
    pages[1].click()
    assert heard == [1]
    assert not pages[0].grab().isNull()
