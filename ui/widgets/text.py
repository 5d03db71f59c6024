"""Words on a page, in the one type scale: title, heading, paragraph, label."""

from math import ceil
from typing import Final, Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

Role = Literal[
    "title",
    "heading",
    "label",
    "muted",
    "small",
    "code",
    "large-code",
    "good",
    "warn",
    "bad",
    "",
]


LONG_WORD: Final = 16  # letters; a longer one may be wider than its column


class Words(QLabel):
    """A label that is exactly as high as its text is at the width it was given.

    Qt's own hints are for a width of its choice: text would be cut off, or stand in too
    much room. A word wider than the column, such as an address, is broken.
    """

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width Qt wishes for, and the height for the width it has."""
        return self._fitted(super().sizeHint())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of a word that is not too long, and the same height."""
        least = super().minimumSizeHint()
        if self.wordWrap():
            most = LONG_WORD * self.fontMetrics().averageCharWidth()
            least.setWidth(min(least.width(), most))
        return self._fitted(least)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the text, long words broken."""
        if not self._breaks(width):
            return super().heightForWidth(width)
        return ceil(laid_out(self.text(), self.font(), width).boundingRect().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text; where a word must be broken, by hand."""
        if not self._breaks(self.width()):
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            room = self.contentsRect()
            text = laid_out(self.text(), self.font(), room.width())
            text.draw(painter, QPointF(room.topLeft()))

    def _fitted(self, hint: QSize) -> QSize:
        height = self.heightForWidth(self.width()) if self.wordWrap() else -1
        if height >= 0:  # Qt tells -1 where there is no text
            hint.setHeight(height)
        return hint

    def _breaks(self, width: int) -> bool:
        """Tell whether a word is wider than this."""
        if not self.wordWrap():
            return False
        long = (word for word in self.text().split() if len(word) > LONG_WORD)
        metrics = self.fontMetrics()
        return any(metrics.horizontalAdvance(word) > width for word in long)


def laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Return text in lines that end between words, and within one too wide for any."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid = QTextLayout(text.replace("\n", "\u2028"), font)
    laid.setTextOption(option)
    laid.beginLayout()
    below = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, below))
        below += line.height()
    laid.endLayout()
    return laid


def words(text: str, role: Role = "", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps; plain text, whatever stands in it."""
    label = Words(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    if selectable:
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        label.setTextInteractionFlags(by_mouse)
    return label


def set_role(label: QLabel, role: Role) -> None:
    """Give a label another role, and the look that goes with it."""
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)
