"""The ring around what has the keyboard: one look for every control, always seen."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui.shared.palette import worn

AROUND: Final = 3  # pixels between a control and the middle of the ring
THICK: Final = 2
_RADIUS: Final = 8
_MOVES: Final = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)


class FocusRing(QWidget):
    """Lies over one window, lets the mouse through, and follows the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move along when the control, or anything around it, moves."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring."""
        inset = THICK // 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(worn().focus), THICK))
            room = self.rect().adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(room, _RADIUS, _RADIUS)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for one in self._watched:
            if isValid(one):  # a page that went took its controls along
                one.removeEventFilter(self)
        self._watched = []
        if new is None or new.window() is not self.window():
            self.hide()
            return
        widget: QWidget | None = new
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        """Stand around the control, clipped by what clips it."""
        held = self._watched[0] if self._watched else None
        gone = held is None or not isValid(held)
        if held is None or gone or not held.isVisible() or not held.hasFocus():
            self.hide()
            return
        out = AROUND + THICK
        wanted = _within(held, self.window()).adjusted(-out, -out, out, out)
        for around in self._watched[1:]:
            if isinstance(around, QScrollArea):
                wanted &= _within(around, self.window())
        self.setGeometry(wanted)
        self.setVisible(not wanted.isEmpty())
        self.raise_()


def _within(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())
