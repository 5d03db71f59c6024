"""The keyboard's place, kept while what has it is built anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from shiboken6 import isValid

from ui.shared.grid import MARGIN


@contextmanager
def keyboard_kept(around: QWidget) -> Iterator[None]:
    """Give the keyboard back to the control of the same name, or to its neighbour."""
    held = around.window().focusWidget()
    if held is None or not around.isAncestorOf(held):
        yield
        return
    before = controls(around)
    name, place = name_of(held), before.index(held) if held in before else 0
    yield
    if isValid(held) and around.isAncestorOf(held) and held.isVisibleTo(around):
        held.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    after = controls(around)
    same = [one for one in after if name_of(one) == name]
    if same or after:
        heir = same[0] if same else after[min(place, len(after) - 1)]
        heir.setFocus(Qt.FocusReason.OtherFocusReason)


def give(widget: QWidget) -> None:
    """Give a control the keyboard, and bring it into view once it is laid out."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring() -> None:
        around = widget.parentWidget() if isValid(widget) else None
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 0, MARGIN)
            around = around.parentWidget()

    QTimer.singleShot(0, widget, bring)


def controls(around: QWidget) -> list[QWidget]:
    """Return what can have the keyboard inside a widget, in order."""
    return [
        one
        for one in around.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(around)
        and one.isEnabledTo(around)
        and one.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    """Return what a control is called."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""
