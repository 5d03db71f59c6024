"""A coloured tile with one or two letters: a picture for a platform, no trade mark.

The colour follows from the name, so the same platform looks the same everywhere.
"""

import re
import zlib
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter

from ui.shared.palette import DARKS, worn

_HUES: Final = (170, 205, 235, 275, 325, 12, 38, 95)  # degrees, well apart
_LETTERS: Final = 0.42  # of the tile's side
_ROUND: Final = 0.2
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_WORDS: Final = re.compile(r"[^\W_]+")


def letters_of(name: str) -> str:
    """Return one or two letters that stand for a name; "?" where it has none."""
    outside = _IN_BRACKETS.sub("", name)
    words: list[str] = _WORDS.findall(outside) or _WORDS.findall(name)
    if not words:
        return "?"
    first = words[0]
    if not first[0].isascii():
        return first[0].upper()  # one Chinese or Korean sign fills the tile
    if len(words) > 1 and words[1][0].isascii():
        return (first[0] + words[1][0]).upper()
    return first[0].upper() + first[1:2].lower()


def tile_colours(name: str, *, dark: bool) -> tuple[QColor, QColor]:
    """Return the ground and the ink of a name's tile."""
    hue = _HUES[zlib.crc32(name.strip().casefold().encode()) % len(_HUES)] / 360
    if dark:
        return QColor.fromHslF(hue, 0.32, 0.24), QColor.fromHslF(hue, 0.55, 0.86)
    return QColor.fromHslF(hue, 0.42, 0.88), QColor.fromHslF(hue, 0.62, 0.22)


def draw_monogram(painter: QPainter, room: QRectF, name: str) -> None:
    """Draw the tile of a name into a square."""
    ground, ink = tile_colours(name, dark=worn() in DARKS)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    corner = room.width() * _ROUND
    painter.drawRoundedRect(room, corner, corner)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(1, round(room.height() * _LETTERS)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letters_of(name))
    painter.restore()
