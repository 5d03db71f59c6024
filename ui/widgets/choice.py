"""A field to choose one of several words; typing another is allowed where told so."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.widgets.pick import DropBox

_LETTERS = 8  # a long choice never widens the window; it is cut off at the end


class Choice(DropBox):
    """A list of a form: chosen at leisure, and read when the form is done."""

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)  # typed is not offered
        for value, text in items:
            self.addItem(text, value)

    @property
    def value(self) -> str:
        """The value of what is chosen, "" where nothing is."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll: nobody should change a value in passing."""
        event.ignore()
