"""A sheet of a kit, drawn small: its codes where they stand, dark once read."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.grid import UNIT
from ui.shared.palette import worn

ACROSS: Final = 4  # codes on a sheet
DOWN: Final = 6
CODES: Final = ACROSS * DOWN
PAPER: Final = QSize(12 * UNIT, 17 * UNIT)  # the sides of A4, as one to root of two
_CELL: Final = 14
_LEFT: Final = 10  # the gutters are where the folds are: the middle, and the thirds
_COLUMNS: Final = tuple(_LEFT + at for at in (0, 18, 44, 62))
_TOP: Final = 12
_ROWS: Final = tuple(_TOP + at for at in (0, 18, 40, 58, 80, 98))


class Paper(QWidget):
    """Shows which of the 24 codes are read; says nothing, the words beside it do."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: frozenset[int] = frozenset()
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)
        self.setFixedSize(PAPER)

    def show_cells(self, cells: frozenset[int]) -> None:
        """Show these codes as read, by their places 0..23."""
        self._cells = cells
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the paper, then a square for each code."""
        colours = worn()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QPen(QColor(colours.line if self._cells else colours.hair), 1)
            if not self._cells:
                edge.setColor(QColor(colours.line))
                edge.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(edge)
            painter.setBrush(QColor(colours.surface))
            room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(room, 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            for cell in range(CODES):
                read = cell in self._cells
                painter.setBrush(QColor(colours.good if read else colours.hair))
                painter.drawRoundedRect(_place(cell), 2, 2)


def _place(cell: int) -> QRectF:
    return QRectF(_COLUMNS[cell % ACROSS], _ROWS[cell // ACROSS], _CELL, _CELL)
