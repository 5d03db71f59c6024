"""Five minutes without a sign of life, by a clock that a test moves."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from ui.controllers.idle import LOCKED_AFTER_SECONDS, WARNED_BEFORE_SECONDS, Idle


class Watched:
    """An idle watch with a clock, and what it told."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.told: list[str] = []
        self.idle = Idle(lambda: self.now)
        self.idle.warned.connect(lambda: self.told.append("warned"))
        self.idle.stayed.connect(lambda: self.told.append("stayed"))
        self.idle.ended.connect(lambda: self.told.append("ended"))

    def after(self, seconds: float) -> list[str]:
        """Let time pass and look; return what was told by then."""
        self.now += seconds
        self.idle.look()
        return self.told


@pytest.fixture
def watched(qapp: QApplication) -> Watched:
    made = Watched()
    made.idle.live()
    return made


WARNED_AFTER = LOCKED_AFTER_SECONDS - WARNED_BEFORE_SECONDS


def test_it_warns_once_and_then_ends(watched: Watched) -> None:
    """Half a minute between the two."""
    assert watched.after(WARNED_AFTER - 1) == []
    assert watched.after(1) == ["warned"]
    assert watched.after(10) == ["warned"]
    assert watched.after(20)[-1] == "ended"


def test_a_sign_of_life_after_the_warning_takes_it_back(watched: Watched) -> None:
    """And the five minutes begin anew."""
    watched.after(WARNED_AFTER)
    watched.idle.live()
    assert watched.told == ["warned", "stayed"]
    assert watched.after(WARNED_AFTER - 1) == ["warned", "stayed"]


def test_a_sign_of_life_before_it_says_nothing(watched: Watched) -> None:
    """Nobody is told that nothing happened."""
    watched.after(100)
    watched.idle.live()
    assert watched.told == []


def pressed() -> QKeyEvent:
    """Return a key as the system hands it to a window."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a")


def test_an_hour_asleep_is_an_hour_idle(watched: Watched, qapp: QApplication) -> None:
    """The first key after waking comes too late: it locks, it does not keep open."""
    window = QWindow()
    watched.idle.start()
    watched.now += 3600
    qapp.sendEvent(window, pressed())
    watched.idle.stop()
    assert watched.told[-1] == "ended"


def test_any_key_anywhere_is_a_sign_of_life(
    watched: Watched, qapp: QApplication
) -> None:
    """And what is no key is none; a sheet that opens later is watched too."""
    watched.idle.start()
    watched.after(WARNED_AFTER)
    sheet = QWindow()
    qapp.focusWindowChanged.emit(sheet)
    qapp.sendEvent(sheet, QEvent(QEvent.Type.Show))
    assert watched.told == ["warned"]
    qapp.sendEvent(sheet, pressed())
    assert watched.told == ["warned", "stayed"]
    watched.idle.stop()
    watched.after(WARNED_AFTER)
    qapp.sendEvent(qapp, QEvent(QEvent.Type.KeyPress))
    assert watched.told[-1] == "warned"


def test_a_clock_that_is_set_back_begins_anew(watched: Watched) -> None:
    """Neither at once nor never."""
    watched.after(-7200)
    assert watched.after(WARNED_AFTER - 1) == []
    assert watched.after(1) == ["warned"]


def test_a_screen_that_locks_ends_it_at_once(watched: Watched) -> None:
    """Without a warning: nobody sits there. Where nothing is open, nothing ends."""
    watched.idle.away.left.emit()
    assert watched.told == []
    watched.idle.start()
    watched.idle.away.left.emit()
    watched.idle.stop()
    assert watched.told == ["ended"]


def test_after_the_end_it_counts_on(watched: Watched) -> None:
    """Where saving failed, nobody is there to answer: it is tried again."""
    watched.after(LOCKED_AFTER_SECONDS)
    watched.after(LOCKED_AFTER_SECONDS)
    assert watched.told.count("ended") == 2
