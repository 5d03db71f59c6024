"""Line icons from resources/icons, drawn at any size in the colours that are worn."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.shared.palette import worn

# Illustrations are drawn in these; the worn scheme takes their place.
_DRAWN_IN = {"#111111": "ink", "#0F766E": "accent", "#E6F2F0": "tint"}


def icon(name: str, colour: str = "ink") -> QIcon:
    """Return the icon of that file name; `colour` names its colour in `Colours`."""
    return QIcon(_Engine(f"{name}.svg", colour))


def illustration(name: str) -> QIcon:
    """Return a spot illustration, to be shown at 240 x 160."""
    return QIcon(_Engine(f"illustrations/{name}.svg", ""))


def app_icon() -> QIcon:
    """Return the program's own picture."""
    return QIcon(_Engine("app.svg", ""))


@cache
def _source(name: str) -> str:
    return files("resources").joinpath("icons", name).read_text(encoding="utf-8")


def _drawing(name: str, colour: str) -> str:
    """Return the SVG text of a file in the colours that are worn now."""
    colours = worn()
    data = _source(name)
    if colour:
        return data.replace("currentColor", getattr(colours, colour))
    if "/" in name:
        for drawn, worn_as in _DRAWN_IN.items():
            data = data.replace(drawn, getattr(colours, worn_as))
    return data


@cache
def _renderer(data: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(data.encode()))


def _square(rect: QRect) -> QRectF:
    """Return where an icon stands in a wider room: at its start, a gap behind it."""
    if rect.width() <= rect.height():
        return QRectF(rect)
    left = rect.left()
    if QGuiApplication.isRightToLeft():
        left = rect.right() + 1 - rect.height()
    return QRectF(left, rect.top(), rect.height(), rect.height())


class _Engine(QIconEngine):
    """Draws one file; Qt asks for it at the size and ratio of the screen."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State
    ) -> None:
        """Draw into `rect`; what is disabled is drawn faint."""
        renderer = _renderer(_drawing(self._name, self._colour))
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        room = _square(rect) if self._colour else QRectF(rect)
        renderer.render(painter, room)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as pixels of that size."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self.paint(painter, QRect(QPoint(), size), mode, state)
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another engine for the same drawing."""
        return _Engine(self._name, self._colour)
