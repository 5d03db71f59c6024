"""The boxes and threads of a drawn map: painted anew in the colours worn."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.shared.icons import icon
from ui.shared.palette import Colours, worn
from ui.widgets.map_shape import MapShape, Spot, Stand, State, Thread

# In the widths of a letter's size, so that a box grows with its words.
WIDE: Final = 14.4
HIGH: Final = 3.2
CELL_WIDE: Final = 17.6
CELL_HIGH: Final = 4.4
_ROUND: Final = 0.5
_SIGNS: Final[dict[State, tuple[str, str]]] = {
    "stands": ("", "muted"),
    "back": ("restore", "warn"),
    "lost": ("error", "bad"),
    "falls": ("warning", "bad"),
}


def look_of(stand: Stand) -> tuple[str, str]:
    """Return the icon that goes with a state, and the name of its colour."""
    if stand.state == "back" and stand.at_once:
        return ("restore", "good")
    return _SIGNS[stand.state]


def size_of(font: QFont) -> int:
    """Return the height of its letters in pixels, however it was chosen."""
    return QFontInfo(font).pixelSize()


class Box(QGraphicsItem):
    """One spot: its sort's icon, its name, and in words what became of it."""

    def __init__(self, spot: Spot, font: QFont) -> None:
        super().__init__()
        self.spot = spot
        self.stand = Stand()
        self.current = False  # the keyboard is on it
        self._font = font
        self._size = float(size_of(font))
        self.setPos(spot.x * CELL_WIDE * self._size, spot.y * CELL_HIGH * self._size)

    @property
    def room(self) -> QRectF:
        """The box without its ring, in its own measure."""
        return QRectF(0, 0, WIDE * self._size, HIGH * self._size)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the box with its ring."""
        return self.room.adjusted(-8, -8, 8, 8)

    def show_stand(self, stand: Stand) -> None:
        """Show what became of it."""
        if stand != self.stand:
            self.stand = stand
            self.update()

    def show_current(self, *, current: bool) -> None:
        """Show or take away the ring of the keyboard."""
        self.current = current
        self.setZValue(1 if current else 0)
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw it."""
        colours = worn()
        self._draw_frame(painter, colours)
        self._draw_words(painter, colours)

    def _draw_frame(self, painter: QPainter, colours: Colours) -> None:
        _sign, name = look_of(self.stand)
        tone = getattr(colours, name)
        stands = self.stand.state == "stands"
        fill = colours.surface if stands else getattr(colours, f"{name}_tint")
        pen = QPen(QColor(colours.line if stands else tone), 1 if stands else 2)
        if self.stand.state == "falls":
            pen.setStyle(Qt.PenStyle.DashLine)
        round_ = _ROUND * self._size
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(self.room, round_, round_)
        if self.stand.state == "lost":  # a hatched foot: seen without any colour
            hatched = QBrush(QColor(tone), Qt.BrushStyle.BDiagPattern)
            foot = self.room.adjusted(3, 0, -3, -3)
            foot.setTop(foot.bottom() - 5)
            painter.fillRect(foot, hatched)
        if self.current:
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.room.adjusted(-5, -5, 5, 5), round_, round_)

    def _draw_words(self, painter: QPainter, colours: Colours) -> None:
        size, room = self._size, self.room
        sign, tone = look_of(self.stand)
        side = 1.3 * size
        picture = QRectF(0.5 * size, (room.height() - side) / 2, side, side)
        shown = icon(sign or self.spot.picture, tone)
        shown.paint(painter, picture.toRect())
        left = picture.right() + 0.4 * size
        across = room.width() - left - 0.4 * size
        stands = self.stand.state == "stands"
        name = QFont(self._font)
        name.setBold(True)
        name.setStrikeOut(self.stand.state == "lost")
        above = QRectF(left, 0.35 * size, across, 1.35 * size)
        _draw_line(painter, above, self.spot.short, name, colours.ink)
        small = QFont(self._font)
        small.setPixelSize(round(0.85 * size))
        below = QRectF(left, 1.6 * size, across, 1.25 * size)
        said = self.spot.sort if stands else self.stand.when
        _draw_line(painter, below, said, small, getattr(colours, tone))


def _draw_line(
    painter: QPainter, room: QRectF, text: str, font: QFont, colour: str
) -> None:
    fitted = QFontMetricsF(font).elidedText(
        text, Qt.TextElideMode.ElideRight, room.width()
    )
    painter.setFont(font)
    painter.setPen(QColor(colour))
    at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, at, fitted)


class Threads(QGraphicsItem):
    """All threads behind the boxes; those of one spot stand out."""

    def __init__(self, shape: MapShape, size: float) -> None:
        super().__init__()
        self._size = size
        self._threads = shape.threads
        self._paths = [self._path(shape, one) for one in shape.threads]
        self._chosen = -1
        rooms = [path.boundingRect() for path in self._paths]
        self._room = QRectF()
        for room in rooms:
            self._room = self._room.united(room)
        self.setZValue(-1)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the room of all threads."""
        return self._room.adjusted(-2, -2, 2, 2)

    def choose(self, place: int) -> None:
        """Let the threads of the spot at that place stand out; -1 lets none."""
        self._chosen = place
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw the faint ones first; what is only a way back is dashed."""
        colours = worn()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        faint = QColor(colours.line)
        faint.setAlphaF(0.35)
        for bright in (False, True):
            for one, path in zip(self._threads, self._paths, strict=True):
                if (self._chosen in (one.source, one.target)) is not bright:
                    continue
                pen = QPen(QColor(colours.accent) if bright else faint, 1 + bright)
                if not one.daily:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.drawPath(path)

    def _path(self, shape: MapShape, one: Thread) -> QPainterPath:
        """Return a curve from the side of one box to the facing side of the other."""
        a, b = shape.spots[one.source], shape.spots[one.target]
        size, over = self._size, 2.0 * self._size
        middle = HIGH / 2
        if a.x < b.x or (a.x == b.x and a.y == b.y):
            start = _at(a, WIDE, middle, size)
            end = _at(b, 0, middle, size)
            turn = QPointF(max(over, (end.x() - start.x()) / 2), 0)
            first, second = start + turn, end - turn
        elif a.x > b.x:
            start, end = _at(a, 0, middle, size), _at(b, WIDE, middle, size)
            turn = QPointF(max(over, (start.x() - end.x()) / 2), 0)
            first, second = start - turn, end + turn
        else:  # one below the other: out at the left side, and in again there
            start, end = _at(a, 0, middle, size), _at(b, 0, middle, size)
            first, second = start - QPointF(over, 0), end - QPointF(over, 0)
        path = QPainterPath(start)
        path.cubicTo(first, second, end)
        return path


def _at(spot: Spot, right: float, down: float, size: float) -> QPointF:
    return QPointF(
        (spot.x * CELL_WIDE + right) * size, (spot.y * CELL_HIGH + down) * size
    )
