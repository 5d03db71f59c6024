"""What is too long can be read to its end by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.page import Page
from ui.widgets.sheet import Sheet
from ui.widgets.text import words

LONG = [f"Paragraph {n}" for n in range(60)]


def bar_of(widget: Page | Sheet) -> QScrollBar:
    bar = widget._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    return bar


def test_a_page_scrolls_by_keys(qtbot: QtBot) -> None:
    """In lines, in pages, and to either end."""
    page = Page("Long")
    qtbot.addWidget(page)
    page.add(*(words(one) for one in LONG))
    page.foot("Next", lambda: None)
    page.resize(600, 400)
    page.show()
    bar = bar_of(page)
    qtbot.keyClick(page, Qt.Key.Key_Down)
    line = bar.value()
    assert line > 0
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > 2 * line
    qtbot.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    qtbot.keyClick(page, Qt.Key.Key_Up)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_sheet_scrolls_by_keys_while_its_button_has_the_keyboard(
    qtbot: QtBot,
) -> None:
    """The sheet of keys is longer than a low window."""
    window = QWidget()
    window.resize(600, 480)
    qtbot.addWidget(window)
    window.show()
    sheet = Sheet(window, "Keys")
    sheet.add(*(words(one) for one in LONG))
    sheet.open()
    bar = bar_of(sheet)
    held = sheet.focusWidget() or sheet
    qtbot.keyClick(held, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(held, Qt.Key.Key_A)  # says nothing here
    sheet.reject()
