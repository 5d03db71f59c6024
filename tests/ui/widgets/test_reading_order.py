"""Tab goes as one reads, whatever was made last."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)

from ui.widgets.box import column, row
from ui.widgets.reading_order import put_in_order
from ui.widgets.rows import Rows


def ring(window: QWidget, first: QPushButton, count: int) -> str:
    """Return the words of the buttons that Tab goes through."""
    window.show()
    first.setFocus()
    said = []
    for _ in range(count):
        held = window.focusWidget()
        assert isinstance(held, QPushButton)
        said.append(held.text())
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    return "".join(said)


def test_what_is_made_last_and_stands_first_is_reached_first(
    qapp: QApplication,
) -> None:
    """Qt alone goes by the order of making."""
    window = QWidget()
    c, b, a = (QPushButton(letter) for letter in "cba")
    window.setLayout(column(a, row(b, c)))
    put_in_order(window)
    assert ring(window, a, 3) == "abc"


def test_a_grid_is_read_row_by_row(qapp: QApplication) -> None:
    """However it was filled."""
    window, grid = QWidget(), QGridLayout()
    buttons = {letter: QPushButton(letter) for letter in "dbca"}
    for letter, button in buttons.items():
        at = "abcd".index(letter)
        grid.addWidget(button, at // 2, at % 2)
    window.setLayout(grid)
    put_in_order(window)
    assert ring(window, buttons["a"], 4) == "abcd"


def test_it_goes_into_what_scrolls_and_what_is_split(qapp: QApplication) -> None:
    """And out again."""
    window, scroll, split = QWidget(), QScrollArea(), QSplitter()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    d, c, b, a = (QPushButton(letter) for letter in "dcba")
    split.addWidget(b)
    split.addWidget(c)
    scroll.setWidget(split)
    window.setLayout(column(a, scroll, d))
    put_in_order(window)
    assert ring(window, a, 4) == "abcd"


def test_rows_that_come_later_stand_where_they_are_read(qapp: QApplication) -> None:
    """Before the button below them, which was there first."""
    window, after = QWidget(), QPushButton("z")
    rows = Rows(QPushButton)
    window.setLayout(column(rows, after))
    rows.show_rows([("a", "a"), ("c", "c")])
    rows.show_rows([("a", "a"), ("b", "b"), ("c", "c")])
    first = rows.widgets[0]
    assert isinstance(first, QPushButton)
    assert ring(window, first, 4) == "abcz"
