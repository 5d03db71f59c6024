"""A list that is walked by keys: Enter opens, Del removes, letters begin a search."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineList(QListView):
    """Emits the row that is shown, opened or to be removed."""

    shown = Signal(int)
    opened = Signal(int)
    removed = Signal(int)
    typed = Signal(str)
    left = Signal()  # Esc

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def currentChanged(  # noqa: N802 - Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which line is the current one now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.shown.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that do something with the current line."""
        row = self.currentIndex().row()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _GO and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removed.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
