"""What Windows tells a window of sleep, of a locked screen and of another user."""

from ctypes import addressof, wintypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from ui.controllers.away_windows import SessionMessages

POWER, SESSION, PAINT = 0x0218, 0x02B1, 0x000F


def heard(message: int, what: int, kind: bytes = b"windows_generic_MSG") -> int:
    """Return how often it is left when that message comes; it always goes on."""
    left: list[str] = []
    filters = SessionMessages(lambda: left.append("left"))
    told = wintypes.MSG(message=message, wParam=what)
    for name in (kind, QByteArray(kind)):
        assert filters.nativeEventFilter(name, addressof(told)) == (False, 0)
    return len(left) // 2


@pytest.mark.parametrize("why", [2, 4, 6, 7])
def test_a_session_that_is_left_or_locked_counts(why: int) -> None:
    """Another user, the remote end gone, log-off, lock."""
    assert heard(SESSION, why) == 1


@pytest.mark.parametrize(
    ("message", "what"), [(SESSION, 1), (SESSION, 8), (POWER, 18), (PAINT, 4)]
)
def test_coming_back_and_all_else_locks_nothing(message: int, what: int) -> None:
    """Unlocked, connected, awake; a window that is painted."""
    assert heard(message, what) == 0


def test_going_to_sleep_counts() -> None:
    """As the system announces it to all windows."""
    assert heard(POWER, 4) == 1


def test_messages_of_other_systems_are_not_looked_into() -> None:
    """Where no such structure lies."""
    assert heard(SESSION, 7, b"xcb_generic_event_t") == 0


def test_the_system_is_asked_to_tell_of_this_session(qapp: QApplication) -> None:
    """At a window of ours; without one it is not asked."""
    asked: list[tuple[int | None, int]] = []

    def load(name: str) -> SimpleNamespace:
        assert name == "wtsapi32"
        return SimpleNamespace(
            WTSRegisterSessionNotification=lambda window, whose: asked.append(
                (window.value, whose)
            )
        )

    window = QWindow()
    messages = SessionMessages(lambda: None)
    messages.listen(load)
    QCoreApplication.instance().removeNativeEventFilter(messages)
    assert window in QApplication.topLevelWindows()
    assert asked == [(QApplication.topLevelWindows()[0].winId(), 0)]
