"""A page that is one step of several."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.shared.palette import worn
from ui.widgets.step_page import StepPage, _Line


def test_a_step_says_in_words_which_it_is(qtbot: QtBot) -> None:
    """Seen above the title, and read out with it."""
    page = StepPage((5, 6), "Etsy", "What is known", "account 1 of 3")
    qtbot.addWidget(page)
    shown = [one.text() for one in page.findChildren(QLabel)]
    assert "Step 5 of 6, account 1 of 3" in shown
    assert page.accessibleName() == "Step 5 of 6, account 1 of 3: Etsy"
    assert page.title == page.accessibleName()


def filled(line: QWidget, steps: int) -> list[bool]:
    image = line.grab().toImage()
    accent = QColor(worn().accent)
    width = image.width() / steps
    return [
        QColor(image.pixel(round(width * (n + 0.5)), image.height() // 2)) == accent
        for n in range(steps)
    ]


def test_the_line_is_filled_as_far_as_one_is(qtbot: QtBot) -> None:
    """One stroke a step."""
    line = _Line(2, 6)
    qtbot.addWidget(line)
    line.resize(600, 8)
    assert filled(line, 6) == [True, True, False, False, False, False]


def test_the_line_goes_the_way_of_the_writing(qtbot: QtBot) -> None:
    """From right to left where that is the way."""
    line = _Line(2, 6)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(line)
    line.resize(600, 8)
    assert filled(line, 6) == [False, False, False, False, True, True]
