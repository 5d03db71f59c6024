"""How boxes and rounds to tick are drawn: Fusion's are too faint on our ground."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from ui.shared.grid import UNIT
from ui.shared.palette import Colours, worn

_SIDE = 20  # pixels of a box, as of an icon
_THICK = 1.0  # as the edges of fields; half a pixel in, so that it stays sharp
_BOXES = frozenset(
    {
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
    }
)
_SIZES = frozenset(
    {
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    }
)


class Style(QProxyStyle):
    """Fusion, but for what is ticked."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return the size of a box to tick, or Fusion's measure."""
        if metric in _SIZES:
            return _SIDE
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a box or a round to tick in our colours."""
        rounds = element == QStyle.PrimitiveElement.PE_IndicatorRadioButton
        if not rounds and element not in _BOXES:
            super().drawPrimitive(element, option, painter, widget)
            return
        state = QStyle.StateFlag
        room = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not option.state & state.State_Enabled:
            painter.setOpacity(0.5)
        ticked = bool(option.state & state.State_On)
        if rounds:
            _round(painter, room, worn(), ticked=ticked)
        else:
            _box(painter, room, worn(), ticked=ticked)
        painter.restore()


def _round(painter: QPainter, room: QRectF, colours: Colours, *, ticked: bool) -> None:
    edge = colours.accent if ticked else colours.line
    painter.setPen(QPen(QColor(edge), 2 * _THICK if ticked else _THICK))
    painter.setBrush(QBrush(QColor(colours.surface)))
    painter.drawEllipse(room)
    if ticked:
        inner = room.width() / 4
        painter.setPen(QColor(colours.accent))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(room.adjusted(inner, inner, -inner, -inner))


def _box(painter: QPainter, room: QRectF, colours: Colours, *, ticked: bool) -> None:
    painter.setPen(QPen(QColor(colours.accent if ticked else colours.line), _THICK))
    painter.setBrush(QColor(colours.accent if ticked else colours.surface))
    painter.drawRoundedRect(room, UNIT / 2, UNIT / 2)
    if ticked:
        painter.setPen(QPen(QColor(colours.on_accent), 2))
        painter.setBrush(QBrush())
        spots = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.32))
        tick = [
            QPointF(room.x() + x * room.width(), room.y() + y * room.height())
            for x, y in spots
        ]
        painter.drawPolyline(QPolygonF(tick))
