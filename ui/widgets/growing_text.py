"""A field of several lines that is as high as what stands in it."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.shared.grid import UNIT

_LEAST: Final = 2  # lines
_MOST: Final = 10  # lines; more is scrolled
_AROUND: Final = 3 * UNIT


class GrowingText(QPlainTextEdit):
    """Grows with its lines. Tab leaves it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the lines there are."""
        lines = round(self.document().size().height())  # counted in lines here
        shown = min(max(lines, _LEAST), _MOST)
        height = shown * self.fontMetrics().lineSpacing() + _AROUND
        return QSize(30 * UNIT, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little width, and the same height."""
        return QSize(15 * UNIT, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()
        lines = round(self.document().size().height())
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, _NEVER
        self.setVerticalScrollBarPolicy(on if lines > _MOST else off)


_NEVER: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
