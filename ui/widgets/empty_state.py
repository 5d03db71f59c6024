"""Where there is nothing yet: a picture, the gain, one button and an example."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.shared.icons import illustration
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.text import words

_PICTURE = QSize(30 * UNIT, 20 * UNIT)  # as the illustrations are drawn


class EmptyState(QWidget):
    """Names the gain; `go` is its one button, None where nothing may be done."""

    def __init__(
        self, picture: str, gain: str, text: str, act: str = "", example: str = ""
    ) -> None:
        super().__init__()
        said = column(words(gain, "heading"), words(text, "muted"), gap=UNIT)
        layout = column(row(_Picture(picture), STRETCH), said, gap=2 * UNIT)
        self.go = button(act, look="primary", picture="plus") if act else None
        if self.go:
            layout.addLayout(row(self.go, STRETCH))
        if example:
            layout.addWidget(words(example, "small"))
        self.setLayout(layout)

    def connect_to(self, act: Callable[[], object]) -> None:
        """Say what the button does."""
        if self.go:
            self.go.clicked.connect(lambda _checked: act())


class _Picture(QWidget):
    """Draws one illustration in the colours worn."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon = illustration(name)
        self.setFixedSize(_PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        with QPainter(self) as painter:
            self._icon.paint(painter, self.rect(), Qt.AlignmentFlag.AlignCenter)
