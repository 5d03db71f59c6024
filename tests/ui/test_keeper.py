"""What the menus and keys do, and how the vault is kept, locked and left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.builders import a_vault, an_account
from tests.desk import opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault, Restarts, Start
from ui.actions import ACTIONS
from ui.controllers.idle import LOCKED_AFTER_SECONDS, WARNED_BEFORE_SECONDS
from ui.shared.notice import Notice
from vault.model.change import Add

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ANOTHER = an_account(77)


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at the home page of an open vault."""
    return at_vault(a_vault(1), "home")


def add(person: Person, name: str = "Add a shop") -> None:
    person.application.vault.apply(Add("account", ANOTHER), name)


def can(person: Person) -> set[str]:
    actions = person.application.window.actions_by_name
    return {name for name, action in actions.items() if action.isEnabled()}


def said(person: Person) -> str:
    return person.application.window.line.said.text()


def test_before_a_vault_is_open_only_some_things_can_be_done(start: Start) -> None:
    """Nothing that needs a vault."""
    assert can(start()) == {
        *(spec.name for spec in ACTIONS if spec.need in ("always", "locked"))
    }


def test_a_vault_to_be_read_can_not_be_changed(at_vault: AtVault) -> None:
    """But it can be locked, searched and printed from nowhere."""
    person = at_vault(a_vault(1), "home", "newer-minor")
    assert not can(person) & {spec.name for spec in ACTIONS if spec.need == "write"}
    assert {"lock", "search", "home"} <= can(person)


def test_undo_and_redo_are_named_in_the_menu_and_said(person: Person) -> None:
    """Each as the act was called; a mark of the keyboard in a name is no mark."""
    actions = person.application.window.actions_by_name
    assert not actions["undo"].isEnabled()
    assert actions["undo"].text() == "Undo"
    add(person, "Add Kiln & Clay")
    assert actions["undo"].text() == "Undo Add Kiln && Clay"
    person.key(Qt.Key.Key_Z, CTRL)
    assert said(person) == "Undone: Add Kiln & Clay"
    assert person.application.vault.vault.find("account", ANOTHER.id) is None
    assert actions["redo"].text() == "Redo Add Kiln && Clay"
    person.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert said(person) == "Done again: Add Kiln & Clay"
    assert person.application.vault.vault.find("account", ANOTHER.id)


def test_what_can_not_be_undone_is_told(person: Person) -> None:
    """A vault that came to be for reading only."""
    add(person)
    person.application.vault.session.read_only = "newer-minor"
    person.application.keeper.do("undo")
    person.application.keeper.do("redo")
    assert person.sees("Open for reading only")


