"""The tile of a platform beside its name; it says nothing that words do not."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.shared.monogram import draw_monogram


class Monogram(QWidget):
    """Draws the tile of one name; `units` is its side in units of the grid."""

    def __init__(self, name: str = "", units: int = 6) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(units * UNIT, units * UNIT)

    def show_name(self, name: str) -> None:
        """Draw the tile of another name."""
        if name != self._name:
            self._name = name
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        with QPainter(self) as painter:
            draw_monogram(painter, QRectF(self.rect()), self._name)
