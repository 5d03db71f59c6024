"""The way into a vault: wrong words, the key card, a cost, one open elsewhere."""

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.desk import WORDS, make_shop, opened
from tests.fakes import ports_on_disk
from tests.ui.conftest import Start
from vault.app import unlock
from vault.app.credentials import Credentials
from vault.app.key_file import read_key_file
from vault.app.ways_change import plan_key_file
from vault.app.ways_plan import carry_out
from vault.crypto.kdf import Cost, argon2id
from vault.crypto.secret import Secret
from vault.envelope import factors
from vault.errors import OnlyReadable


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault file whose passphrase is WORDS."""
    make_shop(ports_on_disk(), tmp_path)
    return tmp_path / "shop.sparekey"


def code_of(shop: Path) -> str:
    return shop.with_name("code.txt").read_text(encoding="utf-8").strip()


def test_the_passphrase_opens_it_with_one_enter(start: Start, shop: Path) -> None:
    """No click at all; the page of the vault comes, and the file is remembered."""
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "home"
    assert person.application.settings.recent == [shop]
    assert person.clicks == 0


def test_a_key_file_goes_with_the_passphrase(
    start: Start, shop: Path, tmp_path: Path
) -> None:
    """Told when it lacks, left out again, and known the next time."""
    key = tmp_path / "shop.key"
    key.write_bytes(bytes(64))
    with opened(ports_on_disk(), shop, write=True) as session:
        file = read_key_file(session.ports, key).secret
        shown = Credentials(session.presented.passphrase)
        carry_out(session, plan_key_file(session, file, shown))
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("the very same file is needed")
    person.click("Use a key file…")
    person.choose(key)
    person.click("Without the key file “shop.key”")
    assert person.sees("Use a key file…")
    person.click("Use a key file…")
    person.choose(key)
    assert person.focused == "Passphrase"
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "home"
    person.application.desk.go("unlock", shop)
    assert person.sees("Without the key file “shop.key”")
    person.application.settings.forget(shop)
    person.application.desk.go("unlock", shop)
    assert person.sees("Use a key file…")


def test_a_key_file_that_is_gone_is_said(
    start: Start, shop: Path, tmp_path: Path
) -> None:
    """It may lie on a stick that is not in."""
    person = start(shop)
    person.click("Use a key file…")
    person.choose(tmp_path / "gone.key")
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("there is no such file or folder")


def test_damage_is_said_and_written_back_when_wanted(start: Start, shop: Path) -> None:
    """One bit had flipped: the vault opens, and the file is whole again."""
    data = bytearray(shop.read_bytes())
    data[len(data) // 2] ^= 1
    shop.write_bytes(data)
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Damaged, and healed")
    person.click("Write it back now")
    assert person.sees("Written back whole")
    data[len(data) // 2] ^= 1
    assert shop.read_bytes() == data


def test_a_wrong_passphrase_is_said_in_words_and_stays_selected(
    start: Start, shop: Path
) -> None:
    """Nobody must find the field empty, or shaken, or silent."""
    person = start(shop)
    person.type("not the words")
    person.key(Qt.Key.Key_Return)
    assert person.sees("This passphrase does not open the vault.")
    assert person.focused == "Passphrase"
    field = person.find("Passphrase")
    assert isinstance(field, QLineEdit)
    assert field.selectedText() != ""
    assert "does not open" in field.accessibleDescription()
    assert not person.application.vault.is_open


def test_an_empty_passphrase_is_told_at_once(start: Start, shop: Path) -> None:
    """Without any wait."""
    person = start(shop)
    person.key(Qt.Key.Key_Return)
    assert person.sees("The passphrase is empty.")


def test_the_passphrase_can_be_shown_by_keys(start: Start, shop: Path) -> None:
    """The eye is the next control after the field."""
    person = start(shop)
    person.type("half")
    person.key(Qt.Key.Key_Tab)
    assert person.focused == "Show the passphrase"
    person.key(Qt.Key.Key_Space)
    assert person.sees("half")
    assert person.focused == "Hide the passphrase"
    person.key(Qt.Key.Key_Space)
    assert not person.sees("half")


def test_caps_lock_is_told_while_one_types(start: Start, shop: Path) -> None:
    """And taken back as soon as a letter shows that it is off."""
    person = start(shop)
    field = person.find("Passphrase")
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for text, held, seen in (
        ("A", shift, False),
        ("B", none, True),  # a capital without Shift
        ("1", none, True),  # tells nothing
        ("c", none, False),
        ("d", shift, True),
    ):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, text)
        QApplication.sendEvent(field, key)
        assert person.sees("Caps lock is on.") is seen


def test_the_card_is_one_click_away_and_mended_as_it_is_typed(
    start: Start, shop: Path
) -> None:
    """How far, and what was corrected; then it opens."""
    code = code_of(shop)
    person = start(shop)
    person.click("Use the key card")
    assert person.focused == "Code on the key card"
    person.type(code[:10])
    assert person.sees("8 of 31 characters")
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    person.type(wrong)
    assert person.sees("31 of 31 characters; 1 was wrong and is corrected")
    person.key(Qt.Key.Key_Return)
    assert person.application.vault.is_open


def test_a_card_that_can_not_be_right_is_told(start: Start, shop: Path) -> None:
    """Too short, or another card's."""
    person = start(shop)
    person.click("Use the key card")
    person.type("1234")
    person.key(Qt.Key.Key_Return)
    assert person.sees("has 31 characters, this one has 4")
    person.type(code_of(shop).replace("-", "")[:31][::-1])
    person.key(Qt.Key.Key_Return)
    assert person.sees("This can't be taken")
    person.click("Use the passphrase")
    assert person.focused == "Passphrase"


