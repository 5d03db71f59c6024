"""How things stand beside and below each other: columns, rows, cards, rules."""

from typing import Final, Literal, TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ui.shared.grid import GAP, UNIT

Tone = Literal["card", "well", "good", "warn", "bad", "info"]
STRETCH: Final = "stretch"
L = TypeVar("L", bound=QBoxLayout)
Item = QWidget | QLayout | int | Literal["stretch"]


def column(*items: Item, gap: int = GAP) -> QVBoxLayout:
    """Return a layout of items from top to bottom; a number is a space in pixels."""
    return _filled(QVBoxLayout(), items, gap)


def row(*items: Item, gap: int = GAP) -> QHBoxLayout:
    """Return a layout of items in reading direction."""
    return _filled(QHBoxLayout(), items, gap)


def card(*items: Item, tone: Tone = "card", gap: int = GAP) -> QFrame:
    """Return a framed column, two units inside."""
    frame = QFrame()
    frame.setProperty("role", tone)
    layout = column(*items, gap=gap)
    layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
    frame.setLayout(layout)
    return frame


def rule() -> QFrame:
    """Return a hair line across."""
    frame = QFrame()
    frame.setProperty("role", "rule")
    frame.setFixedHeight(1)
    return frame


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner := item.layout():
            emptied(inner)


def _filled(layout: L, items: tuple[Item, ...], gap: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for item in items:
        if item == STRETCH:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
    return layout
