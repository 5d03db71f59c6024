"""Tab goes as one reads, whatever was made last."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)

from ui.widgets.box import column, row
from ui.widgets.rows import Rows
from ui.widgets.tab_stops import InReadingOrder, go_on, tab_stops


class Window(InReadingOrder, QWidget):
    """As our windows and sheets are."""


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
    window = Window()
    c, b, a = (QPushButton(letter) for letter in "cba")
    window.setLayout(column(a, row(b, c)))
    assert ring(window, a, 3) == "abc"


def test_a_grid_is_read_row_by_row(qapp: QApplication) -> None:
    """However it was filled."""
    window, grid = Window(), QGridLayout()
    buttons = {letter: QPushButton(letter) for letter in "dbca"}
    for letter, button in buttons.items():
        at = "abcd".index(letter)
        grid.addWidget(button, at // 2, at % 2)
    window.setLayout(grid)
    assert ring(window, buttons["a"], 4) == "abcd"


def test_it_goes_into_what_scrolls_and_what_is_split(qapp: QApplication) -> None:
    """And out again."""
    window, scroll, split = Window(), QScrollArea(), QSplitter()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    d, c, b, a = (QPushButton(letter) for letter in "dcba")
    split.addWidget(b)
    split.addWidget(c)
    scroll.setWidget(split)
    window.setLayout(column(a, scroll, d))
    assert ring(window, a, 4) == "abcd"


def test_rows_that_come_later_stand_where_they_are_read(qapp: QApplication) -> None:
    """Before the button below them, which was there first."""
    window, after = Window(), QPushButton("z")
    rows = Rows(QPushButton)
    window.setLayout(column(rows, after))
    rows.show_rows([("a", "a"), ("c", "c")])
    rows.show_rows([("a", "a"), ("b", "b"), ("c", "c")])
    first = rows.widgets[0]
    assert isinstance(first, QPushButton)
    assert ring(window, first, 4) == "abcz"


def test_it_goes_back_the_same_way(qapp: QApplication) -> None:
    """Shift+Tab, from the first one to the last."""
    window = Window()
    b, a = QPushButton("b"), QPushButton("a")
    window.setLayout(column(a, b))
    window.show()
    a.setFocus()
    for wanted in (b, a):
        held = window.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert window.focusWidget() is wanted


def test_what_cannot_be_used_is_passed_by(qapp: QApplication) -> None:
    """Hidden, barred, or never for the keyboard."""
    window = Window()
    made = [QPushButton(letter) for letter in "abcd"]
    window.setLayout(column(*made))
    window.show()
    made[0].setEnabled(False)
    made[1].hide()
    made[2].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert list(tab_stops(window)) == made[3:]
    made[3].hide()
    assert not go_on(window, forward=True)


def test_the_parts_of_a_control_are_no_stops(qapp: QApplication) -> None:
    """A list to choose from that can be typed into is one stop, not two."""
    window, box, field = Window(), QComboBox(), QLineEdit()
    box.setEditable(True)
    field.setClearButtonEnabled(True)
    window.setLayout(column(box, field))
    window.show()
    assert list(tab_stops(window)) == [box, field]


def test_what_no_layout_holds_goes_by_its_place(qapp: QApplication) -> None:
    """Down, and along the line."""
    window = Window()
    for letter, x, y in (("c", 0, 50), ("b", 90, 0), ("a", 0, 0)):
        QPushButton(letter, window).move(x, y)
    window.show()
    assert "".join(one.text() for one in tab_stops(window)) == "abc"


def test_the_one_that_has_the_keyboard_is_brought_into_view(
    qapp: QApplication,
) -> None:
    """In whatever scrolls around it."""
    window, scroll, inner = Window(), QScrollArea(), QWidget()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made = [QPushButton(str(n)) for n in range(40)]
    inner.setLayout(column(*made))
    scroll.setWidget(inner)
    window.setLayout(column(scroll))
    window.resize(200, 200)
    window.show()
    made[-1].setFocus()
    go_on(window, forward=True)
    assert scroll.verticalScrollBar().value() == 0
    go_on(window, forward=False)
    assert not made[-1].visibleRegion().isEmpty()
