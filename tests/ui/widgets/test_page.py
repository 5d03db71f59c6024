"""A page: its next step by Enter, its way back by Esc, its first control."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import button
from ui.widgets.page import Page


class Sample(Page):
    """A page with a line, a tile, a button and a text, that notes what is done."""

    def __init__(self) -> None:
        super().__init__("Sample", "What it is for")
        self.done: list[str] = []
        self.line = QLineEdit()
        self.tile = button("Tile", look="tile")
        self.tile.setCheckable(True)
        self.other = button("Other", lambda: self.done.append("other"))
        self.text = QPlainTextEdit()
        self.first = self.line
        self.add(self.line, self.tile, self.other, self.text, 8)
        self.next: QPushButton = self.foot(
            "Next", lambda: self.done.append("next"), lambda: self.done.append("back")
        )


def shown(qtbot: QtBot) -> Sample:
    page = Sample()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    return page


def test_the_first_control_has_the_keyboard(qtbot: QtBot) -> None:
    """Nobody has to look for where to begin."""
    page = shown(qtbot)
    assert page.focusWidget() is page.line


def test_enter_is_the_next_step_from_a_line_and_from_a_tile(qtbot: QtBot) -> None:
    """A tile is ticked by Space; Enter goes on."""
    page = shown(qtbot)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    page.tile.setFocus()
    qtbot.keyClick(page.tile, Qt.Key.Key_Return)
    assert page.done == ["next", "next"]
    assert not page.tile.isChecked()


def test_enter_on_another_button_presses_that_one(qtbot: QtBot) -> None:
    """Whoever went to it by Tab means it."""
    page = shown(qtbot)
    page.other.setFocus()
    qtbot.keyClick(page.other, Qt.Key.Key_Return)
    assert page.done == ["other"]


def test_enter_in_a_text_is_a_new_line(qtbot: QtBot) -> None:
    """Codes stand one a line."""
    page = shown(qtbot)
    page.text.setFocus()
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    assert page.text.toPlainText() == "\n"
    assert page.done == []


def test_escape_is_the_way_back(qtbot: QtBot) -> None:
    """From wherever the keyboard is."""
    page = shown(qtbot)
    qtbot.keyClick(page.line, Qt.Key.Key_Escape)
    page.text.setFocus()
    qtbot.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.done == ["back", "back"]


def test_a_step_that_can_not_be_taken_is_not_taken_by_enter(qtbot: QtBot) -> None:
    """The key is no way round the button."""
    page = shown(qtbot)
    page.next.setEnabled(False)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert page.done == []
