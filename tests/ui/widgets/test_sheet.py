"""A sheet over the window, and the questions and words that are one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.choice import Answer, Choice
from ui.widgets.sheet import Sheet


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return what a sheet stands over."""
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(sheet: Sheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QPushButton)]


def test_a_sheet_gives_the_keyboard_to_its_first_control(
    qtbot: QtBot, window: QWidget
) -> None:
    """And its title is its name."""
    sheet = Sheet(window, "Name someone", "Keep")
    line = QLineEdit()
    sheet.first = line
    sheet.add(line, 8)
    sheet.open()
    sheet.activateWindow()
    assert sheet.focusWidget() is line
    assert (sheet.windowTitle(), sheet.accessibleName()) == ("Name someone",) * 2
    assert buttons(sheet) == ["Cancel", "Keep"]
    sheet.reject()


def test_a_sheet_ends_by_its_button_or_by_esc(qtbot: QtBot, window: QWidget) -> None:
    """Each is told as such."""
    told: list[int] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        sheet = Sheet(window, "Name someone", "Keep")
        sheet.finished.connect(told.append)
        sheet.open()
        qtbot.keyClick(sheet, key)
    assert told == [1, 0]


def test_a_sheet_without_a_next_step_is_closed(window: QWidget) -> None:
    """It says so, or what it leaves."""
    sheet = Sheet(window, "Keys")
    assert buttons(sheet) == ["Close"]
    sheet.reject()
    other = Sheet(window, "Keys", leave="Leave it as it is")
    assert buttons(other) == ["Leave it as it is"]
    other.reject()


def test_an_answer_is_told_once_and_the_sheet_goes(
    qtbot: QtBot, window: QWidget
) -> None:
    """With what each would do below it."""
    told: list[str] = []
    answers = [
        Answer("mine", "Keep mine", "The other one stays too.", "primary"),
        Answer("lose", "Lose it", look="danger"),
    ]
    sheet = Choice(window, "Changed", "By somebody else", answers)
    sheet.chosen.connect(told.append)
    sheet.open()
    shown = [one.text() for one in sheet.findChildren(QLabel)]
    assert "The other one stays too." in shown
    first = sheet.findChildren(QPushButton)[0]
    assert first.text() == "Keep mine"
    assert first.accessibleDescription() == "The other one stays too."
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told == ["mine"]
    assert not sheet.isVisible()


def test_leaving_a_question_answers_nothing(qtbot: QtBot, window: QWidget) -> None:
    """All stays as it is."""
    told: list[str] = []
    sheet = Choice(window, "Changed", "", [Answer("lose", "Lose it")])
    sheet.chosen.connect(told.append)
    sheet.open()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert told == []


def test_enter_alone_loses_nothing(window: QWidget) -> None:
    """Where all there is to do is to lose something, the keyboard is at the way out."""
    sheet = Choice(window, "Remove?", "", [Answer("lose", "Lose it", look="danger")])
    sheet.open()
    sheet.activateWindow()
    assert sheet.focusWidget() is sheet.leave
    sheet.reject()


def test_a_sheet_grows_with_what_is_said_later(qtbot: QtBot, window: QWidget) -> None:
    """An error below a field is seen without scrolling, and no ground lies empty."""
    sheet = Sheet(window, "Name someone", "Keep")
    said = QLabel("Not this one")
    said.hide()
    sheet.add(QLineEdit(), said)
    sheet.open()
    qtbot.waitExposed(sheet)
    before = sheet.height()
    said.show()
    qtbot.waitUntil(lambda: sheet.height() > before)
    sheet.reject()