@pytest.mark.long
def test_locking_saves_and_a_fresh_process_takes_over(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """At the same file; this window is gone, and the keys with it."""
    add(person)
    person.key(Qt.Key.Key_L, CTRL)
    path = tmp_path / "open.sparekey"
    assert restarts.asked == [path]
    assert not person.application.window.isVisible()
    assert not person.application.vault.is_open
    with opened(ports_on_disk(), path) as session:
        assert session.vault.find("account", ANOTHER.id)


def test_quitting_saves_and_starts_nothing(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """Nor does it ask."""
    add(person)
    person.application.window.close()
    person.wait()
    assert restarts.asked == []
    assert not person.application.window.isVisible()
    with opened(ports_on_disk(), tmp_path / "open.sparekey") as session:
        assert session.vault.find("account", ANOTHER.id)


def test_a_window_without_a_vault_just_closes(start: Start) -> None:
    """There is nothing to save, and locking does nothing."""
    person = start()
    person.application.keeper.lock()
    assert person.application.window.isVisible()
    person.application.window.close()
    person.wait()
    assert not person.application.window.isVisible()


def test_leaving_empties_the_clipboard_of_a_secret(person: Person) -> None:
    """Twenty seconds are too long for whoever comes next."""
    person.application.desk.clipboard.copy_secret("4711")
    person.application.keeper.lock()
    person.wait()
    assert QApplication.clipboard().text() == ""


def idle_for(person: Person, seconds: int) -> None:
    idle = person.application.keeper._idle
    since = idle._since
    idle.seconds = lambda: since + seconds
    idle.look()
    person.wait()


def test_an_idle_vault_warns_and_any_key_takes_it_back(person: Person) -> None:
    """What the banner said before is said again."""
    person.application.window.notify(Notice("info", "Said before"))
    idle_for(person, LOCKED_AFTER_SECONDS - WARNED_BEFORE_SECONDS)
    assert person.sees("The vault locks in 30 seconds")
    assert not person.sees("Said before")
    screen = person.application.window.windowHandle()  # as the system hands keys over
    QTest.keyClick(screen, Qt.Key.Key_Shift)
    person.wait()
    assert not person.sees("The vault locks in 30 seconds")
    assert person.sees("Said before")
    person.application.window.clear_notice()
    idle_for(person, LOCKED_AFTER_SECONDS - WARNED_BEFORE_SECONDS)
    QTest.keyClick(screen, Qt.Key.Key_Shift)
    person.wait()
    assert person.application.window.notice[0] is None


def test_an_idle_vault_locks(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """Saved, as by hand."""
    add(person)
    idle_for(person, LOCKED_AFTER_SECONDS)
    assert restarts.asked == [tmp_path / "open.sparekey"]
    with opened(ports_on_disk(), tmp_path / "open.sparekey") as session:
        assert session.vault.find("account", ANOTHER.id)


def test_a_screen_that_locks_locks_the_vault(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """Nobody sits there any more."""
    person.application.keeper._idle.away.left.emit()
    person.wait()
    assert restarts.asked == [tmp_path / "open.sparekey"]


def test_autosave_is_told_in_the_status_bar(person: Person) -> None:
    """With the time of day."""
    add(person)
    assert not person.application.window.saved.text()
    person.application.vault._timer.timeout.emit()
    assert person.application.window.saved.text() == "Saving…"
    person.wait()
    assert person.application.window.saved.text().startswith("Saved ")


@pytest.mark.long
def test_the_text_grows_and_shrinks_by_keys(start: Start) -> None:
    """In steps, to twice the size; it is remembered."""
    person = start()
    for _ in range(6):
        person.key(Qt.Key.Key_Plus, CTRL)
    assert said(person) == "Text at 200 %"
    assert person.application.theme.text_percent == 200
    person.key(Qt.Key.Key_Minus, CTRL)
    assert person.application.settings.text_percent == 150
    assert person.application.theme.text_percent == 150


@pytest.mark.long
def test_light_and_dark_are_one_key(start: Start) -> None:
    """It is worn at once, and remembered."""
    person = start()
    was = person.application.theme.is_dark
    person.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert person.application.theme.is_dark is not was
    assert person.application.settings.scheme == ("light" if was else "dark")
    person.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert person.application.theme.is_dark is was


def test_the_menu_leads_to_every_place(person: Person) -> None:
    """By the names in the table."""
    asked: list[str] = []
    for name in ("create", "open", "restore", "search", "kits", "keys", "about"):
        place = {"create": "new"}.get(name, name)
        person.application.desk.places[place] = lambda _, name=name: asked.append(name)
        person.application.keeper.do(name)
    assert asked == [
        "create",
        "open",
        "restore",
        "search",
        "kits",
        "keys",
        "about",
    ]


def test_work_that_must_be_alone_bars_the_keys_too(person: Person) -> None:
    """Else Ctrl+Z would change what a kit is made of; quitting stays allowed."""
    add(person)
    window = person.application.window
    before = can(person)
    window.barred.emit(True)
    assert can(person) == {spec.name for spec in ACTIONS if spec.need == "always"}
    person.application.vault.touched()
    assert "undo" not in can(person)
    window.barred.emit(False)
    assert can(person) == before


def test_a_question_mark_is_typed_where_one_types(start: Start) -> None:
    """It opens the sheet of keys only where nobody types."""
    person = start()
    person.click("Create a vault")
    field = person.find("Name of the business")
    QTest.keyClicks(field, "Kiln?")
    person.wait()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Kiln?"
    assert QApplication.activeModalWidget() is None
    person.tab_to("Next")
    person.key(Qt.Key.Key_Question)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert sheet.windowTitle() == "Keys"
