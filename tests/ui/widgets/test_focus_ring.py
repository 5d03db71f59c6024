"""The ring around what has the keyboard."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.box import column
from ui.widgets.focus_ring import AROUND, THICK, FocusRing

OUT = AROUND + THICK


class Window(QWidget):
    """Two fields, the second inside something that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        inner = QWidget()
        inner.setLayout(column(400, self.second, 400))
        self.scroll = QScrollArea()
        self.scroll.setWidget(inner)
        self.scroll.setWidgetResizable(True)
        self.setLayout(column(40, self.first, self.scroll))
        self.ring = FocusRing(self)
        self.resize(300, 300)


def shown(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def around(window: Window, field: QWidget) -> QRect:
    place = QRect(field.mapTo(window, QPoint()), field.size())
    return place.adjusted(-OUT, -OUT, OUT, OUT)


def test_the_ring_stands_around_what_has_the_keyboard(qtbot: QtBot) -> None:
    """And lets the mouse through."""
    window = shown(qtbot)
    window.first.setFocus()
    assert window.ring.isVisible()
    assert window.ring.geometry() == around(window, window.first)


def test_the_ring_moves_along(qtbot: QtBot) -> None:
    """With the control, and with what is around it."""
    window = shown(qtbot)
    window.first.setFocus()
    before = window.ring.geometry()
    window.resize(500, 300)
    QApplication.processEvents()
    assert window.ring.geometry() == around(window, window.first) != before


def test_the_ring_is_cut_where_the_control_is(qtbot: QtBot) -> None:
    """It never lies over what is beside a list."""
    window = shown(qtbot)
    window.second.setFocus()
    bar = window.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    inside = QRect(window.scroll.mapTo(window, QPoint()), window.scroll.size())
    assert not window.ring.isVisible() or inside.contains(window.ring.geometry())


def test_where_nothing_has_the_keyboard_there_is_no_ring(qtbot: QtBot) -> None:
    """Nor where what had it has gone."""
    window = shown(qtbot)
    window.first.setFocus()
    before = window.ring.geometry()
    window.first.hide()
    assert window.ring.geometry() != before
    heir = window.focusWidget()
    if heir is not None:
        heir.clearFocus()
    assert not window.ring.isVisible()


def test_a_page_that_goes_takes_its_controls_along(qtbot: QtBot) -> None:
    """The ring does not ask after them."""
    window = shown(qtbot)
    window.second.setFocus()
    window.scroll.takeWidget().deleteLater()
    QApplication.processEvents()
    window.first.setFocus()
    assert window.ring.geometry() == around(window, window.first)


def test_the_ring_is_drawn(qtbot: QtBot) -> None:
    """In a colour of its own, with a gap between it and the control."""
    window = shown(qtbot)
    window.first.setFocus()
    image = window.ring.grab().toImage()
    assert image.pixel(0, image.height() // 2) != image.pixel(
        image.width() // 2, image.height() // 2
    )
