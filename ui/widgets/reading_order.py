"""The keyboard goes through a window in reading order, however late a row was made."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QLayoutItem,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QWidget,
)


def put_in_order(widget: QWidget) -> None:
    """Let Tab go through the whole window of a widget as its layouts stand."""
    top = widget.window()
    if isinstance(top, QMainWindow):
        top = top.centralWidget() or top
    for one, following in pairwise(_controls(top)):
        QWidget.setTabOrder(one, following)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach in a widget, itself first, from start to end."""
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if reached and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        if inner := widget.widget():
            yield from _controls(inner)
    elif isinstance(widget, QSplitter):
        for at in range(widget.count()):
            if part := widget.widget(at):
                yield from _controls(part)
    elif layout := widget.layout():
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        if widget := item.widget():
            yield from _controls(widget)
        elif inner := item.layout():
            yield from _in_layout(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    """Return the items of a layout, those of a grid row by row."""
    items = [layout.itemAt(at) for at in range(layout.count())]
    if isinstance(layout, QGridLayout):
        places = [
            cast("tuple[int, ...]", layout.getItemPosition(at))
            for at in range(layout.count())
        ]
        items = [items[at] for at in sorted(range(len(items)), key=places.__getitem__)]
    return [item for item in items if item is not None]
