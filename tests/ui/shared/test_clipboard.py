"""A secret lies on the clipboard for twenty seconds, and nothing else is cleared."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.shared.clipboard import CLEARED_AFTER_SECONDS, Clipboard

SECRET = "4711 0815"


@pytest.fixture
def clipboard(qapp: QApplication) -> Clipboard:
    return Clipboard(qapp.clipboard())


def lies_there() -> str:
    return QApplication.clipboard().text()


def test_a_secret_is_cleared_after_twenty_seconds(clipboard: Clipboard) -> None:
    """Each second is told."""
    seconds: list[int] = []
    clipboard.ticked.connect(seconds.append)
    clipboard.copy_secret(SECRET)
    for _ in range(CLEARED_AFTER_SECONDS - 1):
        clipboard._timer.timeout.emit()
    assert lies_there() == SECRET
    clipboard._timer.timeout.emit()
    assert lies_there() == ""
    assert seconds == list(range(CLEARED_AFTER_SECONDS, -1, -1))
    assert not clipboard._timer.isActive()


def test_what_somebody_else_copied_is_left_alone(clipboard: Clipboard) -> None:
    """The clock stops at once: the secret is gone anyhow."""
    seconds: list[int] = []
    clipboard.copy_secret(SECRET)
    clipboard.ticked.connect(seconds.append)
    QApplication.clipboard().setText("a shopping list")
    assert seconds == [0]
    clipboard.clear()
    assert lies_there() == "a shopping list"


def test_a_second_secret_begins_to_count_anew(clipboard: Clipboard) -> None:
    """The clock of the first must not clear the second early."""
    clipboard.copy_secret("first")
    for _ in range(CLEARED_AFTER_SECONDS - 1):
        clipboard._timer.timeout.emit()
    clipboard.copy_secret(SECRET)
    clipboard._timer.timeout.emit()
    assert lies_there() == SECRET


def test_what_is_no_secret_stays(clipboard: Clipboard) -> None:
    """And a secret that was there before is not counted any more."""
    clipboard.copy_secret(SECRET)
    clipboard.copy("a login")
    clipboard.clear()
    assert lies_there() == "a login"
    assert not clipboard._timer.isActive()


def test_clearing_at_the_end_takes_our_secret_along(clipboard: Clipboard) -> None:
    """Locking and quitting do so."""
    clipboard.copy_secret(SECRET)
    clipboard.clear()
    assert lies_there() == ""


WINDOWS = 'application/x-qt-windows-mime;value="{}"'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        (WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"), bytes(4)),
        (WINDOWS.format("CanIncludeInClipboardHistory"), bytes(4)),
        (WINDOWS.format("CanUploadToCloudClipboard"), bytes(4)),
        ("org.nspasteboard.ConcealedType", b""),
    ],
)
def test_histories_are_asked_to_look_away(
    clipboard: Clipboard, name: str, value: bytes
) -> None:
    """In the words of each system."""
    clipboard.copy_secret(SECRET)
    data = QApplication.clipboard().mimeData()
    assert data.hasFormat(name)
    assert data.data(name).data() == value


def test_the_mark_by_which_it_is_known_tells_nothing(clipboard: Clipboard) -> None:
    """It names the copy, not what was copied."""
    clipboard.copy_secret(SECRET)
    data = QApplication.clipboard().mimeData()
    assert SECRET.encode() not in data.data("application/x-sparekey-copy").data()


def test_what_is_no_secret_is_not_marked_as_one(clipboard: Clipboard) -> None:
    """A login may stay in a history."""
    clipboard.copy_secret(SECRET)
    clipboard.copy("a login")
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
