"""Five minutes without a key or a movement: a warning first, then the lock.

Keys and movements are watched where the system hands them to a window: a filter on the
whole application would be asked about every event of every control.

Time is read off the clock of the day, not counted: a computer that slept for an hour
has been idle for an hour, though no timer ran. Where the system tells that it sleeps,
locks its screen or turns to another user, nobody is waited for.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.controllers.away import Away

LOCKED_AFTER_SECONDS: Final = 300  # WINDOW
WARNED_BEFORE_SECONDS: Final = 30
_LOOK_EVERY_MS: Final = 1000
_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Watches the whole application once it is started."""

    warned = Signal()
    stayed = Signal()  # a sign of life after the warning
    ended = Signal()  # time is up; it counts anew from here

    def __init__(self, seconds: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.seconds = seconds
        self.away = Away()
        self.away.left.connect(self._left)
        self._since = 0.0
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch: a vault is open."""
        if not self._timer.isActive():
            for window in QGuiApplication.allWindows():
                window.installEventFilter(self)
            _app().focusWindowChanged.connect(self._watch)
            # What an input method writes comes as no key; it moves the cursor.
            QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._lives)
        self.live()
        self._timer.start()
        QTimer.singleShot(0, self._ask_system)  # after the page

    def stop(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)
            _app().focusWindowChanged.disconnect(self._watch)
            moved = QGuiApplication.inputMethod().cursorRectangleChanged
            moved.disconnect(self._lives)
        self._timer.stop()
        self.away.stop()

    def _ask_system(self) -> None:
        if self._timer.isActive():
            self.away.start()

    def live(self) -> None:
        """Take note of a sign of life."""
        self._since = self.seconds()
        if self._warned:
            self._warned = False
            self.stayed.emit()

    def look(self) -> None:
        """See how long it has been."""
        idle = self.seconds() - self._since
        if idle < 0:  # the clock was set back
            self._since = self.seconds()
        elif idle >= LOCKED_AFTER_SECONDS:
            self.live()
            self.ended.emit()
        elif idle >= LOCKED_AFTER_SECONDS - WARNED_BEFORE_SECONDS and not self._warned:
            self._warned = True
            self.warned.emit()

    def _left(self) -> None:
        if self._timer.isActive():
            self.live()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take every key and movement for a sign of life, unless it comes too late."""
        if event.type() in _LIFE:
            self._lives()
        return super().eventFilter(watched, event)

    def _lives(self) -> None:
        late = self.seconds() - self._since >= LOCKED_AFTER_SECONDS
        self.look() if late else self.live()

    def _watch(self, window: QWindow | None) -> None:
        """Watch a window that has just got the keyboard, such as a sheet."""
        if window is not None:
            window.installEventFilter(self)


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication), "no application"  # noqa: S101 - our bug
    return app
