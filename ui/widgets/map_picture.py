"""A drawn map as a picture: SVG or PNG, made in memory."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from ui.shared.palette import worn

_SHARP: Final = 2  # a picture is looked at larger than it was drawn
_MOST: Final = 8000  # pixels of a side


def as_svg(scene: QGraphicsScene, title: str) -> bytes:
    """Return the scene as SVG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    room = scene.sceneRect()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(room.size().toSize())
    generator.setViewBox(QRectF(0, 0, room.width(), room.height()))
    with QPainter(generator) as painter:
        painter.fillRect(QRectF(0, 0, room.width(), room.height()), _ground())
        scene.render(painter)
    buffer.close()
    return bytes(data.data())


def as_png(scene: QGraphicsScene) -> bytes:
    """Return the scene as PNG."""
    room = scene.sceneRect()
    longer = max(room.width(), room.height(), 1)
    scale = min(_SHARP, _MOST / longer)
    size = QSize(round(room.width() * scale), round(room.height() * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(_ground())
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.render(painter)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _ground() -> QColor:
    return QColor(worn().ground)
