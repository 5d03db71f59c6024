"""The backups page and what follows each save: a second place, a copy."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_vault, an_account
from tests.desk import make_shop, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from tests.person import Person
from tests.ui.conftest import AtVault, Restarts, Start, window_ports
from vault.app.ports import Ports
from vault.app.repair import write_back
from vault.app.second_place import choose_second_place
from vault.model.change import Add


@pytest.fixture
def home(tmp_path: Path) -> Ports:
    """Return the ports of a device that remembers."""
    return replace(window_ports(), state=tmp_path / "notes")


@pytest.fixture
def shop(tmp_path: Path, home: Ports) -> Path:
    """Return a vault with one backup and one damaged file that was kept."""
    make_shop(ports_on_disk(), tmp_path)
    path = tmp_path / "shop.sparekey"
    add(home, path, 70)
    data = bytearray(path.read_bytes())
    data[2000] ^= 1
    path.write_bytes(data)
    with opened(home, path, write=True) as session:
        write_back(session)
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


def add(ports: Ports, path: Path, number: int) -> None:
    with opened(ports, path, write=True) as session:
        session.apply(Add("account", an_account(number)))
        session.save()


def at(start: Start, home: Ports, path: Path, place: str = "backups") -> Person:
    person = start()
    person.application.desk.ports = home
    person.application.vault.take(opened(home, path, write=True))
    person.application.desk.go(place)
    person.wait()
    return person


def save(person: Person, number: int) -> None:
    vault = person.application.vault
    vault.apply(Add("account", an_account(number)), "Add an account")
    vault.save_now(lambda _: None)
    person.wait()


def test_the_list_is_shown_and_damaged_files_are_removed(
    start: Start, home: Ports, shop: Path
) -> None:
    """Asked once more before they are gone for good."""
    person = at(start, home, shop)
    assert person.focused == "Choose a folder for a second set of backups"
    assert person.sees("State 1, ")
    assert person.sees("beside the vault, ")
    assert person.sees("damaged-")
    person.click("Remove them…")
    person.click("Remove them")
    assert not person.sees("damaged-")
    assert not list(shop.with_name("shop backups").glob("damaged-*"))


def test_a_backup_is_opened_to_be_looked_at(
    start: Start, home: Ports, shop: Path, restarts: Restarts
) -> None:
    """In a fresh process, at its own way in."""
    (backup,) = shop.with_name("shop backups").glob("g*")
    person = at(start, home, shop)
    (name,) = [one for one in person.ring() if one.startswith("Look into")]
    person.click(name)
    assert restarts.asked == [backup]


def test_a_backup_is_brought_back_where_one_wants_it(
    start: Start, home: Ports, shop: Path
) -> None:
    """By what opened the vault, without asking again; the vault stays."""
    before = shop.read_bytes()
    person = at(start, home, shop)
    (name,) = [one for one in person.ring() if one.startswith("Bring back")]
    person.click(name)
    person.click("Choose another place…")
    out = shop.with_name("back.sparekey")
    person.choose(out)
    assert person.sees("Brought back")
    assert shop.read_bytes() == before
    with opened(home, out) as session:
        assert an_account(70).id not in session.vault.accounts


def test_a_second_place_is_chosen_and_follows_each_save(
    start: Start, home: Ports, shop: Path, stick: Path
) -> None:
    """At once, after a change, and no more once it is left."""
    person = at(start, home, shop)
    assert person.sees("There is none yet")
    person.click("Choose a folder for a second set of backups")
    person.choose(stick)
    assert person.sees(str(stick))
    assert person.sees("Last written 1 Mar 2026.")
    kept = stick / "shop backups"
    assert len(list(kept.iterdir())) == 1
    save(person, 71)
    assert len(list(kept.iterdir())) == 2
    person.application.desk.go("backups")
    person.wait()
    person.click("Keep no second set")
    assert person.sees("There is none yet")
    save(person, 72)
    assert len(list(kept.iterdir())) == 2


@pytest.mark.slow
def test_a_stick_that_is_away_is_said_calmly_and_caught_up(
    start: Start, home: Ports, shop: Path, stick: Path
) -> None:
    """In the status bar, once; when it is back the newest save follows."""
    choose_second_place(home, shop, stick)
    stick.rename(stick.with_name("away"))
    person = at(start, home, shop)
    assert person.sees("It is not there now. The newest state follows")
    assert person.application.window.notice == (None, None)
    save(person, 71)
    stick.with_name("away").rename(stick)
    save(person, 72)
    assert len(list((stick / "shop backups").iterdir())) == 1


def test_a_stick_that_refuses_is_told_once(
    start: Start, home: Ports, shop: Path, stick: Path
) -> None:
    """The vault is saved all the same."""
    choose_second_place(home, shop, stick)
    (stick / "shop backups").write_text("in the way")
    person = at(start, home, shop, "home")
    assert person.sees("The second place did not take the backup")
    person.click("Close this message")
    save(person, 71)
    assert not person.sees("The second place did not take the backup")
    assert not person.application.vault.session.unsaved


@pytest.mark.slow
def test_home_says_that_there_is_no_second_place(
    start: Start, home: Ports, shop: Path
) -> None:
    """The last line, and it leads to the page."""
    person = at(start, home, shop, "home")
    if not person.sees("The backups lie on this disk only"):
        (more,) = [one for one in person.ring() if one.startswith("Show ")]
        person.click(more)
    person.click("Choose a second place")
    assert person.application.window.place == "backups"


def test_without_notes_nothing_is_offered_that_would_be_refused(
    at_vault: AtVault,
) -> None:
    """Neither at home nor on the page."""
    person = at_vault(a_vault(1), "home")
    assert not person.sees("The backups lie on this disk only")
    person.application.desk.go("backups")
    person.wait()
    assert person.sees("Here it can't be chosen")
    assert "Choose a folder for a second set of backups" not in person.ring()


def test_a_look_into_a_kit_has_no_backups(at_vault: AtVault) -> None:
    """There is no file."""
    person = at_vault(a_vault(1), "home", "a-kit")
    for place in ("backups", "copy"):
        person.application.desk.go(place)
        person.wait()
        assert person.application.window.place == "home"
        assert person.sees("a look into a printed kit")


def test_a_copy_is_saved_with_what_was_just_typed(
    start: Start, home: Ports, shop: Path
) -> None:
    """Saved first, copied, opened there; a name that is taken is refused."""
    person = at(start, home, shop, "home")
    person.application.vault.apply(Add("account", an_account(71)), "Add an account")
    out = shop.with_name("copy.sparekey")
    for said in ("The copy is saved", "is there already"):
        person.application.keeper.do("copy")
        person.choose(out)
        assert person.sees(said)
    with opened(home, out) as session:
        assert an_account(71).id in session.vault.accounts


@pytest.mark.slow
def test_no_copy_is_made_of_what_could_not_be_saved(
    start: Start, home: Ports, shop: Path
) -> None:
    """It is said why."""
    person = at(start, home, shop, "home")
    vault = person.application.vault
    person.application.keeper.do("copy")
    vault.apply(Add("account", an_account(71)), "Add an account")
    vault.session.ports = with_files(home, FailingFiles("create"))
    person.choose(shop.with_name("copy.sparekey"))
    assert not shop.with_name("copy.sparekey").exists()
    vault.session.ports = home
    person.key(Qt.Key.Key_Escape)


@pytest.mark.slow
def test_settings_lead_there(start: Start, home: Ports, shop: Path) -> None:
    """And Esc leads home."""
    person = at(start, home, shop, "settings")
    person.click("See the backups")
    assert person.application.window.place == "backups"
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "home"
