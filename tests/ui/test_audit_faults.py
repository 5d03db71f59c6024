"""Each audit is proven by a fault planted on a page that is otherwise fit."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.audit.contrast import faint
from tests.audit.keyboard import mouse_only
from tests.audit.measures import off_grid
from tests.audit.names import alike, unnamed
from tests.audit.room import clipped, covering, sticking_out
from tests.audit.tab_order import tab_faults
from tests.audit.targets import too_small
from tests.audit.type_scale import off_scale
from ui.shared.theme import Theme
from ui.widgets.box import column, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.field import Field
from ui.widgets.text import words

Make = Callable[..., QWidget]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Make]:
    """Return what shows a window of our look with widgets below each other."""
    Theme(qapp).wear("light", 100)
    made: list[QWidget] = []

    def making(*widgets: QWidget | QHBoxLayout | QVBoxLayout) -> QWidget:
        one = QWidget()
        one.setProperty("role", "ground")
        one.setLayout(column(*widgets, gap=16))
        one.resize(480, 320)
        one.show()
        one.activateWindow()
        qapp.processEvents()
        made.append(one)
        return one

    yield making
    for one in made:
        one.close()
        one.deleteLater()


def test_a_page_without_faults_passes_every_audit(window: Make) -> None:
    """Else the findings below would say nothing."""
    page = window(
        words("What is left?", "heading"),
        Field("Name", QLineEdit("Ana"), "As it stands on the door."),
        row(button("Keep"), icon_button("close", "Close"), "stretch"),
    )
    page.findChild(QLineEdit).setFocus()
    audits = (unnamed, alike, mouse_only, tab_faults, clipped, covering, sticking_out)
    assert [one for audit in audits for one in audit(page)] == []
    assert too_small(page) + off_grid(page) + off_scale(page, 100) == []
    assert faint(page, page.grab().toImage()) == []


def test_an_icon_without_a_name_is_found(window: Make) -> None:
    """A screen reader would say: button."""
    page = window(button("Keep"), icon_button("close", ""))
    assert ["QToolButton" in one for one in unnamed(page)] == [True]


def test_a_field_without_a_label_is_found(window: Make) -> None:
    """Its placeholder is no name."""
    bare = QLineEdit()
    bare.setPlaceholderText("Name")
    assert len(unnamed(window(bare))) == 1


def test_two_of_one_name_are_found_unless_their_rows_tell_them_apart(
    window: Make,
) -> None:
    """Five buttons that say “Edit” help nobody."""
    rows = [QWidget(), QWidget()]
    for at, one in enumerate(rows):
        one.setLayout(row(button("Edit")))
        one.setAccessibleName(f"Step {at}")
    assert alike(window(*rows)) == []
    rows[1].setAccessibleName("Step 0")
    assert alike(window(*rows)) == ["2 times Button “Edit” in “Step 0”"]


def test_a_trap_is_found(window: Make) -> None:
    """A field for many lines that keeps Tab for itself."""
    trap = QPlainTextEdit()
    trap.setAccessibleName("Notes")
    page = window(button("One"), trap, button("Two"))
    page.findChild(QPushButton).setFocus()
    assert tab_faults(page)[0].startswith("a trap: Tab stays at QPlainTextEdit")
    trap.setTabChangesFocus(True)
    page.findChild(QPushButton).setFocus()
    assert tab_faults(page) == []


def test_a_control_that_tab_passes_by_is_found(window: Make) -> None:
    """In the ring, but turned away from."""

    class Elsewhere(QPushButton):
        def focusInEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            self.window().findChild(QLineEdit).setFocus()

    start = QLineEdit()
    page = window(start, button("One"), Elsewhere("Two"), button("Three"))
    start.setFocus()
    assert any("Two" in one for one in tab_faults(page))


def test_tab_against_the_reading_order_is_found(window: Make) -> None:
    """The eye goes down and along the line, so must the keyboard."""
    made = [button(name) for name in ("a", "b", "c", "d")]
    page = window(row(*made[:2]), row(*made[2:]))
    made[0].setFocus()
    assert tab_faults(page) == []
    QWidget.setTabOrder(made[2], made[1])
    made[0].setFocus()
    assert any("“c”" in one and "“b”" in one for one in tab_faults(page))


def test_columns_are_read_one_after_the_other(window: Make) -> None:
    """As the rail is read before the page beside it."""
    made = [button(name) for name in ("a", "b", "c", "d")]
    page = window(row(column(*made[:2]), column(*made[2:])))
    for one, other in pairwise(made):
        QWidget.setTabOrder(one, other)
    made[0].setFocus()
    assert tab_faults(page) == []


class Picture(QLabel):
    """Listens to the mouse."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()


