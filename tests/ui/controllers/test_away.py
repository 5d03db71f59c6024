"""What the system tells of sleep and of its screen locked."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from ui.controllers.away import Away
from ui.controllers.away_windows import SessionMessages

ROOT = Path(__file__).parents[3]
BUS = pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no D-Bus here")
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


@pytest.mark.parametrize(
    ("values", "stale", "asked"),
    [
        ({"Active": False}, [], ["Active"]),
        ({"IdleHint": True}, ["LockedHint"], ["LockedHint"]),
        ({"IdleHint": True}, [], []),
    ],
)
def test_a_session_that_changes_makes_us_ask_for_our_own(
    values: dict[str, object],
    stale: list[str],
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It may be anybody's; what does not count is not asked for."""
    words: list[str] = []
    away = Away()
    monkeypatch.setattr(away, "_ask", lambda asks, told: words.append(asks[-1]))
    away.changed("org.freedesktop.login1.Session", values, stale)
    assert words == asked


@pytest.mark.parametrize(
    ("away_when", "value", "left"),
    [(False, False, 1), (False, True, 0), (True, True, 1), (True, False, 0)],
)
def test_only_the_answer_that_nobody_sits_here_counts(
    away_when: bool, value: bool, left: int
) -> None:
    """A session that is not active, or one that is locked."""
    away = Away()
    told = heard(away)
    away._heard(away_when, SimpleNamespace(variant=lambda: value))
    away._heard(away_when, "what another system answers")
    assert len(told) == left


def test_elsewhere_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no such bus; idleness remains."""
    monkeypatch.setattr(sys, "platform", "darwin")
    away = Away()
    away.start()
    assert not away._listens


def test_on_windows_its_messages_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are asked for once, however often a vault is opened."""
    asked: list[Callable[[], object]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(SessionMessages, "listen", lambda one: asked.append(one._left))
    away = Away()
    told = heard(away)
    away.start()
    away.start()
    asked.pop()()
    assert (told, asked, away._listens) == (["left"], [], False)


@BUS
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


# Sits at a desktop whose logind is told what to say; prints what came of each word.
TOLD = """
import subprocess, sys
from threading import Thread
from PySide6.QtCore import QCoreApplication
from ui.controllers.away import Away

class Noted(Away):
    def _heard(self, *words):
        answers.append(words)
        super()._heard(*words)

def say(word):
    said.append(word)
    logind.stdin.write(word + "\\n")
    logind.stdin.flush()

def until(come):
    while not come():
        app.processEvents()

pipe = subprocess.PIPE
words = [sys.executable, "-m", "tests.ui.controllers.logind"]
logind = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)
assert logind.stdout.readline() == "here\\n"
app = QCoreApplication([])
away, heard, said, answers = Noted(), [], [], []
away.left.connect(lambda: heard.append(said[-1]))
away.start()
asked = Thread(target=lambda: print(logind.stdout.readline(), end=""))
asked.start()
until(lambda: not asked.is_alive() and away._put_off)
for word in ("back", "left", "shown", "hidden"):
    told = len(answers)
    say(word)
    until(lambda: len(answers) == told + 2)
for word in ("sleep", "lock"):
    say(word)
    until(lambda: heard[-1] == word)
print(heard)
away.stop()
print(logind.stdout.readline(), end="")
logind.stdin.close()
logind.wait()
"""


@BUS
@pytest.mark.slow
def test_a_real_bus_tells_of_sleep_of_a_lock_and_of_another_user() -> None:
    """And sleep waits for us; other sessions come and go without an effect."""
    both = 'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"'
    words = ["dbus-run-session", "--", "sh", "-c", both, "sh"]
    ended = subprocess.run(
        [*words, sys.executable, "-c", TOLD],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.splitlines() == [
        "sleep delay, Spare Key: The open vault is saved and locked",
        "['left', 'left', 'hidden', 'hidden', 'sleep', 'lock']",
        "free",
    ], ended.stderr


def test_sleep_waits_for_nobody_once_nothing_is_open() -> None:
    """An answer that comes too late is given back at once."""
    away = Away()
    away._wanted = True
    away._put_off = object()
    away.stop()
    assert away._put_off is None
