"""How a line of the list of accounts looks: a tile, a name, and words below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.account_list import LINE, AccountLine
from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.monogram import draw_monogram
from ui.shared.palette import worn

_TILE: Final = 5 * UNIT
_SMALL: Final = 13 / 15  # the type scale's small to its body
_SIGN: Final = 2 * UNIT


class AccountLook(QStyledItemDelegate):
    """Draws lines of `AccountList`."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for the tile or for two lines of text, whichever is higher."""
        name, below = _fonts(option)
        text = QFontMetrics(name).height() + QFontMetrics(below).height()
        return QSize(20 * UNIT, max(_TILE, text) + 2 * UNIT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, AccountLine):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        room = QRect(option.rect)
        painter.save()
        if chosen or hovered:
            painter.fillRect(room, QColor(worn().tint if chosen else worn().sunk))
        if chosen:  # a bar too: colour is never alone
            bar = QRect(room.left(), room.top(), UNIT // 2, room.height())
            painter.fillRect(bar, QColor(worn().accent))
        tile = QRect(0, 0, _TILE, _TILE)
        tile.moveTopLeft(room.topLeft())
        tile.translate(2 * UNIT, (room.height() - _TILE) // 2)
        draw_monogram(painter, QRectF(tile), line.platform or line.name)
        words = room.adjusted(_TILE + 4 * UNIT - UNIT, UNIT, -2 * UNIT, -UNIT)
        if line.warning:
            _draw_sign(painter, words)
            words.setRight(words.right() - _SIGN - UNIT)
        _draw_words(painter, words, option, line)
        painter.restore()


def _draw_sign(painter: QPainter, words: QRect) -> None:
    """Draw the sign that something is missing; what, is read out and in the tip."""
    top = words.center().y() - _SIGN // 2
    picture = icon("warning", "warn").pixmap(_SIGN, _SIGN)
    painter.drawPixmap(words.right() - _SIGN, top, picture)


def _draw_words(
    painter: QPainter, room: QRect, option: QStyleOptionViewItem, line: AccountLine
) -> None:
    """Draw the name, and below it, smaller, what tells it from others."""
    name_font, below_font = _fonts(option)
    name, below = QFontMetrics(name_font), QFontMetrics(below_font)
    height = name.height() + (below.height() if line.below else 0)
    top = room.top() + (room.height() - height) // 2
    _draw(
        painter,
        QRect(room.left(), top, room.width(), name.height()),
        name_font,
        line.name,
        QColor(worn().ink),
    )
    if line.below:
        under = QRect(room.left(), top + name.height(), room.width(), below.height())
        _draw(painter, under, below_font, line.below, QColor(worn().muted))


def _draw(
    painter: QPainter, room: QRect, font: QFont, text: str, colour: QColor
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, cut)


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    name = QFont(option.font)
    name.setBold(True)
    below = QFont(option.font)
    below.setPixelSize(round(QFontInfo(option.font).pixelSize() * _SMALL))
    return name, below
