"""A stand-in for logind, run as a program on a bus of its own: told what to say.

It tells on standard output what it was asked; on standard input it reads one word a
line: `left` and `back` (another user, and ours again), `hidden` and `shown` (the
screen), `sleep`, `lock`.
"""

import os
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtCore import Property as Kept
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
)

NAME = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session"
EXPORTED = (
    QDBusConnection.RegisterOption.ExportAllSlots
    | QDBusConnection.RegisterOption.ExportAllProperties
)


def tell(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


@ClassInfo({"D-Bus Interface": f"{NAME}.Session"})
class Session(QObject):
    """The session in which the program runs."""

    def __init__(self) -> None:
        super().__init__()
        self.active = True
        self.locked = False

    Active = Kept(bool, lambda self: self.active)
    LockedHint = Kept(bool, lambda self: self.locked)


@ClassInfo({"D-Bus Interface": f"{NAME}.Manager"})
class Manager(QObject):
    """Lends out one end of a pipe, and tells when it was given back."""

    def __init__(self) -> None:
        super().__init__()
        self.watched: list[QSocketNotifier] = []

    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(  # noqa: N802 - logind's name
        self, what: str, who: str, why: str, mode: str
    ) -> QDBusUnixFileDescriptor:
        ours, theirs = os.pipe()
        lent = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        watch = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)
        watch.activated.connect(lambda *_: (watch.setEnabled(False), tell("free")))
        self.watched.append(watch)
        tell(f"{what} {mode}, {who}: {why}")
        return lent


def say(path: str, whose: str, word: str, *values: object) -> None:
    told = QDBusMessage.createSignal(path, whose, word)
    told.setArguments(list(values))
    QDBusConnection.systemBus().send(told)


def changed(session: Session, name: str) -> None:
    """Say it of a session that is not ours too, with another value."""
    ours = session.active if name == "Active" else session.locked
    properties = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
    for path, value in ((f"{SESSION}/_32", ours), (f"{SESSION}/c1", not ours)):
        say(path, *properties, f"{NAME}.Session", {name: value}, ["IdleHint"])


def obey(session: Session, word: str) -> None:
    """Do what is asked for."""
    if word in {"left", "back"}:
        session.active = word == "back"
        changed(session, "Active")
    elif word in {"hidden", "shown"}:
        session.locked = word == "hidden"
        changed(session, "LockedHint")
    elif word == "sleep":
        say("/org/freedesktop/login1", f"{NAME}.Manager", "PrepareForSleep", True)
    elif word == "lock":
        say(f"{SESSION}/_32", f"{NAME}.Session", "Lock")


def listen(session: Session) -> None:
    """Do all that was asked for by now; end where nobody asks any more."""
    asked = os.read(sys.stdin.fileno(), 4096).decode()
    for word in asked.split():
        obey(session, word)
    if not asked:
        QCoreApplication.exit()


def main() -> None:
    """Be there until standard input ends."""
    app = QCoreApplication([])
    bus, session, manager = QDBusConnection.systemBus(), Session(), Manager()
    assert bus.registerObject(f"{SESSION}/auto", session, EXPORTED)
    assert bus.registerObject("/org/freedesktop/login1", manager, EXPORTED)
    assert bus.registerService(NAME)
    typed = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    typed.activated.connect(lambda *_: listen(session))
    tell("here")
    app.exec()


if __name__ == "__main__":
    main()