class Tile(Picture):
    """Listens to the mouse and to keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()


def test_what_only_a_mouse_can_do_is_found(window: Make) -> None:
    """A picture that can be clicked needs the keyboard too."""
    picture, tile = Picture("press me"), Tile("press me too")
    tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    (found,) = mouse_only(window(picture, tile))
    assert found.startswith("Picture “press me”")


def test_words_without_room_are_found(window: Make) -> None:
    """On labels that wrap or not, and on buttons."""
    line, block, pressed = QLabel("a long line " * 9), QLabel("many words " * 99), None
    line.setWordWrap(False)
    line.setFixedWidth(80)
    block.setWordWrap(True)
    block.setFixedSize(160, 40)
    pressed = button("Restore from a printed kit")
    pressed.setFixedWidth(120)
    found = clipped(window(line, block, pressed))
    assert [one.split(":")[0] for one in found] == [
        "cut at its end",
        "lines cut off",
        "cut at its end",
    ]


def test_neighbours_that_cover_each_other_are_found(window: Make) -> None:
    """Placed by hand, as no layout would."""
    page = window(button("One"))
    over = QPushButton("Over", page)
    over.setGeometry(page.findChild(QPushButton).geometry().translated(8, 8))
    over.show()
    assert len(covering(page)) == 1


def test_what_reaches_out_of_the_window_is_found(window: Make) -> None:
    """Nobody would see its end."""
    page = window(button("One"))
    over = QPushButton("Far", page)
    over.setGeometry(400, 8, 200, 40)
    over.show()
    assert sticking_out(page)[0].startswith("120 px out of its place")


def test_a_small_target_is_found(window: Make) -> None:
    """A finger or a shaking hand misses it."""
    small = icon_button("close", "Close")
    small.setStyleSheet("min-width: 0; max-width: 16px")
    assert len(too_small(window(small))) == 1


def test_a_gap_off_the_grid_is_found(window: Make) -> None:
    """Between neighbours, around them, and in the height of a control."""
    inner = QWidget()
    inner.setLayout(row(button("One"), button("Two"), gap=7))
    inner.layout().setContentsMargins(3, 0, 0, 0)
    high = button("Three")
    high.setStyleSheet("min-height: 41px")
    found = off_grid(window(inner, high))
    assert [one.split(" in ")[0].split(":")[0] for one in found] == [
        "margins (3, 0, 0, 0)",
        "a gap of 7",
        "45 px high",
    ]


def test_a_size_off_the_scale_is_found(window: Make) -> None:
    """One scale, five sizes."""
    odd = words("Nearly a heading")
    odd.setStyleSheet("font-size: 17px")
    (found,) = off_scale(window(odd, words("A heading", "heading")), 100)
    assert found.startswith("17 px: Words “Nearly a heading”")


def test_faint_words_are_found_in_the_picture(window: Make) -> None:
    """As drawn, whatever the style sheet says."""
    grey = words("Who is to read this?")
    grey.setStyleSheet("color: #9a9a9a")
    page = window(grey, words("This can be read."))
    (found,) = faint(page, page.grab().toImage())
    assert "Who is to read this?" in found
