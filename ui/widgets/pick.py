"""A list to pick one of; the wheel does not change it by accident."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.widgets.buttons import ICON_PIXELS


class Option(NamedTuple):
    """One that can be picked: its key and its words."""

    key: str
    words: str


class DropBox(QComboBox):
    """A list that drops down, with an arrow that Qt leaves out under a style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._arrow = icon("down")
        # As wide as its column, however long what it holds is.
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, and the arrow at its end."""
        super().paintEvent(event)
        room = QRect(0, 0, ICON_PIXELS, ICON_PIXELS)
        end = self.width() - UNIT - ICON_PIXELS if self.isLeftToRight() else UNIT
        room.moveTo(end, (self.height() - ICON_PIXELS) // 2)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        with QPainter(self) as painter:
            self._arrow.paint(painter, room, mode=mode)


class Pick(DropBox):
    """Emits the key that somebody picked, and not what a redraw shows."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._options: tuple[Option, ...] = ()
        self.activated.connect(lambda row: self.picked.emit(self.itemData(row)))

    def show_options(self, options: Sequence[Option], chosen: str) -> None:
        """Show what can be picked, and what is."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.clear()
            for option in options:
                self.addItem(option.words, option.key)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page, unless somebody is at this list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
