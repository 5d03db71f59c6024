"""The system's own word that nobody sits here: sleep, a locked screen, another user.

On Linux desktops it comes over D-Bus, and sleep is put off until the vault is locked
(for five seconds at most, as the system sets it); on Windows in messages to a window.
On macOS, and where nobody tells, the five minutes of `Idle` remain, and count the time
asleep.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from ui.controllers.away_windows import SessionMessages

_SYSTEM: Final = "org.freedesktop.login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
# Which bus, whose word, which word; each comes with yes or no.
_TOLD: Final = (
    ("system", _MANAGER, "PrepareForSleep"),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged"),
)
# What the system keeps about a session, and its value when nobody sits there.
_AWAY: Final = {"Active": False, "LockedHint": True}
_ANSWER_MS: Final = 5000


class Away(QObject):
    """Listens once it is started; `stop` lets the computer sleep at once again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listens = False
        self._wanted = False
        self._put_off: object = None  # sleep waits while this is held
        self._messages: SessionMessages | None = None

    def start(self) -> None:
        """Begin to listen: a vault is open. Does nothing where nobody would tell."""
        self._wanted = True
        if sys.platform == "linux":
            self._listen()
            if self._put_off is None:
                self._put_sleep_off()
        elif sys.platform == "win32" and self._messages is None:
            from ui.controllers.away_windows import (  # noqa: PLC0415 - Windows alone
                SessionMessages,
            )

            self._messages = SessionMessages(self.left.emit)
            self._messages.listen()

    def stop(self) -> None:
        """Hold sleep up no more: nothing is open."""
        self._wanted = False
        self._put_off = None

    def _listen(self) -> None:
        """Ask both buses, once, for the words that count."""
        if self._listens:
            return
        self._listens = True
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux, and late

        buses = {"system": _bus(), "session": QDBusConnection.sessionBus()}
        # The library takes a slot as text alone, whatever its types say.
        told: Any = SLOT("told(bool)")
        ordered: Any = SLOT("ordered()")
        changed: Any = SLOT("changed(QString,QVariantMap,QStringList)")
        for bus, whose, word in _TOLD:
            buses[bus].connect("", "", whose, word, self, told)
        _bus().connect("", "", _SESSION, "Lock", self, ordered)
        properties = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
        first: Any = [_SESSION]  # of the words, to be told of sessions alone
        _bus().connect("", "", *properties, first, "sa{sv}as", self, changed)

    @Slot(bool)
    def told(self, away: bool) -> None:
        """Hear that it goes to sleep or locks, or that it is back."""
        if away:
            self.left.emit()

    @Slot()
    def ordered(self) -> None:
        """Hear that the session is to be locked."""
        self.left.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def changed(self, whose: str, values: dict[str, object], stale: list[str]) -> None:
        """Hear that a session changed, anybody's, and ask how it is with our own."""
        del whose  # always _SESSION: asked for
        for name, away in _AWAY.items():
            if name in values or name in stale:
                own = f"/{_SYSTEM.replace('.', '/')}/session/auto"
                words = (own, "org.freedesktop.DBus.Properties", "Get", _SESSION, name)
                self._ask(words, partial(self._heard, away))

    def _heard(self, away: bool, value: object) -> None:
        variant = getattr(value, "variant", None)
        if variant is not None and variant() is away:
            self.left.emit()

    def _put_sleep_off(self) -> None:
        """Hold sleep up until the vault is locked, else its keys would sleep too."""
        why = _("The open vault is saved and locked")
        path = f"/{_SYSTEM.replace('.', '/')}"
        words = (path, _MANAGER, "Inhibit", "sleep", "Spare Key", why, "delay")

        def hold(held: object) -> None:
            if self._wanted:
                self._put_off = held

        self._ask(words, hold)

    def _ask(self, words: tuple[str, ...], told: Callable[[Any], object]) -> None:
        """Ask the system and go on; nothing comes of it where it gives no answer."""
        from PySide6.QtDBus import (  # noqa: PLC0415 - as above
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        path, whose, act, *handed = words
        call = QDBusMessage.createMethodCall(_SYSTEM, path, whose, act)
        call.setArguments(handed)
        waiting = QDBusPendingCallWatcher(_bus().asyncCall(call, _ANSWER_MS), self)

        def answered(_: object) -> None:
            reply = waiting.reply()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage:
                told(reply.arguments()[0])
            waiting.deleteLater()

        waiting.finished.connect(answered)


def _bus() -> QDBusConnection:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

    return QDBusConnection.systemBus()
