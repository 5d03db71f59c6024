"""Rows that wrap: as many as the width asks for, and exactly as high."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.flow import FlowBox


def boxes(count: int) -> list[QWidget]:
    made = [QWidget() for _ in range(count)]
    for one in made:
        one.setFixedSize(100, 40)
    return made


def shown(width: int, *ones: QWidget) -> FlowBox:
    box = FlowBox(*ones, gap=10)
    box.resize(width, 500)
    box.show()
    QApplication.processEvents()
    return box


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "height"), [(320, 40), (319, 90), (100, 140)])
def test_the_height_follows_from_the_width(width: int, height: int) -> None:
    """Neither cut off nor lost in room."""
    box = shown(width, *boxes(3))
    assert box.sizeHint().height() == height
    assert box.sizeHint().width() == 100


@pytest.mark.usefixtures("qapp")
def test_they_stand_in_reading_order() -> None:
    """And what is hidden takes no room."""
    first, hidden, second, third = boxes(4)
    hidden.hide()
    box = shown(215, first, hidden, second, third)
    places = [(one.x(), one.y()) for one in (first, second, third)]
    assert places == [(0, 0), (110, 0), (0, 50)]
    assert box.flow.count() == 4


@pytest.mark.usefixtures("qapp")
def test_where_one_reads_from_right_to_left_they_begin_there() -> None:
    """As the words do."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        first, second = boxes(2)
        box = shown(300, first, second)
        box.resize(301, 500)
        QApplication.processEvents()
        assert first.x() > second.x()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
