"""The first page and what leads away from it: lists, files, drops."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault
from tests.desk import make_shop
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault, Start


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault file whose passphrase is WORDS."""
    make_shop(ports_on_disk(), tmp_path)
    return tmp_path / "shop.sparekey"


def gone_to(person: Person, place: str) -> list[object]:
    """Note with what a place is gone to, in its place."""
    asked: list[object] = []
    person.application.desk.places[place] = asked.append
    return asked


def dragged(mime: QMimeData, kind: QEvent.Type) -> QDropEvent:
    """Return what the window is told while something is dragged over it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(9, 9), copy, mime, left, none, kind)
    event.ignore()
    return event


def drop(person: Person, *paths: Path) -> None:
    """Drop files on the window, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    for kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
        event = dragged(mime, kind)
        QApplication.sendEvent(person.window, event)
        assert event.isAccepted()
    person.wait()


def test_a_new_user_is_asked_how_to_begin(start: Start) -> None:
    """Five ways, the first one ready for Enter."""
    person = start()
    names = [name for name in person.ring() if name]
    assert names[0] == "Create a vault"
    assert set(names) >= {
        "Open a vault",
        "Restore from a printed kit",
        "Open a file someone shared",
        "Look at the sample",
    }


def test_a_vault_opened_lately_is_one_click_away(start: Start, shop: Path) -> None:
    """Named by itself, with its folder below."""
    person = start()
    person.application.settings.remember(shop)
    person.application.desk.go("welcome")
    person.wait()
    assert person.sees(str(shop.parent))
    person.click("shop")
    assert person.sees("Unlock shop")


def test_a_vault_that_is_gone_says_so_and_can_be_taken_off(
    start: Start, shop: Path, tmp_path: Path
) -> None:
    """A stick that is not plugged in is no crash, and no secret loss either."""
    person = start()
    person.application.settings.remember(shop)
    person.application.settings.remember(tmp_path / "gone.sparekey")
    person.application.desk.go("welcome")
    person.wait()
    assert person.sees(f"Not there now: {tmp_path}")
    person.click("gone")
    assert person.sees("The file is not there")
    person.click("Take it off the list")
    assert person.application.settings.recent == [shop]
    assert not person.sees("Not there now")


def test_a_file_is_opened_by_what_it_is(start: Start, shop: Path) -> None:
    """Not by its name; a picture is of a kit."""
    person = start()
    restored = gone_to(person, "restore")
    person.click("Open a vault")
    person.choose(shop.rename(shop.with_name("renamed.txt")))
    assert person.sees("Unlock renamed")
    person.application.desk.go("welcome")
    person.click("Open a vault")
    sheet = shop.with_name("sheet.JPG")
    sheet.write_bytes(b"")
    person.choose(sheet)
    assert restored == [[sheet]]


def test_a_share_goes_to_the_page_of_shares(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever was sent it is never asked to make a vault."""
    person = start()
    shared = gone_to(person, "shared")
    told = type("Told", (), {"kind": "share"})()
    monkeypatch.setattr("vault.app.look.describe", lambda *_: told)
    share = tmp_path / "for ana.sparekey"
    share.write_bytes(b"no vault")
    drop(person, share)
    assert shared == [share]


def test_a_file_that_is_none_of_ours_is_told(start: Start, tmp_path: Path) -> None:
    """Where it was asked for, or where the program was started with it."""
    alien = tmp_path / "letter.sparekey"
    alien.write_bytes(b"Dear Ana")
    person = start(alien)
    assert person.application.window.place == "welcome"
    assert person.sees("Not a Spare Key file")
    again = start()
    drop(again, alien)
    assert again.sees("Not a Spare Key file")


def test_sheets_dropped_on_the_window_start_a_restore(
    start: Start, tmp_path: Path
) -> None:
    """All of them at once."""
    person = start()
    restored = gone_to(person, "restore")
    sheets = [tmp_path / "one.png", tmp_path / "two.pdf"]
    drop(person, *sheets)
    assert restored == [sheets]


def test_too_many_kinds_at_once_are_told(
    start: Start, shop: Path, tmp_path: Path
) -> None:
    """Nobody could say which of them should be opened."""
    person = start()
    drop(person, shop, tmp_path / "sheet.png")
    assert person.sees("Too much at once")
    assert person.application.window.place == "welcome"


def test_what_holds_no_file_is_not_taken(start: Start) -> None:
    """A text that is dragged by mistake does nothing."""
    person = start()
    mime = QMimeData()
    mime.setText("hello")
    mime.setUrls([QUrl("https://example.com/a.png")])
    enters = dragged(mime, QEvent.Type.DragEnter)
    QApplication.sendEvent(person.window, enters)
    assert not enters.isAccepted()


def test_with_a_vault_open_another_file_waits(at_vault: AtVault, shop: Path) -> None:
    """One vault a window; nothing is closed unasked."""
    person = at_vault(a_vault(1), "home")
    drop(person, shop)
    assert person.sees("A vault is open")
    assert person.application.window.place == "home"
