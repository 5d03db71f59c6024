"""What is shown for ten seconds: codes stay hidden until asked for, and hide again."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

SHOWN_FOR_SECONDS: Final = 10
HIDDEN: Final = "•••• ••••"  # always as long: the length of a code tells something
_LEFT: Final = (QEvent.Type.Hide, QEvent.Type.WindowDeactivate, QEvent.Type.Close)


class Reveal(QObject):
    """Holds the ids of the codes that are shown now; `hide` whenever in doubt.

    They hide when the widget they stand on is left, or its window is not at work.
    """

    changed = Signal()  # what is shown is another
    ticked = Signal(int)  # seconds left
    ended = Signal()  # the time is over; after `changed`

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.shown: frozenset[str] = frozenset()
        self.seconds_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        around.installEventFilter(self)

    def show(self, ids: Iterable[str]) -> None:
        """Show these and no others, and start to count."""
        self.shown = frozenset(ids)
        self.seconds_left = SHOWN_FOR_SECONDS if self.shown else 0
        if self.shown:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
        self.ticked.emit(self.seconds_left)

    def hide(self) -> None:
        """Show nothing, at once."""
        if self.shown:
            self.show(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hide at once when nobody may be looking, or somebody else may."""
        if event.type() in _LEFT:
            self.hide()
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.hide()
            self.ended.emit()
        else:
            self.ticked.emit(self.seconds_left)
