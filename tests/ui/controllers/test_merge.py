"""Merging in the window: found, looked at, done as one act, and the copy put away."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.desk import make_shop, new_words, opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app import edit
from vault.app.credentials import Credentials
from vault.app.session import Session
from vault.model.account import Account
from vault.model.change import Change, Replace
from vault.model.vault import Vault

COPY = "open.sync-conflict-20260301-120000-ABCDEF7.sparekey"
OTHER = "quiet lamp stone river amber glad"


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at an open vault with two accounts."""
    return at_vault(a_vault(2, codes=4), "home")


def account(vault: Vault) -> Account:
    return min(vault.accounts.values(), key=lambda one: one.name)


def changed(vault: Vault, **fields: str) -> list[Change]:
    before = account(vault)
    return [Replace("account", before, replace(before, **fields))]


def use(session: Session, place: int, who: str) -> list[Change]:
    sets = session.vault.code_sets.values()
    one = next(s for s in sets if s.account == account(session.vault).id)
    return edit.using(one, one.codes[place], who, "", session.ports.now())


def used_by(vault: Vault) -> list[str]:
    codes = (code for one in vault.code_sets.values() for code in one.codes)
    return sorted(code.used_by for code in codes if code.state == "used")


def copy_beside(tmp_path: Path, *, words: str = "", **fields: str) -> Path:
    """Lay a copy beside the open vault in which a code was used and a field changed."""
    away = tmp_path / "away"
    away.mkdir()
    shutil.copy(tmp_path / "open.sparekey", away / "open.sparekey")
    with opened(ports_on_disk(seed=7), away / "open.sparekey", write=True) as session:
        session.apply(use(session, 0, "Mina"))
        session.apply(changed(session.vault, **fields))
        session.save()
        if words:
            new_words(session, words)
    shutil.copy(away / "open.sparekey", tmp_path / COPY)
    shutil.rmtree(away)
    return tmp_path / COPY


def test_a_copy_that_is_found_keeps_all_four_facts(
    person: Person, tmp_path: Path
) -> None:
    """From the banner to one undo: another code used in each, another field changed."""
    vault = person.application.vault
    copy_beside(tmp_path, phone="+44 1")
    vault.apply(use(vault.session, 1, "Sam"), "Mark a code used")
    vault.apply(changed(vault.vault, notes="by post"), "Change the notes")
    person.application.keeper.watch.look()
    person.wait()
    assert person.sees("Another copy of this vault lies beside it")
    person.click("See what differs…")
    assert person.sees("A used code stays used: it is marked here too.")
    assert person.sees("+44 1")
    person.click("Merge")
    one = account(vault.vault)
    assert (one.phone, one.notes) == ("+44 1", "by post")
    assert used_by(vault.vault) == ["Mina", "Sam"]
    assert vault.session.undo_name.startswith("Merge the copy of ")
    vault.undo()
    assert used_by(vault.vault) == ["Sam"]
    assert account(vault.vault).notes == "by post"


def test_the_merged_copy_is_put_away_when_wanted(
    person: Person, tmp_path: Path
) -> None:
    """Into the folder of backups, where it is told to be."""
    path = copy_beside(tmp_path, phone="+44 1")
    person.application.desk.go("merge", path)
    person.wait()
    person.click("Merge")
    assert path.exists()
    person.click("Put the copy away")
    assert not path.exists()
    assert (tmp_path / "open backups" / COPY).exists()
    assert person.sees("The copy was put away")


def test_nobody_is_told_of_a_copy_twice_nor_of_one_without_news(
    person: Person, tmp_path: Path
) -> None:
    """A banner that was closed stays closed; what was merged is no news."""
    path = copy_beside(tmp_path, phone="+44 1")
    watch = person.application.keeper.watch
    watch.look()
    person.wait()
    person.click("Close this message")
    watch.look()
    person.wait()
    assert not person.sees("Another copy of this vault lies beside it")
    person.application.desk.go("merge", path)
    person.wait()
    person.click("Merge")
    watch._known.clear()
    watch.look()
    person.wait()
    assert not person.sees("Another copy of this vault lies beside it")


