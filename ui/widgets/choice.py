"""A field to choose one of several words; typing another is allowed where told so."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.widgets.buttons import ICON_PIXELS

_LETTERS = 8  # a long choice never widens the window; it is cut off at the end


class Choice(QComboBox):
    """A combo box with our arrow, no wider than the place has room for."""

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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow in the colours that are worn."""
        super().paintEvent(event)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        left = self.width() - ICON_PIXELS - UNIT
        if self.isRightToLeft():
            left = UNIT
        top = (self.height() - ICON_PIXELS) // 2
        with QPainter(self) as painter:
            room = QRect(left, top, ICON_PIXELS, ICON_PIXELS)
            icon("down").paint(painter, room, Qt.AlignmentFlag.AlignCenter, mode)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll: nobody should change a value in passing."""
        event.ignore()
