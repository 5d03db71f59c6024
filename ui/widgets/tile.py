"""A tile to press or to tick: a picture and words that wrap to the room there is."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.monogram import draw_monogram
from ui.shared.palette import worn
from ui.widgets.buttons import ICON_PIXELS

_LEAST_HEIGHT = 8 * UNIT
_EDGE = 2 * UNIT
_MONOGRAM = 5 * UNIT
_LEAST_LETTERS = 10  # of a word that is not broken
_WRAPS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class Tile(QPushButton):
    """`picture` names an icon; without one, the first letters stand in its place.

    A tile that can be ticked says so by a sign, not by its colour alone.
    """

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object] | None = None,
        picture: str = "",
        *,
        ticks: bool = False,
    ) -> None:
        super().__init__(text.replace("&", "&&"))
        self._words = text
        self._picture = icon(picture) if picture else None
        self.setProperty("role", "tile")
        self.setCheckable(ticks)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if pressed:
            self.clicked.connect(lambda _checked: pressed())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words, and room above and below."""
        room = self._room(QRect(0, 0, width, _LEAST_HEIGHT))
        words = self.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 10_000), int(_WRAPS), self._words
        )
        return max(_LEAST_HEIGHT, words.height() + 2 * _EDGE)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wish for room for the words in one line."""
        width = self.fontMetrics().horizontalAdvance(self._words) + self._beside()
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with room for a word."""
        letters = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(letters + self._beside(), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame as a button's, the rest by hand."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        ink = worn().on_tint if self.isChecked() else worn().ink
        painter = QStylePainter(self)
        with painter:
            painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
            place = QRect(_EDGE, 0, self._side, self._side)
            place.moveTop((self.height() - self._side) // 2)
            if self._picture:
                self._picture.paint(painter, self._turned(place))
            else:
                draw_monogram(painter, QRectF(self._turned(place)), self._words)
            painter.setPen(QColor(ink if self.isEnabled() else worn().muted))
            room = self._turned(self._room(self.rect()))
            painter.drawText(room, int(_WRAPS), self._words)
            if self.isCheckable():
                self._draw_tick(painter)

    def _draw_tick(self, painter: QStylePainter) -> None:
        place = QRect(0, 0, ICON_PIXELS, ICON_PIXELS)
        place.moveRight(self.width() - _EDGE)
        place.moveTop((self.height() - ICON_PIXELS) // 2)
        ticked = self.isChecked()
        sign = icon("check-circle", "accent") if ticked else icon("circle", "muted")
        sign.paint(painter, self._turned(place))

    @property
    def _side(self) -> int:
        return ICON_PIXELS if self._picture else _MONOGRAM

    def _beside(self) -> int:
        """Return the width of all that is not words."""
        tick = ICON_PIXELS + _EDGE if self.isCheckable() else 0
        return 3 * _EDGE + self._side + tick

    def _room(self, rect: QRect) -> QRect:
        """Return where the words stand."""
        left = 2 * _EDGE + self._side
        width = max(rect.width() - self._beside(), UNIT)
        return QRect(left, rect.top(), width, rect.height())

    def _turned(self, rect: QRect) -> QRect:
        """Return the place of a rectangle where writing goes from right to left."""
        if not self.isRightToLeft():
            return rect
        return rect.translated(self.width() - rect.left() - rect.right() - 1, 0)
