"""Fields side by side where there is room, below each other where there is not."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shared.grid import UNIT

_LETTERS = 26  # a column is never narrower than this many letters of the text


class Columns(QWidget):
    """Stands its children in one or two columns, in reading order.

    Where they are `level`, those of one row are equally high.
    """

    def __init__(
        self, *children: QWidget, gap: int = 2 * UNIT, level: bool = False
    ) -> None:
        super().__init__()
        self._children = children
        self._shown: Sequence[QWidget] = children
        # Else one of a row may say more below itself.
        self._align = Qt.AlignmentFlag(0) if level else Qt.AlignmentFlag.AlignTop
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._count = 0
        self._beside = QWidget(self)  # of a child alone: an empty column has no gap
        self.setLayout(self._grid)
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the width of one column."""
        widths = [one.minimumSizeHint().width() for one in self._children]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the number of columns that fits."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._arrange(2 if self.width() >= 2 * _LETTERS * letter else 1)

    def show_only(self, children: Collection[QWidget]) -> None:
        """Close up over the others; they are back when they are among the shown."""
        self._shown = [one for one in self._children if one in children]
        for child in self._children:
            self._grid.removeWidget(child)
            child.setVisible(child in self._shown)
        count, self._count = self._count, 0
        self._arrange(count)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for place, child in enumerate(self._shown):
            self._grid.addWidget(child, place // count, place % count, self._align)
        self._grid.removeWidget(self._beside)
        alone = count > 1 and len(self._shown) == 1
        if alone:
            self._grid.addWidget(self._beside, 0, 1)
        self._beside.setVisible(alone)
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < count else 0)
