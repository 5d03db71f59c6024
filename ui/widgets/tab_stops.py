"""Tab goes through a window as one reads it, however late anything was made.

Qt's own chain goes by the order of making, and mending it with `setTabOrder` ended in
rings that left half of a window out; so a window asks its layouts at each Tab instead.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QWidget,
)

from ui.shared.grid import MARGIN

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)


class InReadingOrder:
    """Mixed into a window, before Qt's class: its Tab goes in reading order."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Give the keyboard to the next control, or the one before; False for none."""
        assert isinstance(self, QWidget)  # noqa: S101 - it is mixed into one
        return go_on(self, forward=forward)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what is read next, or before it, round and round."""
    stops = list(tab_stops(window))
    if not stops:
        return False
    held = window.focusWidget()
    step = 1 if forward else -1
    at = stops.index(held) + step if held in stops else 0 if forward else -1
    heir = stops[at % len(stops)]
    reason = Qt.FocusReason
    heir.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    _bring_into_view(heir)
    return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, itself first, in reading order."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, _WHOLE):
        for child in _children(widget):
            yield from tab_stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Return the widgets inside one: as its layout has them, then by their place."""
    inside = [
        one
        for one in widget.children()
        if isinstance(one, QWidget) and not one.isWindow()
    ]
    layout = None if isinstance(widget, QMainWindow) else widget.layout()
    in_order = _in_order(layout, inside) if layout is not None else []
    loose = [one for one in inside if one not in in_order]
    backwards = widget.isRightToLeft()
    loose.sort(key=lambda one: (one.y(), -one.x() if backwards else one.x()))
    return [*in_order, *loose]


def _in_order(layout: QLayout, inside: list[QWidget]) -> list[QWidget]:
    """Return those that a layout holds, in the order of its items.

    (The items themselves are not asked: PySide may hand out the wrong one.)
    """
    held: list[tuple[tuple[int, ...], QWidget | QLayout]] = [
        (_rank(layout, layout.indexOf(one)), one)
        for one in inside
        if layout.indexOf(one) >= 0
    ]
    held += [
        (_rank(layout, layout.indexOf(one)), one)
        for one in layout.children()
        if isinstance(one, QLayout)
    ]
    held.sort(key=lambda pair: pair[0])
    found: list[QWidget] = []
    for _rank_of_it, one in held:
        found += _in_order(one, inside) if isinstance(one, QLayout) else [one]
    return found


def _rank(layout: QLayout, index: int) -> tuple[int, ...]:
    """Return what an item is sorted by: row and column in a grid, else its number."""
    if isinstance(layout, QGridLayout):
        place = cast("tuple[int, ...]", layout.getItemPosition(index))
        return place[:2]  # row and column; then what they span
    turned = isinstance(layout, QBoxLayout) and layout.direction() in (
        QBoxLayout.Direction.RightToLeft,
        QBoxLayout.Direction.BottomToTop,
    )
    return (-index,) if turned else (index,)


def _bring_into_view(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, MARGIN)
        around = around.parentWidget()
