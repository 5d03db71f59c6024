"""The open vault: applies at once, saves a second later, tells of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import ports_on_disk
from ui.controllers.open_vault import OpenVault
from ui.workers.op import Ops
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
