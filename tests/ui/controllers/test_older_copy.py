"""An older copy, a fork, a backup, another vault: said above the page, and mended."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import an_account
from tests.desk import WORDS, make_shop, opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import Restarts, Start, window_ports
from ui.controllers.start import LOADED_AFTER_MS
from vault.app.ports import Ports
from vault.model.change import Add


@pytest.fixture
def home(tmp_path: Path) -> Ports:
    """Return the ports of a device that remembers."""
    return replace(window_ports(), state=tmp_path / "notes")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault file whose passphrase is WORDS."""
    make_shop(ports_on_disk(), tmp_path)
    return tmp_path / "shop.sparekey"


def add(ports: Ports, path: Path, number: int) -> None:
    with opened(ports, path, write=True) as session:
        session.apply(Add("account", an_account(number)))
        session.save()


def unlocked(start: Start, home: Ports, path: Path) -> Person:
    """Return a person who has unlocked a file at a device that remembers."""
    person = start()
    person.application.desk.ports = home
    person.application.desk.go("unlock", path)
    person.wait()
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "home"
    return person


@pytest.fixture
def rolled_back(home: Ports, shop: Path) -> Path:
    """Return the path of a vault that was put back to an older copy."""
    older = shop.read_bytes()
    add(home, shop, 70)
    shutil.copy(shop, shop.with_name("newest"))
    shop.write_bytes(older)
    return shop


def test_an_older_copy_is_made_current(
    start: Start, home: Ports, rolled_back: Path
) -> None:
    """It says since when, changes nothing until then, and saves again after."""
    person = unlocked(start, home, rolled_back)
    vault = person.application.vault
    assert person.sees("This copy is older than one you had on 1 Mar 2026.")
    assert not vault.may_write
    person.click("What to do…")
    person.click("Make this one current")
    assert person.sees("This copy is current now")
    assert not person.sees("older than one you had")
    assert vault.may_write
    vault.apply(Add("account", an_account(71)), "Add an account")
    vault.save_now(lambda _: None)
    person.wait()
    assert not vault.session.unsaved


def test_the_newer_one_is_opened_where_it_is_found(
    start: Start, home: Ports, rolled_back: Path, restarts: Restarts
) -> None:
    """A sync program had put it aside."""
    name = "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey"
    aside = rolled_back.with_name(name)
    rolled_back.with_name("newest").rename(aside)
    person = unlocked(start, home, rolled_back)
    person.click("What to do…")
    person.click("Open the newer one")
    assert restarts.asked == [aside]


def test_a_fork_is_said_and_leads_to_merging(
    start: Start, home: Ports, shop: Path, tmp_path: Path
) -> None:
    """It may be gone on with; the other half is looked for on the page for merging."""
    theirs = shop.with_name("theirs")
    shutil.copy(shop, theirs)
    add(home, shop, 70)
    add(replace(home, state=tmp_path / "away"), theirs, 71)
    shutil.copy(theirs, shop)
    person = unlocked(start, home, shop)
    assert person.sees("Changes made here are missing")
    assert person.application.vault.may_write
    person.click("Merge…")
    assert person.application.window.place == "merge"


def test_a_backup_is_looked_at_and_brought_back(
    start: Start, home: Ports, shop: Path, restarts: Restarts
) -> None:
    """By its vault's name, never changed, never remembered as a vault of its own."""
    add(home, shop, 70)
    (backup,) = shop.with_name("shop backups").iterdir()
    person = unlocked(start, home, backup)
    assert person.sees("You are looking at shop, backup 1")
    assert person.application.settings.recent == []
    assert not person.application.vault.may_write
    assert person.sees("No kit is printed")  # told, and nothing offered about it
    assert not person.sees("Print a kit")
    assert not person.sees("Open for reading only")  # the banner has said it
    person.click("Bring it back…")
    person.click("Put it beside the vault")
    assert person.sees("Brought back")
    person.click("Lock, and open it")
    assert restarts.asked == [shop.with_name("shop, backup 1.sparekey")]
    assert restarts.asked[0] is not None
    opened(home, restarts.asked[0]).close()


def test_another_vault_in_its_place_is_said_before_words_are_typed(
    start: Start, home: Ports, shop: Path, tmp_path: Path
) -> None:
    """Its id is in the open part."""
    add(home, shop, 70)
    folder = tmp_path / "stranger"
    folder.mkdir()
    make_shop(ports_on_disk(seed=7), folder)
    shutil.copy(folder / "shop.sparekey", shop)
    person = start()
    person.application.desk.ports = home
    person.application.desk.go("unlock", shop)
    QTest.qWait(LOADED_AFTER_MS + 10)  # it looks once the page is painted
    person.wait()
    assert person.sees("A different vault than last time")
    assert person.sees("Since 1 Mar 2026 another vault was opened from this place.")
