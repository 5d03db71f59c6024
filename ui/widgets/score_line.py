"""How a score went over the years: a line with a dot a review, told in words too."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.days import day_words
from ui.shared.grid import UNIT
from ui.shared.palette import worn
from vault.i18n import translate as _

_LINES: Final = (0, 50, 100)
_ROWS: Final = 7  # lines of text that it is as high as
_DOT: Final = UNIT // 2
_MOST: Final = 100


class Point(NamedTuple):
    """The score of 100 on a day, as records spell days."""

    day: str
    score: int


class ScoreLine(QWidget):
    """Draws points from the first to the last; with one a dot, with none nothing."""

    def __init__(self, points: Sequence[Point] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("The score of each review"))
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self._points: tuple[Point, ...] = ()
        self.show_points(points)

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw these in place of what was drawn."""
        self._points = tuple(points)
        self.setAccessibleDescription(self.told)
        if not points:
            self.hide()
        elif self.parent() is not None:  # else it would be a window of its own
            self.show()
        self.update()

    @property
    def told(self) -> str:
        """The points in words, as a screen reader says them."""
        said = _("{day}: {n} of 100")
        return "; ".join(
            said.format(day=day_words(one.day), n=one.score) for one in self._points
        )

    def places(self) -> list[QPointF]:
        """Return where each dot is drawn."""
        room = self._room()
        days = [
            QDate.fromString(p.day[:10], Qt.DateFormat.ISODate) for p in self._points
        ]
        numbers = [day.toJulianDay() if day.isValid() else 0 for day in days]
        first, span = (numbers[0], numbers[-1] - numbers[0]) if numbers else (0, 0)
        places = []
        for number, point in zip(numbers, self._points, strict=True):
            part = (number - first) / span if span else 0.5
            if self.isRightToLeft():
                part = 1 - part
            x = room.left() + part * room.width()
            places.append(QPointF(x, self._height_of(point.score, room)))
        return places

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a few lines of text, whatever their size."""
        rows = _ROWS * self.fontMetrics().lineSpacing()
        return QSize(30 * UNIT, -(-rows // UNIT) * UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little width, and the same height."""
        return QSize(20 * UNIT, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the scale, the line, the dots, and the ends in words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = self._room()
            self._draw_scale(painter, room)
            self._draw_line(painter, self.places())
            self._draw_ends(painter, room)

    def _draw_scale(self, painter: QPainter, room: QRectF) -> None:
        metrics = self.fontMetrics()
        for score in _LINES:
            y = self._height_of(score, room)
            painter.setPen(QPen(QColor(worn().hair), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(worn().muted))
            half = metrics.height() / 2
            wide = self._beside() - UNIT
            left = room.right() + UNIT if self.isRightToLeft() else 0
            beside = QRectF(left, y - half, wide, metrics.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), str(score))

    def _draw_line(self, painter: QPainter, places: list[QPointF]) -> None:
        painter.setPen(QPen(QColor(worn().accent), 2))
        if len(places) > 1:
            painter.drawPolyline(places)
        painter.setBrush(QColor(worn().accent))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)

    def _draw_ends(self, painter: QPainter, room: QRectF) -> None:
        """Write below the line the first and the last day, each with its score."""
        painter.setPen(QColor(worn().ink))
        metrics = self.fontMetrics()
        top = room.bottom() + UNIT
        ends = self._points[:1] + self._points[1:][-1:]
        half = room.width() / max(len(ends), 1)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        sides = [start, end] if len(ends) > 1 else [Qt.AlignmentFlag.AlignHCenter]
        if self.isRightToLeft():
            sides.reverse()
        for number, (point, side) in enumerate(zip(ends, sides, strict=True)):
            at = len(ends) - 1 - number if self.isRightToLeft() else number
            box = QRectF(room.left() + at * half, top, half, metrics.height())
            text = f"{day_words(point.day)}: {point.score}"
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(half))
            painter.drawText(box, int(side), cut)

    def _room(self) -> QRectF:
        """Return where the line has its place, between the numbers and the days."""
        metrics = self.fontMetrics()
        top = metrics.height() / 2 + 1
        below = metrics.height() + UNIT + metrics.height() / 2
        beside = self._beside()
        width = max(self.width() - beside - 2 * _DOT, 1)
        left = _DOT if self.isRightToLeft() else beside
        return QRectF(left, top, width, max(self.height() - top - below, 1))

    def _beside(self) -> int:
        """Return the width of the numbers at the side, and a gap."""
        return self.fontMetrics().horizontalAdvance("100") + UNIT + _DOT

    @staticmethod
    def _height_of(score: int, room: QRectF) -> float:
        part = min(max(score, 0), _MOST) / _MOST
        return room.bottom() - part * room.height()
