"""When saving fails: nothing is lost without a word, whatever one does next."""

import errno
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault, an_account
from tests.desk import WORDS, new_words, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from tests.person import Person
from tests.ui.conftest import AtVault, Restarts
from vault.app.credentials import Credentials
from vault.merge.conflict import conflicts
from vault.model.change import Add, Change, Replace
from vault.model.vault import Vault

ANOTHER = an_account(77)
OTHER = "quiet lamp stone river amber glad"


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at an open vault with one account."""
    person = at_vault(a_vault(1), "home")
    session = person.application.vault.session
    # As after unlocking; a vault just made has its code at hand as well.
    session.presented = Credentials(passphrase=session.presented.passphrase)
    return person


def change(person: Person, number: int = 77) -> None:
    """Change something, and let a second pass."""
    vault = person.application.vault
    vault.apply(Add("account", an_account(number)), "Add an account")
    vault._timer.timeout.emit()
    person.wait()


def fail(person: Person, step: str, number: int = errno.ENOSPC, after: int = 0) -> None:
    """Let the disk fail at a step from now on."""
    session = person.application.vault.session
    files = FailingFiles(step, number, after)
    session.ports = with_files(session.ports, files)


def mend(person: Person) -> None:
    session = person.application.vault.session
    session.ports = ports_on_disk(seed=5)


def theirs(tmp_path: Path, words: str = OTHER, **fields: str) -> bytes:
    """Let somebody else save the vault; return what lies there now.

    With `words` under a passphrase of their own; with fields, those of the first
    account are changed as well.
    """
    path = tmp_path / "open.sparekey"
    data = path.read_bytes()
    copy = tmp_path / "elsewhere.sparekey"
    copy.write_bytes(data)
    with opened(ports_on_disk(seed=3), copy, write=True) as session:
        session.apply([Add("account", an_account(99)), *edit(session.vault, **fields)])
        session.save()
        if words:
            new_words(session, words)
    path.write_bytes(copy.read_bytes())
    return path.read_bytes()


def edit(vault: Vault, **fields: str) -> list[Change]:
    """Return the change of those fields of the first account."""
    first = min(vault.accounts.values(), key=lambda one: one.name)
    changed = replace(first, **fields)
    return [Replace("account", first, changed)] if fields else []


def sheet() -> str:
    """Return the title of the sheet that is open."""
    modal = QApplication.activeModalWidget()
    return modal.windowTitle() if modal else ""


def copies(tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.glob("open, mine of *.sparekey"))


def accounts_in(path: Path) -> set[str]:
    with opened(ports_on_disk(), path) as session:
        return set(session.vault.accounts)


def test_a_full_disk_is_told_and_the_change_is_kept(person: Person) -> None:
    """In the banner, and the status bar says that it is not saved."""
    fail(person, "write")
    change(person)
    assert person.sees("The disk refused")
    assert person.sees("The change is kept in memory.")
    assert person.application.window.saved.text() == "Not saved"
    assert person.application.vault.session.unsaved
    assert sheet() == ""


def test_once_there_is_room_it_is_saved_on_asking(
    person: Person, tmp_path: Path
) -> None:
    """Try again is the first answer."""
    fail(person, "write")
    change(person)
    mend(person)
    person.click("What to do…")
    person.click("Try again")
    assert ANOTHER.id in accounts_in(tmp_path / "open.sparekey")
    assert not person.sees("The disk refused")


def test_it_can_be_saved_elsewhere(person: Person, tmp_path: Path) -> None:
    """And the work goes on there."""
    (tmp_path / "stick").mkdir()
    place = tmp_path / "stick" / "mine.sparekey"
    fail(person, "replace")
    change(person)
    person.click("What to do…")
    person.click("Save a copy elsewhere…")
    person.choose(place)
    change(person, 78)
    person.application.vault.close()
    assert {an_account(77).id} <= accounts_in(place)


def test_saving_elsewhere_overwrites_nothing(person: Person, tmp_path: Path) -> None:
    """The sheet comes again with what went wrong."""
    taken = tmp_path / "taken.sparekey"
    taken.write_bytes(b"mine")
    fail(person, "replace")
    change(person)
    person.click("What to do…")
    person.click("Save a copy elsewhere…")
    person.choose(taken)
    assert sheet() == "Something is there already"
    assert taken.read_bytes() == b"mine"
    person.click("Leave it as it is")
    assert person.application.vault.session.unsaved


def test_what_somebody_else_saved_is_merged_in_and_saved(
    person: Person, tmp_path: Path
) -> None:
    """Both changes are there, in one file; undo takes theirs back, not mine."""
    theirs(tmp_path, words="")
    change(person)
    assert sheet() == ""
    assert person.sees("Changed elsewhere, and merged")
    vault = person.application.vault
    assert {ANOTHER.id, an_account(99).id} <= set(vault.vault.accounts)
    assert vault.session.undo_name == "Merge what was saved elsewhere"
    vault.save_now(lambda _error: None)
    person.wait()
    assert {ANOTHER.id, an_account(99).id} <= accounts_in(tmp_path / "open.sparekey")
    assert copies(tmp_path) == []
    person.click("Show what came in")
    assert person.sees("What was merged")
    assert person.sees("Only in the copy: it is taken in.")
    vault.undo()
    assert ANOTHER.id in vault.vault.accounts
    assert an_account(99).id not in vault.vault.accounts


def test_what_both_changed_is_shown_before_anything_is_written(
    person: Person, tmp_path: Path
) -> None:
    """Their file stays as it is until somebody has looked; both values are kept."""
    data = theirs(tmp_path, words="", notes="theirs")
    vault = person.application.vault
    vault.apply(edit(vault.vault, notes="mine"), "Change the notes")
    vault._timer.timeout.emit()
    person.wait()
    assert person.sees("Changed elsewhere at the same time")
    assert (tmp_path / "open.sparekey").read_bytes() == data
    person.click("Look at both…")
    assert person.sees("Changed in both. The copy's shows; yours is kept to check.")
    person.click("Merge")
    vault.save_now(lambda _error: None)
    person.wait()
    assert not vault.session.unsaved
    assert an_account(99).id in accounts_in(tmp_path / "open.sparekey")
    assert person.sees("1 value to check")


def test_whoever_leaves_can_have_every_value_kept(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """One answer merges both and locks; what both changed is checked later."""
    theirs(tmp_path, words="", notes="theirs")
    vault = person.application.vault
    vault.apply(edit(vault.vault, notes="mine"), "Change the notes")
    person.application.keeper.lock()
    person.wait()
    person.click("Merge both, and lock")
    assert restarts.asked == [tmp_path / "open.sparekey"]
    with opened(ports_on_disk(), tmp_path / "open.sparekey") as session:
        first = min(session.vault.accounts.values(), key=lambda one: one.name)
        (found,) = conflicts(session.vault)
        assert (found.shown, found.other) == (first.notes, "mine")


@pytest.mark.parametrize("words", ["", OTHER])
def test_the_idle_lock_keeps_every_value_and_locks(
    person: Person, tmp_path: Path, restarts: Restarts, words: str
) -> None:
    """Nobody is there to look; what does not open stays, and mine goes beside it."""
    data = theirs(tmp_path, words=words, notes="theirs")
    vault = person.application.vault
    vault.apply(edit(vault.vault, notes="mine"), "Change the notes")
    person.application.keeper._idle.ended.emit()
    person.wait()
    beside = copies(tmp_path)
    assert restarts.asked == (beside if words else [tmp_path / "open.sparekey"])
    if words:
        assert (tmp_path / "open.sparekey").read_bytes() == data
    with opened(ports_on_disk(), restarts.asked[0]) as session:
        kept = {one.notes for one in session.vault.accounts.values()}
        assert ("mine" if words else "theirs") in kept
        assert {one.other for one in conflicts(session.vault)} == (
            set() if words else {"mine"}
        )


def test_the_passphrase_of_what_somebody_else_saved_can_be_given(
    person: Person, tmp_path: Path
) -> None:
    """Then it is merged as any other copy."""
    theirs(tmp_path)
    change(person)
    person.click("Give its passphrase, and merge…")
    assert person.sees("This copy opens otherwise")
    person.type("not this one")
    person.key(Qt.Key.Key_Return)
    assert person.sees("This copy opens otherwise")
    person.type(OTHER)
    person.key(Qt.Key.Key_Return)
    person.click("Merge")
    accounts = person.application.vault.vault.accounts
    assert {ANOTHER.id, an_account(99).id} <= set(accounts)


def test_a_file_that_does_not_open_is_asked_about_once(
    person: Person, tmp_path: Path
) -> None:
    """The second time the banner is enough; theirs stays as it is."""
    data = theirs(tmp_path)
    change(person)
    assert sheet() == "Changed by somebody else"
    person.click("Leave it as it is")
    change(person, 78)
    assert sheet() == ""
    assert person.sees("Changed by somebody else")
    assert (tmp_path / "open.sparekey").read_bytes() == data


def test_mine_is_kept_beside_and_gone_on_with(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """Both are there; what is changed next goes into mine."""
    data = theirs(tmp_path)
    change(person)
    person.click("Keep both, and go on with mine")
    (copy,) = copies(tmp_path)
    assert person.application.vault.session.file.path == copy
    change(person, 78)
    assert (tmp_path / "open.sparekey").read_bytes() == data
    assert accounts_in(copy) >= {ANOTHER.id, an_account(78).id}
    assert restarts.asked == []
    assert copy in person.application.settings.recent


def test_mine_is_kept_beside_and_the_other_one_opened(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """In a fresh process, at the other one's unlock page."""
    theirs(tmp_path)
    change(person)
    person.click("Keep both, and open the other one")
    (copy,) = copies(tmp_path)
    assert ANOTHER.id in accounts_in(copy)
    assert restarts.asked == [tmp_path / "open.sparekey"]
    assert not person.application.vault.is_open


