"""The list of older states: where they lie, and what parity tells of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import make_shop, opened, without_parity
from tests.fakes import FailingFiles, with_files
from vault.app.backups import (
    KeptDamaged,
    State,
    damaged_files,
    list_backups,
    remove_damaged,
)
from vault.app.ports import Ports
from vault.app.repair import write_back
from vault.app.second_place import choose_second_place, keep_second
from vault.errors import BrokenInvariant, FileTrouble
from vault.model.change import Add


@pytest.fixture
def home(ports: Ports, folder: Path) -> Ports:
    """Return the ports of a device that remembers."""
    return replace(ports, state=folder / "home")


@pytest.fixture
def shop(folder: Path, home: Ports) -> Path:
    """Return the path of a vault that was saved four times."""
    path = folder / "shop.sparekey"
    for number in range(3):
        with opened(home, path, write=True) as session:
            session.apply(Add("account", an_account(70 + number)))
            session.save()
    return path


def flip(path: Path, places: range) -> None:
    data = bytearray(path.read_bytes())
    for place in places:
        data[place] ^= 1
    path.write_bytes(data)


def test_a_vault_that_was_never_changed_has_none(folder: Path, ports: Ports) -> None:
    """Nor a damaged file that was kept."""
    assert list_backups(ports, folder / "shop.sparekey") == ()
    assert damaged_files(ports, folder / "shop.sparekey") == ()


def test_they_are_listed_newest_first(home: Ports, shop: Path) -> None:
    """By generation, with their size."""
    found = list_backups(home, shop)
    assert [one.generation for one in found] == [3, 2, 1]
    assert {one.state for one in found} == {State.WHOLE}
    assert found[0].size_bytes == found[0].path.stat().st_size


def test_they_are_listed_from_one_of_them_too(home: Ports, shop: Path) -> None:
    """Whoever looks at a backup sees the others."""
    found = list_backups(home, shop)
    assert list_backups(home, found[1].path) == found


def test_what_parity_tells_of_each(home: Ports, shop: Path, ports: Ports) -> None:
    """Whole, healed by parity, without any, damaged, of another vault."""
    newest, second, third = (one.path for one in list_backups(home, shop))
    flip(newest, range(2000, 2001))
    flip(second, range(1200, 12_000))
    third.write_bytes(without_parity(third.read_bytes()))
    folder = shop.parent / "other"
    folder.mkdir()
    make_shop(ports, folder)
    fourth = newest.with_name(f"g{0:010d}-{0:016x}.sparekey")
    fourth.write_bytes((folder / "shop.sparekey").read_bytes())
    fifth = newest.with_name(f"g{0:010d}-{1:016x}.sparekey")
    fifth.write_bytes(b"cut")
    states = {one.path: one.state for one in list_backups(home, shop)}
    assert states == {
        newest: State.HEALS,
        second: State.DAMAGED,
        third: State.UNPROVEN,
        fourth: State.OTHER,
        fifth: State.DAMAGED,
    }


def test_the_second_place_is_listed_too(home: Ports, shop: Path) -> None:
    """Marked as lying apart; where its disk is gone, without it."""
    stick = shop.parent / "stick"
    stick.mkdir()
    choose_second_place(home, shop, stick)
    with opened(home, shop, write=True) as session:
        keep_second(session)
    found = list_backups(home, shop)
    assert [(one.generation, one.apart) for one in found] == [
        (4, True),
        (3, False),
        (2, False),
        (1, False),
    ]
    stick.rename(stick.with_name("away"))
    assert not any(one.apart for one in list_backups(home, shop))


def test_a_damaged_file_that_was_kept_is_removed_when_asked(
    home: Ports, shop: Path
) -> None:
    """Pruning never touches it."""
    flip(shop, range(2000, 2001))
    with opened(home, shop, write=True) as session:
        write_back(session)
    (one,) = damaged_files(home, shop)
    assert one.size_bytes == one.path.stat().st_size
    remove_damaged(home, one)
    assert damaged_files(home, shop) == ()


def test_nothing_else_is_ever_removed(home: Ports, shop: Path) -> None:
    """Not a backup, not the vault."""
    for path in (shop, list_backups(home, shop)[0].path):
        with pytest.raises(BrokenInvariant):
            remove_damaged(home, KeptDamaged(path, list_backups(home, shop)[0].day, 1))
        assert path.exists()


def test_a_folder_that_can_not_be_listed_is_told(home: Ports, shop: Path) -> None:
    """It is no empty one."""
    with pytest.raises(FileTrouble):
        list_backups(with_files(home, FailingFiles("names")), shop)
