"""The open vault: applies at once, saves a second later, tells of both."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from ui.controllers.open_vault import OpenVault
from ui.workers.op import Ops
from vault import limits
from vault.app import repair
from vault.app.session import Session
from vault.errors import VaultError
from vault.model.change import Add

ANOTHER = an_account(77)


@pytest.fixture
def ops(qtbot: QtBot) -> Iterator[Ops]:
    """Yield the worker, and let it end."""
    made = Ops()
    yield made
    made.end()


@pytest.fixture
def vault(ops: Ops, tmp_path: Path) -> Iterator[OpenVault]:
    """Yield a vault that is open."""
    make_shop(ports_on_disk(), tmp_path)
    made = OpenVault(ops)
    made.take(opened(ports_on_disk(), tmp_path / "shop.sparekey", write=True))
    yield made
    made.close()


def told_of(vault: OpenVault) -> list[str]:
    """Note what it tells, in order."""
    told: list[str] = []
    vault.changed.connect(lambda _: told.append("changed"))
    vault.committing.connect(lambda: told.append("committing"))
    vault.saving.connect(lambda: told.append("saving"))
    vault.saved.connect(lambda at: told.append(f"saved {len(at)}"))
    vault.closed.connect(lambda: told.append("closed"))
    return told


def test_a_change_is_told_at_once_and_saved_by_itself(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """With the time of day."""
    told = told_of(vault)
    vault.apply(Add("account", ANOTHER), "Add")
    assert told == ["changed"]
    assert vault._timer.isActive()
    vault._timer.timeout.emit()
    qtbot.waitUntil(lambda: not ops.busy)
    assert told == ["changed", "saving", "saved 5"]
    assert not vault.session.unsaved


def test_undo_and_redo_are_named_told_and_saved(vault: OpenVault) -> None:
    """And nothing happens where there is nothing."""
    told = told_of(vault)
    assert (vault.undo(), vault.redo(), told) == ("", "", [])
    vault.apply(Add("account", ANOTHER), "Add it")
    assert vault.undo() == "Add it"
    assert vault.vault.find("account", ANOTHER.id) is None
    assert vault.redo() == "Add it"
    assert told == ["changed"] * 3


def test_what_is_typed_is_asked_for_before_it_is_saved_for_good(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """Whoever holds it applies it; then it is saved, then told."""
    errors: list[VaultError | None] = []
    vault.committing.connect(lambda: vault.apply(Add("account", ANOTHER), "Add"))
    vault.save_now(errors.append)
    assert errors == []
    qtbot.waitUntil(lambda: not ops.busy)
    assert errors == [None]
    assert not vault.session.unsaved


def test_with_nothing_to_save_it_is_told_at_once(vault: OpenVault) -> None:
    """Locking an unchanged vault takes no time."""
    errors: list[VaultError | None] = []
    vault.save_now(errors.append)
    assert errors == [None]


def test_with_no_vault_open_all_is_saved(ops: Ops) -> None:
    """Quitting from the first page."""
    errors: list[VaultError | None] = []
    made = OpenVault(ops)
    made.save_now(errors.append)
    assert errors == [None]
    assert (made.is_open, made.may_write) == (False, False)


def test_a_change_during_a_save_is_saved_too(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """Whoever waits is told after the last."""
    errors: list[VaultError | None] = []
    vault.apply(Add("account", ANOTHER), "Add")
    vault.save_now(errors.append)
    vault.apply(Add("account", an_account(78)), "Add")
    qtbot.waitUntil(lambda: not ops.busy and bool(errors))
    assert errors == [None]
    assert not vault.session.unsaved


def test_a_vault_given_up_while_it_is_written_is_no_fault(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """Whoever waits is told all the same."""
    errors: list[VaultError | None] = []
    vault.apply(Add("account", ANOTHER), "Add")
    vault.save_now(errors.append)
    vault.close()
    qtbot.waitUntil(lambda: bool(errors))
    assert not vault.is_open


def test_what_changed_in_the_session_itself_is_told(vault: OpenVault) -> None:
    """A kit enters itself."""
    told = told_of(vault)
    vault.session.apply(Add("account", ANOTHER))
    vault.touched()
    assert told == ["changed"]
    assert vault._timer.isActive()


def test_a_vault_to_look_at_may_not_be_written(ops: Ops, tmp_path: Path) -> None:
    """The reason is the session's."""
    make_shop(ports_on_disk(), tmp_path)
    session = opened(ports_on_disk(), tmp_path / "shop.sparekey", write=True)
    session.read_only = "newer-minor"
    made = OpenVault(ops)
    made.take(session, passing=True)
    assert (made.is_open, made.may_write, made.passing) == (True, False, True)
    told = told_of(made)
    made.close()
    assert (told, made.passing) == (["closed"], False)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let every vault be too large for parity at once; note who adds it later."""
    monkeypatch.setattr(limits, "PARITY_AT_ONCE_BYTES", 1000)
    threads: list[str] = []
    real = repair.add_parity

    def noting(session: Session) -> None:
        threads.append(threading.current_thread().name)
        real(session)

    monkeypatch.setattr(repair, "add_parity", noting)
    return threads


def saved(vault: OpenVault, ops: Ops, qtbot: QtBot) -> None:
    """Change something, and have it saved."""
    vault.apply(Add("account", ANOTHER), "Add")
    vault._timer.timeout.emit()
    qtbot.waitUntil(lambda: not ops.busy)
    assert vault.session.file.parity_due


def test_parity_of_a_large_vault_is_added_when_it_is_quiet(
    vault: OpenVault, ops: Ops, qtbot: QtBot, large: list[str]
) -> None:
    """Off the window's thread, half a minute after the last save."""
    saved(vault, ops, qtbot)
    assert vault._quiet.isActive()
    vault._quiet.timeout.emit()
    qtbot.waitUntil(lambda: not ops.busy)
    assert not vault.session.file.parity_due
    assert large == ["work"]


def test_whoever_leaves_waits_for_it_off_the_windows_thread(
    vault: OpenVault, ops: Ops, qtbot: QtBot, large: list[str]
) -> None:
    """Closing then has nothing left to do."""
    saved(vault, ops, qtbot)
    left: list[bool] = []
    assert vault.complete(lambda: left.append(True))
    qtbot.waitUntil(lambda: bool(left))
    vault.close()
    assert large == ["work"]


@pytest.mark.usefixtures("large")
def test_where_it_cannot_be_added_one_leaves_even_so(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """The save stands without it."""
    saved(vault, ops, qtbot)
    session = vault.session
    session.ports = with_files(session.ports, FailingFiles("create"))
    left: list[bool] = []
    vault.complete(lambda: left.append(True))
    qtbot.waitUntil(lambda: bool(left))
    assert not session.file.parity_due


def test_a_vault_with_its_parity_is_left_at_once(vault: OpenVault) -> None:
    """Nothing is due."""
    left: list[bool] = []
    assert vault.complete(lambda: left.append(True)) is None
    assert left == [True]


def test_what_must_not_meet_a_save_waits_for_its_end(
    vault: OpenVault, ops: Ops, qtbot: QtBot
) -> None:
    """Else the save would write over what it did to the session."""
    vault.apply(Add("account", ANOTHER), "Add")
    done: list[bool] = []
    vault._timer.timeout.emit()
    vault.between_saves(lambda: done.append(vault.session.unsaved))
    assert done == []
    qtbot.waitUntil(lambda: not ops.busy)
    vault.between_saves(lambda: done.append(vault.session.unsaved))
    assert done == [False, False]
