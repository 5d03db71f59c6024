"""Where files are dropped or chosen, with the words for what is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.widgets.beside import Beside
from ui.widgets.box import column
from ui.widgets.buttons import button
from ui.widgets.file_drop import local_files
from ui.widgets.sign import Sign
from ui.widgets.text import words


class DropArea(QFrame):
    """Emits the paths that were dropped, or that somebody wants to choose."""

    dropped = Signal(list)  # paths, as str
    asked = Signal()

    def __init__(self, title: str, text: str, choose: str) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self.choose = button(choose, self.asked.emit, "primary", "files")
        said = column(words(title, "label"), words(text, "muted"), gap=UNIT // 2)
        inside = column(Beside(said, self.choose, sign=Sign("drop", "accent")))
        inside.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        self.setLayout(inside)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, and show that they would be taken."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Show that nothing hovers any more."""
        super().dragLeaveEvent(event)
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the files on."""
        self._mark(over=False)
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def be_quiet(self, *, quiet: bool) -> None:
        """Leave the page's one strong button to another."""
        self.choose.setProperty("role", "secondary" if quiet else "primary")
        self.choose.setIcon(icon("files", "ink" if quiet else "on_accent"))
        _polish(self.choose)

    def _mark(self, *, over: bool) -> None:
        self.setProperty("over", over)
        _polish(self)


def _polish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
