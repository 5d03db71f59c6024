"""Five minutes without a key or a movement: a warning first, then the lock."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

LOCKED_AFTER_SECONDS: Final = 300  # WINDOW
WARNED_BEFORE_SECONDS: Final = 30
_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Watches the whole application once it is started."""

    def __init__(
        self, locked: Callable[[], object], warned: Callable[[], object]
    ) -> None:
        super().__init__()
        self._warning = self._timer(LOCKED_AFTER_SECONDS - WARNED_BEFORE_SECONDS)
        self._warning.timeout.connect(warned)
        self._locking = self._timer(LOCKED_AFTER_SECONDS)
        self._locking.timeout.connect(locked)

    def start(self) -> None:
        """Begin to watch: a vault is open."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin to count anew at every sign of life."""
        if event.type() in _LIFE:
            self._again()
        return super().eventFilter(watched, event)

    def _again(self) -> None:
        self._warning.start()
        self._locking.start()

    def _timer(self, seconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(seconds * 1000)
        return timer
