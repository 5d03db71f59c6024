"""A field for a pasted block of lines; a file dropped on it is told, not read."""

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.shared.grid import UNIT
from ui.widgets.file_drop import local_files

_LINES: Final = 5


class PasteEdit(QPlainTextEdit):
    """Takes codes as they are pasted or typed. Tab leaves it."""

    dropped = Signal(str)  # the path of a file

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of five lines, however large the letters are."""
        height = _LINES * self.fontMetrics().lineSpacing() + 3 * UNIT
        return QSize(super().sizeHint().width(), height)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take files besides text."""
        return bool(local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Tell of a file; put a text in."""
        if paths := local_files(source):
            self.dropped.emit(paths[0])
        else:
            super().insertFromMimeData(source)