def test_a_state_that_was_not_confirmed_is_saved_and_told(person: Person) -> None:
    """It is in place; the next change is saved as any other."""
    fail(person, "sync_directory", errno.EIO, after=1)
    change(person)
    assert person.sees("Not confirmed by the disk")
    assert not person.application.vault.session.unsaved
    mend(person)
    change(person, 78)
    assert person.application.window.saved.text().startswith("Saved")


def test_quitting_with_a_full_disk_stays_and_asks(person: Person) -> None:
    """Whoever closes the window loses nothing by it."""
    fail(person, "write")
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.window.close()
    person.wait()
    assert person.application.window.isVisible()
    assert sheet() == "The disk refused"
    person.click("Leave it as it is")
    assert person.application.vault.is_open
    mend(person)
    person.application.window.close()
    person.wait()
    assert not person.application.window.isVisible()
    assert not person.application.vault.is_open


def test_the_last_change_can_be_given_up(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """By whoever says so; what was saved before is as it was."""
    fail(person, "write")
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper.quit()
    person.wait()
    person.click("Quit and lose the last change")
    assert not person.application.window.isVisible()
    assert restarts.asked == []
    assert ANOTHER.id not in accounts_in(tmp_path / "open.sparekey")


def test_locking_with_a_full_disk_asks_too(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """Then it locks."""
    fail(person, "write")
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper.lock()
    person.wait()
    mend(person)
    person.click("Try again")
    assert restarts.asked == [tmp_path / "open.sparekey"]
    assert ANOTHER.id in accounts_in(tmp_path / "open.sparekey")


def test_quitting_keeps_both_where_somebody_else_wrote(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """One answer saves mine beside and quits."""
    theirs(tmp_path)
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper.quit()
    person.wait()
    person.click("Keep both, and quit")
    (copy,) = copies(tmp_path)
    assert ANOTHER.id in accounts_in(copy)
    assert restarts.asked == []
    assert not person.application.window.isVisible()


def test_locking_keeps_both_and_comes_back_at_mine(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """It is the one that was worked in."""
    theirs(tmp_path)
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper.lock()
    person.wait()
    person.click("Keep both, and lock mine")
    assert restarts.asked == copies(tmp_path)


def test_quitting_tells_what_the_disk_did_not_confirm(person: Person) -> None:
    """It is in place, so one may quit even so."""
    fail(person, "sync_directory", errno.EIO, after=1)
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper.quit()
    person.wait()
    assert sheet() == "Not confirmed by the disk"
    person.click("Quit even so")
    assert not person.application.window.isVisible()


def test_nobody_is_asked_when_nobody_is_there(
    person: Person, restarts: Restarts
) -> None:
    """The idle lock tells in the banner, stays, and tries again later."""
    fail(person, "write")
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper._idle.ended.emit()
    person.wait()
    assert sheet() == ""
    assert person.sees("The disk refused")
    assert person.application.vault.is_open
    mend(person)
    person.application.keeper._idle.ended.emit()
    person.wait()
    assert len(restarts.asked) == 1


def test_the_idle_lock_goes_on_where_it_is_only_unconfirmed(
    person: Person, tmp_path: Path, restarts: Restarts
) -> None:
    """What is in place is no reason to stay open."""
    fail(person, "sync_directory", errno.EIO, after=1)
    person.application.vault.apply(Add("account", ANOTHER), "Add")
    person.application.keeper._idle.ended.emit()
    person.wait()
    assert restarts.asked == [tmp_path / "open.sparekey"]


def test_words_are_those_of_the_vault(tmp_path: Path, person: Person) -> None:
    """A copy beside opens with the same passphrase."""
    theirs(tmp_path)
    change(person)
    person.click("Keep both, and go on with mine")
    person.application.vault.close()
    opened(ports_on_disk(), copies(tmp_path)[0], WORDS, write=True).close()
