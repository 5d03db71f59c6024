"""A list to pick one of; the wheel does not change it by accident."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.tip import tip
from ui.widgets.buttons import ICON_PIXELS

_BESIDE = 6 * UNIT  # pixels that words don't get: the padding and the arrow's room


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

    @property
    def shown_words(self) -> str:
        """What the box has room for of the words that are picked."""
        room = max(self.width() - _BESIDE, _BESIDE)
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), right, room)

    def event(self, event: QEvent) -> bool:
        """Tell in whole, where the mouse rests, what had to be cut."""
        if event.type() == QEvent.Type.ToolTip:
            whole = self.currentText()
            self.setToolTip(tip("" if self.shown_words == whole else whole))
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, its words with a sign where they are cut, and the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_words
        painted = QStylePainter(self)
        painted.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painted.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painted.end()
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
                last = self.count() - 1
                whole = tip(option.words)
                self.setItemData(last, whole, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page, unless somebody is at this list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
