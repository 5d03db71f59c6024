"""A small picture beside words: it says nothing alone, and follows the colours worn."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.icons import icon
from ui.widgets.buttons import ICON_PIXELS


class Sign(QWidget):
    """Draws one icon anew at every paint, so that a change of scheme is seen."""

    def __init__(self, picture: str = "", colour: str = "ink") -> None:
        super().__init__()
        self._icon = QIcon()
        self._what = ("", "")
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)
        self.setFixedSize(self.sizeHint())
        if picture:
            self.show_picture(picture, colour)

    def show_picture(self, picture: str, colour: str = "ink") -> None:
        """Draw another icon, in the colour of that name in `Colours`."""
        if self._what != (picture, colour):
            self._what = (picture, colour)
            self._icon = icon(picture, colour)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of an icon."""
        return QSize(ICON_PIXELS, ICON_PIXELS)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        with QPainter(self) as painter:
            self._icon.paint(painter, self.rect())