def test_without_a_copy_one_can_be_chosen(person: Person, tmp_path: Path) -> None:
    """From the menu; the page says why there may be none."""
    person.application.keeper.do("merge")
    person.wait()
    assert person.sees("Choose a file…")
    path = copy_beside(tmp_path, phone="+44 1").rename(tmp_path / "from a stick")
    person.click("Choose a file…")
    person.choose(path)
    assert person.sees("Changed in the copy only: the copy's is taken.")
    person.click("Not now")
    assert person.application.window.place == "home"
    assert account(person.application.vault.vault).phone == ""


def test_a_copy_found_beside_is_offered_by_name(person: Person, tmp_path: Path) -> None:
    """With who may have left it."""
    copy_beside(tmp_path, phone="+44 1")
    person.application.desk.go("merge")
    person.wait()
    assert person.sees(COPY)
    assert "perhaps left by Syncthing" in person.seen()
    person.click("See what differs")
    assert person.sees("+44 1")


def test_a_copy_with_nothing_new_is_merged_without_a_word(
    person: Person, tmp_path: Path
) -> None:
    """There is nothing to look at, and nothing to undo."""
    path = tmp_path / COPY
    shutil.copy(tmp_path / "open.sparekey", path)
    person.application.desk.go("merge", path)
    person.wait()
    assert person.sees("Nothing to merge")
    assert person.application.vault.session.undo_name == ""


def test_what_is_changed_while_one_looks_is_compared_anew(
    person: Person, tmp_path: Path
) -> None:
    """No act is done that was planned for another state."""
    vault = person.application.vault
    path = copy_beside(tmp_path, phone="+44 1")
    person.application.desk.go("merge", path)
    person.wait()
    vault.apply(changed(vault.vault, phone="+44 2"), "Change the telephone")
    person.click("Merge")
    person.wait()
    assert person.sees("Compared anew")
    assert person.sees(
        "Changed in both. Yours shows; the copy's is kept to check."
    ) or (person.sees("Changed in both. The copy's shows; yours is kept to check."))
    person.click("Merge")
    assert account(vault.vault).phone in {"+44 1", "+44 2"}
    assert person.sees("1 value to check")


def test_only_what_must_be_looked_at_can_be_shown(
    person: Person, tmp_path: Path
) -> None:
    """The rest is a click away."""
    vault = person.application.vault
    path = copy_beside(tmp_path, notes="theirs")
    vault.apply(changed(vault.vault, notes="mine"), "Change the notes")
    person.application.desk.go("merge", path)
    person.wait()
    assert person.sees("A used code stays used: it is marked here too.")
    person.click("Only the 1 record to check")
    assert not person.sees("A used code stays used: it is marked here too.")
    assert person.sees("theirs")


def test_a_copy_under_another_passphrase_asks_for_it(
    person: Person, tmp_path: Path
) -> None:
    """Wrong words are said; the right ones lead on, and mine stay the ways in."""
    session = person.application.vault.session
    session.presented = without_code(session)
    path = copy_beside(tmp_path, words=OTHER, phone="+44 1")
    person.application.desk.go("merge", path)
    person.wait()
    assert person.sees("This copy opens otherwise")
    assert person.focused == "Passphrase of the copy"
    person.type("not this")
    person.key(Qt.Key.Key_Return)
    assert "This passphrase does not open the copy. Mind capitals" in person.seen()
    assert "No way in" not in person.seen()
    person.type(OTHER)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Merge")
    person.click("Merge")
    assert account(person.application.vault.vault).phone == "+44 1"


def without_code(session: Session) -> Credentials:
    """Return what a session was opened by, without the code of its making."""
    return Credentials(passphrase=session.presented.passphrase)


def test_another_vault_is_refused_in_words(person: Person, tmp_path: Path) -> None:
    """It has another id; nothing is compared."""
    make_shop(ports_on_disk(seed=31), tmp_path)
    person.application.desk.go("merge", tmp_path / "shop.sparekey")
    person.wait()
    assert person.application.window.place == "home"
    assert "vault" in person.seen()
    assert not person.sees("Merge")
