"""What layouts hold, asked of the layouts themselves.

Never of their items: PySide keeps a wrapper for each item that was asked for, and hands
it out again for whatever takes the item's place in memory, up to a crash.
"""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

Node = QWidget | QLayout


class Member(NamedTuple):
    """A widget or an inner layout, its place among the items, and on the screen."""

    node: Node
    index: int
    place: QRect  # in the widget that the layout belongs to


def members(layout: QLayout) -> list[Member]:
    """Return what a layout holds and shows, in the order of its items."""
    found = [
        Member(one, layout.indexOf(one), one.geometry())
        for one in layout.parentWidget().children()
        if isinstance(one, QWidget) and not one.isHidden() and layout.indexOf(one) >= 0
    ]
    found += [
        Member(one, layout.indexOf(one), one.geometry())
        for one in layout.children()
        if isinstance(one, QLayout) and not one.isEmpty()
    ]
    return sorted(found, key=lambda one: one.index)


def way_to(widget: QWidget) -> list[Node]:
    """Return what holds a widget, from the window in: widgets and their layouts."""
    way: list[Node] = [widget]
    while not widget.isWindow() and (around := widget.parentWidget()) is not None:
        layout = around.layout()
        if layout is not None:
            way += reversed(_inside(layout, widget))
        way.append(around)
        widget = around
    return way[::-1]


def place_of(node: Node) -> QRect:
    """Return where a widget or layout stands in its window."""
    if isinstance(node, QLayout):
        holder = node.parentWidget()
        return node.geometry().translated(holder.mapTo(holder.window(), QPoint()))
    return QRect(node.mapTo(node.window(), QPoint()), node.size())


def stretches(layout: QBoxLayout, one: Member, other: Member) -> bool:
    """Tell whether a stretch stands between two members that follow each other."""
    return any(layout.stretch(at) for at in range(one.index + 1, other.index))


def _inside(layout: QLayout, widget: QWidget) -> list[Node]:
    """Return the layouts between a widget and the one that it stands in."""
    if layout.indexOf(widget) >= 0:
        return [layout]
    for inner in layout.children():
        if isinstance(inner, QLayout) and (found := _inside(inner, widget)):
            return [layout, *found]
    return []
