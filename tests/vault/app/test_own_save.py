"""The save that this device saw last is found where another file took its place."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import FailingFiles, with_files
from vault.app.own_save import own_save
from vault.app.ports import Ports
from vault.app.second_place import choose_second_place, keep_second
from vault.app.standing_words import standing_words
from vault.model.change import Add


@pytest.fixture
def home(ports: Ports, tmp_path: Path) -> Ports:
    """Return the ports of a device that remembers."""
    make_shop(ports, tmp_path)
    return replace(ports, state=tmp_path / "home")


@pytest.fixture
def shop(home: Ports, tmp_path: Path) -> Path:
    """Return a vault's path where an older copy lies; the newer one is `newest`."""
    path = tmp_path / "shop.sparekey"
    shutil.copy(path, tmp_path / "older")
    with opened(home, path, write=True) as session:
        session.apply(Add("account", an_account(70)))
        session.save()
    shutil.copy(path, tmp_path / "newest")
    shutil.copy(tmp_path / "older", path)
    return path


def found(home: Ports, shop: Path) -> Path | None:
    with opened(home, shop) as session:
        return own_save(session)


def test_where_nothing_is_missing_nothing_is_looked_for(
    home: Ports, shop: Path
) -> None:
    """The newest is open."""
    shutil.copy(shop.with_name("newest"), shop)
    assert found(home, shop) is None


def test_it_is_not_found_where_it_is_gone(home: Ports, shop: Path) -> None:
    """Other backups are not it, and what can't be read is passed by."""
    folder = shop.with_name("shop backups")
    (folder / f"g{5:010d}-{5:016x}.sparekey").write_bytes(b"cut")
    assert found(home, shop) is None


def test_it_is_found_as_a_conflict_copy(home: Ports, shop: Path) -> None:
    """A sync program put it aside."""
    name = "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey"
    beside = shop.with_name(name)
    shop.with_name("newest").rename(beside)
    assert found(home, shop) == beside


def test_it_is_found_in_the_second_place(home: Ports, shop: Path) -> None:
    """Where the newest save went when it was made."""
    stick = shop.with_name("stick")
    stick.mkdir()
    older = shop.read_bytes()
    shutil.copy(shop.with_name("newest"), shop)
    choose_second_place(home, shop, stick)
    with opened(home, shop, write=True) as session:
        keep_second(session)
    shop.write_bytes(older)
    at = found(home, shop)
    assert at is not None
    assert at.parent == stick / "shop backups"


def test_folders_that_can_not_be_listed_are_passed_by(home: Ports, shop: Path) -> None:
    """It is an offer, and no fault where it can't be made."""
    with opened(home, shop) as session:
        session.ports = with_files(home, FailingFiles("names"))
        assert own_save(session) is None


def test_the_day_is_written_as_its_reader_does(home: Ports, shop: Path) -> None:
    """The window's days look otherwise than a terminal's."""
    with opened(home, shop) as session:
        said = standing_words(session.standing, lambda _: "1 Mar")
    assert said is not None
    assert "older than one you had on 1 Mar" in said.happened
