"""What the system tells of sleep and of its screen locked."""

import os
import shutil
import subprocess
import sys

import pytest

from ui.controllers.away import Away

LISTENS = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.controllers.away import Away

app = QCoreApplication([])
away = Away()
away.left.connect(lambda: print("left", flush=True))
away.left.connect(app.quit)
away.start()
away.start()

def tell(on):
    whose = "org.freedesktop.ScreenSaver"
    told = QDBusMessage.createSignal("/any/path", whose, "ActiveChanged")
    told.setArguments([on])
    QDBusConnection.sessionBus().send(told)

tell(False)
tell(True)
app.exec()
"""


def heard(away: Away) -> list[str]:
    told: list[str] = []
    away.left.connect(lambda: told.append("left"))
    return told


def test_only_going_away_counts() -> None:
    """Coming back locks nothing."""
    away = Away()
    told = heard(away)
    away.told(False)
    assert told == []
    away.told(True)
    away.ordered()
    assert told == ["left", "left"]


def test_elsewhere_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no such bus; idleness remains."""
    monkeypatch.setattr(sys, "platform", "win32")
    away = Away()
    away.start()
    assert not away._listens


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no D-Bus here")
def test_a_screen_that_locks_is_heard_on_a_real_bus() -> None:
    """Once, though it was started twice."""
    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout == "left\n"


def test_where_there_is_no_bus_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop without one is no reason to fail."""
    nowhere = "unix:path=/nowhere/bus"
    script = LISTENS.split("def tell", maxsplit=1)[0] + 'print("goes on")'
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": nowhere,
            "DBUS_SYSTEM_BUS_ADDRESS": nowhere,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout == "goes on\n"