def test_a_card_of_another_vault_is_told_as_such(
    start: Start, shop: Path, tmp_path: Path
) -> None:
    """Not as a wrong passphrase."""
    (tmp_path / "other").mkdir()
    make_shop(ports_on_disk(seed=7), tmp_path / "other")
    person = start(shop)
    person.click("Use the key card")
    person.type(code_of(tmp_path / "other" / "shop.sparekey"))
    person.key(Qt.Key.Key_Return)
    assert person.sees("This code does not open the vault.")


def held(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Hold every opening until told; return what says it began, and what lets it on."""
    begun, let_on = threading.Event(), threading.Event()
    real = unlock.open_vault

    def slow(*words: object, **named: object) -> object:
        begun.set()
        let_on.wait()
        return real(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("vault.app.unlock.open_vault", slow)
    return begun, let_on


def test_the_wait_can_be_given_up_and_another_try_made(
    start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vault that opened late is closed: the next try must not find it busy."""
    begun, let_on = held(monkeypatch)
    person = start(shop)
    person.type(WORDS)
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    assert begun.wait(20)
    assert person.sees("Unlocking…")
    assert person.focused == "Stop"
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Space)
    assert person.sees("Stopped. Nothing was opened.") or not person.sees("Unlocking…")
    assert not person.application.vault.is_open
    QTest.keyClick(person.find("Passphrase"), Qt.Key.Key_Return)
    let_on.set()
    person.wait()
    assert person.application.vault.is_open
    assert person.application.window.place == "home"


def dear(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bool]]:
    """Let any passphrase cost more than is spent unasked; note what ends the work."""
    asked: list[Callable[[], bool]] = []

    def in_child(
        phrase: Secret, salt: bytes, cost: Cost, cancelled: Callable[[], bool]
    ) -> Secret | None:
        asked.append(cancelled)
        return argon2id(phrase, salt, cost)

    monkeypatch.setattr("vault.limits.UNASKED_M_KIB", 1)
    monkeypatch.setattr(factors, "argon2id_in_child", in_child)
    return asked


def test_a_costly_vault_is_asked_for_with_its_cost(
    start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it opens, in a child process that Stop would end."""
    asked = dear(monkeypatch)
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Costly to open")
    assert not asked
    assert not person.application.vault.is_open
    person.click("Open it even so")
    assert person.application.vault.is_open
    assert len(asked) == 1


def test_stop_ends_the_costly_work_itself(
    start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the child process asks for says so at once."""
    dear(monkeypatch)
    begun, ended = threading.Event(), threading.Event()

    def in_child(
        phrase: Secret, salt: bytes, cost: Cost, cancelled: Callable[[], bool]
    ) -> Secret | None:
        begun.set()
        while not cancelled():
            pass
        ended.set()
        return None

    monkeypatch.setattr(factors, "argon2id_in_child", in_child)
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    QTest.mouseClick(person.find("Open it even so"), Qt.MouseButton.LeftButton)
    assert begun.wait(20)
    person.click("Stop")
    assert ended.is_set()
    assert not person.sees("Costly to open")
    assert not person.application.vault.is_open


def test_a_vault_that_is_open_elsewhere_can_be_read(start: Start, shop: Path) -> None:
    """It is said who has it; here nothing can be changed."""
    with opened(ports_on_disk(), shop, write=True):
        person = start(shop)
        person.type(WORDS)
        person.key(Qt.Key.Key_Return)
        assert person.sees("is open in another place")
        person.click("Open it for reading only")
    vault = person.application.vault
    assert vault.is_open
    assert not vault.may_write
    assert not person.application.window.actions_by_name["new-account"].isEnabled()


def test_a_vault_on_a_disk_that_can_only_be_read_can_be_read(
    start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write-protected stick is no reason not to look something up."""

    def protected(*_: object) -> None:
        raise OnlyReadable(str(shop), "lock", errno.EROFS)

    monkeypatch.setattr("vault.app.unlock.Lock", protected)
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("lies: the disk can only be read")
    person.click("Open it for reading only")
    assert person.application.vault.is_open
    assert person.application.vault.session.read_only == "disk-read-only"


def test_a_vault_that_is_both_costly_and_open_elsewhere_is_asked_for_twice(
    start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is agreed to once."""
    with opened(ports_on_disk(), shop, write=True):
        dear(monkeypatch)
        person = start(shop)
        person.type(WORDS)
        person.key(Qt.Key.Key_Return)
        person.click("Open it for reading only")
        assert person.sees("Costly to open")
        person.click("Open it even so")
    assert person.application.vault.is_open


def test_from_here_one_gets_to_the_other_ways_to_begin(
    start: Start, shop: Path
) -> None:
    """Whoever lost the passphrase has a kit."""
    person = start(shop)
    person.click("All ways to begin")
    assert person.application.window.place == "welcome"
