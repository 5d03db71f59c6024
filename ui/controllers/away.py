"""The system's own word that nobody sits here: it goes to sleep, or locks its screen.

Told over D-Bus, on Linux desktops only; elsewhere, and where nobody tells, the five
minutes of `Idle` remain, and count the time asleep.
"""

import sys
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

# Which bus, whose word, which word; each comes with yes or no.
_TOLD: Final = (
    ("system", "org.freedesktop.login1.Manager", "PrepareForSleep"),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged"),
)
_ORDERED: Final = ("system", "org.freedesktop.login1.Session", "Lock")


class Away(QObject):
    """Listens once it is started."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listens = False

    def start(self) -> None:
        """Begin to listen: a vault is open. Does nothing where there is no bus."""
        if self._listens or sys.platform != "linux":
            return
        self._listens = True
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux, and late

        buses = {
            "system": QDBusConnection.systemBus(),
            "session": QDBusConnection.sessionBus(),
        }
        # The library takes a slot as text alone, whatever its types say.
        told: Any = SLOT("told(bool)")
        ordered: Any = SLOT("ordered()")
        for bus, whose, word in _TOLD:
            buses[bus].connect("", "", whose, word, self, told)
        bus, whose, word = _ORDERED
        buses[bus].connect("", "", whose, word, self, ordered)

    @Slot(bool)
    def told(self, away: bool) -> None:
        """Hear that it goes to sleep or locks, or that it is back."""
        if away:
            self.left.emit()

    @Slot()
    def ordered(self) -> None:
        """Hear that the session is to be locked."""
        self.left.emit()
