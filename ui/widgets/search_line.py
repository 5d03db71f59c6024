"""A line to search in: Down goes to what was found, Enter opens it, Esc clears."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.shared.grid import UNIT
from ui.widgets.sign import Sign


class SearchLine(QLineEdit):
    """Emits `entered` (True: and open it) and `left`; searches as it is typed."""

    entered = Signal(bool)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._sign = Sign("search", "muted")
        self._sign.setParent(self)
        self.setTextMargins(3 * UNIT, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the sign in the middle of the line's beginning."""
        super().resizeEvent(event)
        left = self.isLeftToRight()
        start = UNIT if left else self.width() - UNIT - self._sign.width()
        self._sign.move(start, (self.height() - self._sign.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that leave the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(True)
        elif event.key() == Qt.Key.Key_Down:
            self.entered.emit(False)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
