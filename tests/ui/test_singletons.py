"""None and True outlive any number of calls into Qt, on every Python."""

import sys

from PySide6.QtCore import QObject, Signal

import ui

CALLS = 1_000_000  # many more than either has references at the start


class Telling(QObject):
    told = Signal()


def test_qt_never_uses_them_up() -> None:
    """A call that returns None takes one away where PySide counts as for 3.12."""
    assert ui
    telling = Telling()
    for _ in range(CALLS):
        telling.setObjectName("")
        telling.told.emit()
    assert min(map(sys.getrefcount, (None, True))) > CALLS
