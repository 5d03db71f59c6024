"""A short table of facts: what each is, and how it is here."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import emptied
from ui.widgets.text import words

_LETTERS = 40  # of both columns together; with fewer, the value goes below its name


class Facts(QWidget):
    """Pairs of words, one below the other; both may wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._stacked = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self.setLayout(self._grid)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts in place of what was shown."""
        emptied(self._grid)
        self._pairs = [(words(name, "muted"), words(value)) for name, value in facts]
        self._arrange()
        for pair in self._pairs:
            for label in pair:
                label.show()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the width of the wider column."""
        widths = [one.minimumSizeHint().width() for pair in self._pairs for one in pair]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put each value below its name where both have no room side by side."""
        super().resizeEvent(event)
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        if (self.width() < letters) != self._stacked:
            self._stacked = not self._stacked
            self._arrange()

    def _arrange(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for place, (name, value) in enumerate(self._pairs):
            for column, label in enumerate((name, value)):
                self._grid.removeWidget(label)
                if self._stacked:
                    self._grid.addWidget(label, 2 * place + column, 0, top)
                else:
                    self._grid.addWidget(label, place, column, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if self._stacked else 3)
