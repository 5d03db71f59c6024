"""Words with buttons beside them, or below them where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, row
from ui.widgets.sign import Sign

_LETTERS = 28  # the words keep at least this many letters a line beside the buttons


class Beside(QWidget):
    """Stands `said` and `buttons` in one line; a sign goes before the words."""

    def __init__(
        self, said: QLayout, *buttons: QWidget, sign: Sign | None = None
    ) -> None:
        super().__init__()
        head = row(*([sign] if sign else []), said, gap=2 * UNIT)
        head.setStretch(head.count() - 1, 1)
        self._buttons = QWidget()
        self._buttons.setLayout(row(*buttons, STRETCH))
        self._buttons.setVisible(bool(buttons))
        self._line: QBoxLayout = row(head, self._buttons, gap=2 * UNIT)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons where they fit."""
        super().resizeEvent(event)
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        room = self.width() - self._buttons.sizeHint().width() - 2 * UNIT
        below = room < least and not self._buttons.isHidden()
        wanted = QBoxLayout.Direction.TopToBottom if below else _IN_LINE
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self._line.setSpacing(UNIT if below else 2 * UNIT)


_IN_LINE = QBoxLayout.Direction.LeftToRight
