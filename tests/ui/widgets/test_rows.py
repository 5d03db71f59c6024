"""Rows that are redrawn only where something changed, and keep the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.widgets.box import column
from ui.widgets.buttons import button
from ui.widgets.keyboard import controls, keyboard_kept, name_of
from ui.widgets.rows import Rows


class One(QWidget):
    """A row with one button."""

    made = 0

    def __init__(self, text: str) -> None:
        super().__init__()
        type(self).made += 1
        self.go = button(text)
        self.setLayout(column(self.go))

    def show_state(self, text: str) -> None:
        self.go.setText(text)


@pytest.fixture
def rows(qapp: QApplication) -> Iterator[Rows]:
    One.made = 0
    made = Rows(One)
    made.show_rows([("a", "A"), ("b", "B"), ("c", "C")])
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()


def texts(rows: Rows) -> list[str]:
    return [one.go.text() for one in rows.widgets if isinstance(one, One)]


def press(rows: Rows, text: str) -> None:
    """Give the keyboard to the button called so."""
    next(one for one in controls(rows) if name_of(one) == text).setFocus()


def held(rows: Rows) -> str:
    widget = rows.window().focusWidget()
    return name_of(widget) if widget else ""


def test_rows_stand_in_the_order_of_what_is_shown(rows: Rows) -> None:
    """And what stays is not made anew."""
    rows.show_rows([("c", "C"), ("a", "A2"), ("d", "D")])
    assert texts(rows) == ["C", "A2", "D"]
    assert One.made == 4
    assert rows.row_of("b") is None
    assert rows.row_of("d") is rows.widgets[2]


def test_the_keyboard_stays_in_a_row_that_stays(rows: Rows) -> None:
    """Wherever the row goes."""
    press(rows, "B")
    rows.show_rows([("c", "C"), ("b", "B")])
    assert held(rows) == "B"


def test_the_keyboard_goes_to_the_neighbour_of_a_row_that_goes(rows: Rows) -> None:
    """Not to the beginning of the page."""
    press(rows, "B")
    rows.show_rows([("a", "A"), ("c", "C")])
    assert held(rows) == "C"
    rows.show_rows([("a", "A")])
    assert held(rows) == "A"


def test_no_rows_take_no_room(rows: Rows) -> None:
    """A gap would show."""
    rows.show_rows([])
    assert rows.isHidden()


def test_a_control_that_is_made_anew_gets_the_keyboard_back(
    qapp: QApplication,
) -> None:
    """By its name."""
    around = QWidget()
    layout = column(button("one"), button("two"))
    around.setLayout(layout)
    around.show()
    around.activateWindow()
    qapp.processEvents()
    around.findChildren(QPushButton)[1].setFocus()
    with keyboard_kept(around):
        for old in around.findChildren(QPushButton):
            old.hide()
            old.setParent(None)
        for text in ("zero", "two"):
            new = button(text)
            layout.addWidget(new)
            new.show()
    focused = around.focusWidget()
    assert focused is not None
    assert name_of(focused) == "two"
    around.close()
