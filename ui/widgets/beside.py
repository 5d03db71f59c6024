"""Words with buttons beside them, or below them where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, row
from ui.widgets.sign import Sign

_LETTERS = 28


class Beside(QWidget):
    """Stands `said` and `buttons` in one line; a sign goes before the words.

    The words keep room for `letters` a line; where they can't, the buttons go below.
    """

    def __init__(
        self,
        said: QLayout,
        *buttons: QWidget,
        sign: Sign | None = None,
        letters: int = _LETTERS,
    ) -> None:
        super().__init__()
        self._letters = letters
        head = row(*([sign] if sign else []), said, gap=2 * UNIT)
        head.setStretch(head.count() - 1, 1)
        self._head = head
        self._buttons = QWidget()
        self._buttons.setLayout(row(*buttons, STRETCH, gap=UNIT // 2))
        if not buttons:
            self._buttons.hide()
        self._line: QBoxLayout = row(head, self._buttons, gap=2 * UNIT)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the width of the words, or of the buttons below them."""
        head = self._head.minimumSize().width()
        width = max(head, self._buttons.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons where they fit."""
        super().resizeEvent(event)
        least = self._letters * self.fontMetrics().averageCharWidth()
        room = self.width() - self._buttons.sizeHint().width() - 2 * UNIT
        below = room < least and not self._buttons.isHidden()
        wanted = QBoxLayout.Direction.TopToBottom if below else _IN_LINE
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self._line.setSpacing(UNIT if below else 2 * UNIT)


_IN_LINE = QBoxLayout.Direction.LeftToRight
