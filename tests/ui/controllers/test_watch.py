"""Watching the folder of an open vault: when it looks, and when it does not."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QFileSystemWatcher
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.watch import Watch
from vault.app import beside
from vault.app.beside import Beside, CopyBeside
from vault.errors import FileTrouble


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the looks instead of looking."""
    counted: list[int] = []

    def look(_session: object, _known: object) -> Beside:
        counted.append(1)
        return Beside(changed=False)

    monkeypatch.setattr(beside, "look_beside", look)
    return counted


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at an open vault with one account."""
    return at_vault(a_vault(1), "home")


def fired(person: Person, watch: Watch, timer: str) -> None:
    """Let a timer's time be up."""
    getattr(watch, timer).timeout.emit()
    person.wait()


def test_it_looks_soon_and_often_while_a_vault_is_open(
    person: Person, looks: list[int]
) -> None:
    """And no more once it is locked."""
    watch = person.application.keeper.watch
    assert watch._often.isActive()
    fired(person, watch, "_soon")
    fired(person, watch, "_often")
    assert len(looks) == 2
    person.application.vault.close()
    assert not watch._often.isActive()
    fired(person, watch, "_often")
    assert len(looks) == 2


def test_a_change_in_the_folder_makes_it_look_a_second_later(
    person: Person, looks: list[int]
) -> None:
    """Once, however many files a sync program writes."""
    watch = person.application.keeper.watch
    watch._soon.stop()
    assert watch._folder is not None
    folder = watch._folder.directories()[0]
    for _ in range(3):
        watch._folder.directoryChanged.emit(folder)
    assert watch._soon.isActive()
    assert not looks


def test_it_rests_where_it_is_told_to(person: Person) -> None:
    """No timer goes on."""
    watch = person.application.keeper.watch
    watch.rest()
    assert not watch._soon.isActive()
    assert not watch._often.isActive()


def test_nobody_looks_beside_what_can_only_be_read(
    at_vault: AtVault, looks: list[int]
) -> None:
    """Nothing could be merged into it."""
    person = at_vault(a_vault(1), "home", read_only="open-elsewhere")
    person.application.keeper.watch.look()
    person.wait()
    assert not looks


def test_trouble_is_told_and_it_looks_again(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One fault does not end the watch."""

    def look(_session: object, _known: object) -> Beside:
        raise FileTrouble("x", "list", 5)

    monkeypatch.setattr(beside, "look_beside", look)
    watch = person.application.keeper.watch
    watch.look()
    person.wait()
    assert person.sees("The disk refused")
    monkeypatch.setattr(beside, "look_beside", lambda *_: Beside(changed=False))
    watch.look()
    person.wait()
    assert not watch._looking


def test_a_copy_is_not_told_of_where_one_is_being_merged(person: Person) -> None:
    """It would lie over the very page about it; it is told at a later look."""
    copy = CopyBeside(Path("copy"), "Syncthing", date(2026, 3, 1), b"1")
    found = Beside(changed=False, copies=(copy,), seen=frozenset({b"1"}))
    watch = person.application.keeper.watch
    person.application.desk.go("merge")
    person.wait()
    watch._seen(found)
    assert not person.sees("Another copy of this vault")
    person.application.desk.go("home")
    watch._seen(found)
    assert person.sees("Another copy of this vault")


def test_the_folder_is_left_alone_once_it_is_locked(
    person: Person, looks: list[int]
) -> None:
    """No later change of it makes it look, and the system has its watch back."""
    watch = person.application.keeper.watch
    folder = watch.findChild(QFileSystemWatcher)
    assert folder is not None
    person.application.vault.close()
    folder.directoryChanged.emit("")
    assert not watch._soon.isActive()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    assert watch.findChild(QFileSystemWatcher) is None
    assert looks == []
