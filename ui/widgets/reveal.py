"""What is shown for ten seconds: codes stay hidden until asked for, and hide again."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

SHOWN_FOR_SECONDS: Final = 10
HIDDEN: Final = "•••• ••••"  # always as long: the length of a code tells something


class Reveal(QObject):
    """Holds the ids of the codes that are shown now; `hide` whenever in doubt."""

    changed = Signal()  # what is shown is another
    ticked = Signal(int)  # seconds left
    ended = Signal()  # the time is over; after `changed`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: frozenset[str] = frozenset()
        self.seconds_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

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

    def _tick(self) -> None:
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.hide()
            self.ended.emit()
        else:
            self.ticked.emit(self.seconds_left)
