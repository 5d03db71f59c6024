"""Two copies of one vault: by a sync program, by a second process, by a command."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.desk import WORDS, make_shop, opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import Start
from tests.vault.storage.test_conflicts import NAMES
from vault.app import edit
from vault.app.beside import look_beside
from vault.model.change import Replace
from vault.model.vault import Vault

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]


@dataclass
class Elsewhere:
    """Another computer: the real command at a copy of the vault, in its own process."""

    folder: Path

    @property
    def vault(self) -> Path:
        return self.folder / "shop.sparekey"

    def does(self, *words: str) -> None:
        """Run a command that must end well."""
        opens = ("--passphrase-file", str(self.folder / "words.txt"))
        own = {"XDG_STATE_HOME": str(self.folder / "state"), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "ui", *words, *opens],
            env=os.environ | own,
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault in a folder that is synced."""
    synced = tmp_path / "synced"
    synced.mkdir()
    make_shop(ports_on_disk(), synced)
    return synced / "shop.sparekey"


@pytest.fixture
def elsewhere(shop: Path, tmp_path: Path) -> Elsewhere:
    """Return another computer that has the same vault."""
    shutil.copytree(shop.parent, tmp_path / "elsewhere")
    return Elsewhere(tmp_path / "elsewhere")


def facts(vault: Vault) -> tuple[str, str, list[str]]:
    """Return the telephone and notes of the first account, and who used its codes."""
    account = min(vault.accounts.values(), key=lambda one: one.name)
    sets = (one for one in vault.code_sets.values() if one.account == account.id)
    codes = [code for one in sets for code in one.codes]
    used = [code.used_by for code in codes if code.state == "used"]
    return account.phone, account.notes, sorted(used)


def open_it(start: Start, shop: Path) -> Person:
    person = start(shop)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    return person


def change_here(person: Person) -> None:
    """Mark another code used, and change another field, as the page does."""
    vault = person.application.vault
    account = min(vault.vault.accounts.values(), key=lambda one: one.name)
    sets = vault.vault.code_sets.values()
    one = next(each for each in sets if each.account == account.id)
    at = vault.session.ports.now()
    vault.apply(edit.using(one, one.codes[1], "Sam", "", at), "Mark a code used")
    changed = replace(account, notes="by post")
    vault.apply(Replace("account", account, changed), "Change the notes")


def test_two_computers_mark_a_code_and_change_a_field_each(
    start: Start, shop: Path, elsewhere: Elsewhere
) -> None:
    """At the window: found, looked at, merged; all four facts, on the disk as well."""
    elsewhere.does("codes", "shop.sparekey", "Shop 0", "--use", "1", "--by", "Mina")
    elsewhere.does("edit", "shop.sparekey", "account", "Shop 0", "--phone", "+44 1")
    person = open_it(start, shop)
    vault = person.application.vault
    change_here(person)
    shutil.copy(elsewhere.vault, shop.parent / NAMES[0][1])
    person.application.keeper.watch.look()
    person.wait()
    person.look("a copy is found")
    person.click("See what differs…")
    person.look("what differs")
    person.click("Merge")
    person.look("merged")
    assert facts(vault.vault) == ("+44 1", "by post", ["Mina", "Sam"])
    person.application.keeper.quit()
    person.wait()
    with opened(ports_on_disk(), shop) as session:
        assert facts(session.vault) == ("+44 1", "by post", ["Mina", "Sam"])


def test_a_second_process_that_saves_while_the_window_is_open_loses_nothing(
    start: Start, shop: Path, elsewhere: Elsewhere
) -> None:
    """A sync program puts its file in our file's place, between two of our saves."""
    person = open_it(start, shop)
    vault = person.application.vault
    elsewhere.does("codes", "shop.sparekey", "Shop 0", "--use", "1", "--by", "Mina")
    elsewhere.does("edit", "shop.sparekey", "account", "Shop 0", "--phone", "+44 1")
    shutil.copy(elsewhere.vault, shop.with_name("arriving"))
    shop.with_name("arriving").replace(shop)
    change_here(person)
    vault.save_now(lambda _error: None)
    person.wait()
    assert person.sees("Changed elsewhere, and merged")
    vault.save_now(lambda _error: None)
    person.wait()
    with opened(ports_on_disk(), shop) as session:
        assert facts(session.vault) == ("+44 1", "by post", ["Mina", "Sam"])
    assert vault.session.undo_name == "Merge what was saved elsewhere"


def test_what_arrives_while_nothing_is_typed_comes_in_by_itself(
    start: Start, shop: Path, elsewhere: Elsewhere
) -> None:
    """The folder is watched: no save of ours is needed to notice."""
    person = open_it(start, shop)
    elsewhere.does("edit", "shop.sparekey", "account", "Shop 0", "--phone", "+44 1")
    shutil.copy(elsewhere.vault, shop.with_name("arriving"))
    shop.with_name("arriving").replace(shop)
    person.application.keeper.watch.look()
    person.wait()
    assert facts(person.application.vault.vault)[0] == "+44 1"
    assert not person.application.vault.session.unsaved


def test_the_command_keeps_all_four_facts_too(
    shop: Path, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    """The same from outside, by real processes alone."""
    shutil.copytree(shop.parent, tmp_path / "third")
    third = Elsewhere(tmp_path / "third")
    elsewhere.does("codes", "shop.sparekey", "Shop 0", "--use", "1", "--by", "Mina")
    elsewhere.does("edit", "shop.sparekey", "account", "Shop 0", "--phone", "+44 1")
    third.does("codes", "shop.sparekey", "Shop 0", "--use", "2", "--by", "Sam")
    third.does("edit", "shop.sparekey", "account", "Shop 0", "--notes", "by post")
    third.does("merge", "shop.sparekey", str(elsewhere.vault), "-o", "both.sparekey")
    with opened(ports_on_disk(), third.folder / "both.sparekey") as session:
        assert facts(session.vault) == ("+44 1", "by post", ["Mina", "Sam"])


def test_the_copy_of_every_program_is_found(
    start: Start, shop: Path, elsewhere: Elsewhere
) -> None:
    """By name, each at a time, with who may have left it."""
    elsewhere.does("edit", "shop.sparekey", "account", "Shop 0", "--phone", "+44 1")
    person = open_it(start, shop)
    session = person.application.vault.session
    for _habit, name, program in NAMES:
        path = shop.with_name(name)
        shutil.copy(elsewhere.vault, path)
        (found,) = look_beside(session).copies
        assert (found.path, found.program) == (path, program)
        path.unlink()
