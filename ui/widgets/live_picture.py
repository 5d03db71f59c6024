"""What a camera sees, as it sees it, with nothing kept of it."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.shared.palette import worn
from vault.i18n import translate as _

ROOM: Final = QSize(40 * UNIT, 30 * UNIT)  # four to three, as most cameras see


class LivePicture(QWidget):
    """Shows the last frame, whole, on a quiet ground; it is mirrored for no one."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setAccessibleName(_("What the camera sees"))
        self.setFixedSize(ROOM)

    def show_image(self, image: QImage) -> None:
        """Show this frame; a null one shows the ground."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame as large as it fits."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(worn().hair))
            if self._image.isNull():
                return
            size = self._image.size()
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(self.rect().topLeft(), size)
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self._image)
