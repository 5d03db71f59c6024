"""A narrow pane and a wide one side by side; where it is narrow the wide one on top."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.shared.grid import SECTION
from ui.widgets.box import STRETCH, column, row

_LETTERS: Final = 80  # in a line, below which the panes stack


class Panes(QWidget):
    """The first takes a third of the width, the second the rest."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._parts = (first, second)
        self._box: QBoxLayout = row(gap=SECTION)
        self._box.addLayout(column(first, STRETCH, gap=0), 1)
        self._box.addLayout(column(second, STRETCH, gap=0), 2)
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the width of one of them."""
        widths = [one.minimumSizeHint().width() for one in self._parts]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand them where they fit."""
        super().resizeEvent(event)
        wide = self.width() >= _LETTERS * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if wide else ways.BottomToTop)
        for place, share in enumerate((1, 2)):
            self._box.setStretch(place, share if wide else 0)
