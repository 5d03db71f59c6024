"""A second place: written after a save, caught up when its disk is back."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import opened
from tests.fakes import FailingFiles, FixedClock, with_files
from vault import limits
from vault.app.ports import Ports
from vault.app.second_place import (
    Outcome,
    choose_second_place,
    is_there,
    keep_second,
    leave_second_place,
    on_same_disk,
    second_place,
)
from vault.app.session import Session
from vault.errors import FileTrouble, Refused
from vault.model.change import Add
from vault.storage.files import Files


@pytest.fixture
def home(ports: Ports, folder: Path) -> Ports:
    """Return the ports of a device that remembers."""
    return replace(ports, state=folder / "home")


@pytest.fixture
def shop(folder: Path) -> Path:
    return folder / "shop.sparekey"


@pytest.fixture
def stick(folder: Path) -> Path:
    """Return a folder on a stick."""
    path = folder / "stick"
    path.mkdir()
    return path


def saved(ports: Ports, path: Path, number: int) -> Outcome:
    """Open, add one account, save, and have the second place follow."""
    with opened(ports, path, write=True) as session:
        session.apply(Add("account", an_account(number)))
        session.save()
        return keep_second(session)


def names(stick: Path) -> list[str]:
    return sorted(one.name for one in (stick / "shop backups").iterdir())


def test_none_is_chosen_at_first(home: Ports, shop: Path) -> None:
    """And nothing is kept anywhere."""
    assert second_place(home, shop) is None
    assert saved(home, shop, 70) is Outcome.NONE


def test_an_open_vault_knows_whether_its_backups_lie_apart(
    home: Ports, ports: Ports, shop: Path, stick: Path
) -> None:
    """So that one line at home can say so; never where it could not be chosen."""
    with opened(ports, shop) as session:
        assert session.kept_apart
    with opened(home, shop, write=True) as session:
        assert not session.kept_apart
        choose_second_place(home, shop, stick)
        keep_second(session)
        assert session.kept_apart
    with opened(home, shop) as session:
        assert session.kept_apart


def test_the_save_lies_there_afterwards(home: Ports, shop: Path, stick: Path) -> None:
    """The newest one, byte for byte; once is enough."""
    choose_second_place(home, shop, stick)
    assert saved(home, shop, 70) is Outcome.KEPT
    (name,) = names(stick)
    assert (stick / "shop backups" / name).read_bytes() == shop.read_bytes()
    with opened(home, shop, write=True) as session:
        assert keep_second(session) is Outcome.ALREADY
    place = second_place(home, shop)
    assert place is not None
    assert place.day == "2026-03-01"


def test_a_stick_that_is_not_there_is_caught_up_later(
    home: Ports, shop: Path, stick: Path
) -> None:
    """No fault, and the newest state follows."""
    choose_second_place(home, shop, stick)
    saved(home, shop, 70)
    away = stick.rename(stick.with_name("away"))
    assert saved(home, shop, 71) is Outcome.ABSENT
    away.rename(stick)
    with opened(home, shop, write=True) as session:
        assert keep_second(session) is Outcome.KEPT
    assert len(names(stick)) == 2


def test_an_empty_folder_in_its_place_is_not_the_stick(
    home: Ports, shop: Path, stick: Path
) -> None:
    """Where a disk is hung up, an empty folder stays when it is gone."""
    choose_second_place(home, shop, stick)
    saved(home, shop, 70)
    shutil.rmtree(stick / "shop backups")
    assert saved(home, shop, 71) is Outcome.ABSENT
    place = second_place(home, shop)
    assert place is not None
    assert not is_there(home, place)
    assert is_there(home, choose_second_place(home, shop, stick))
    assert saved(home, shop, 72) is Outcome.KEPT


def test_what_lies_there_is_pruned_alike(home: Ports, shop: Path, stick: Path) -> None:
    """The last ten of a day."""
    choose_second_place(home, shop, stick)
    today = FixedClock()
    there = replace(home, clock=today)
    (stick / "shop backups").mkdir()
    for generation in range(100, 130):
        name = f"g{generation:010d}-{generation:016x}.sparekey"
        (stick / "shop backups" / name).write_bytes(b"older")
    assert saved(there, shop, 70) is Outcome.KEPT
    assert len(names(stick)) == limits.BACKUPS_LAST


def test_the_folder_of_the_vault_is_no_second_place(
    home: Ports, shop: Path, folder: Path
) -> None:
    """What takes one takes both."""
    for same in (folder, folder / "shop backups"):
        with pytest.raises(Refused) as caught:
            choose_second_place(home, shop, same)
        assert caught.value.reason == "second-place-same"


def test_a_folder_that_is_not_there_is_not_chosen(
    home: Ports, shop: Path, folder: Path
) -> None:
    """It is said, and nothing is made."""
    with pytest.raises(FileTrouble):
        choose_second_place(home, shop, folder / "nowhere")
    assert second_place(home, shop) is None


def test_a_folder_that_takes_nothing_is_not_chosen(
    home: Ports, shop: Path, stick: Path
) -> None:
    """Said at once, and not with the first save that could not go there."""

    class Shut(Files):
        def create(self, path: Path) -> int:
            if path.is_relative_to(stick):
                raise OSError(errno.EROFS, "read only")
            return super().create(path)

    with pytest.raises(FileTrouble) as told:
        choose_second_place(with_files(home, Shut()), shop, stick)
    assert told.value.errno == errno.EROFS
    assert second_place(home, shop) is None
    choose_second_place(home, shop, stick)
    assert list(stick.iterdir()) == []


def test_without_notes_there_is_no_second_place(
    ports: Ports, shop: Path, stick: Path
) -> None:
    """It would be forgotten at once."""
    with pytest.raises(Refused):
        choose_second_place(ports, shop, stick)
    leave_second_place(ports, shop)
    assert second_place(ports, shop) is None
    assert saved(ports, shop, 70) is Outcome.NONE


def test_a_place_that_was_left_gets_nothing_more(
    home: Ports, shop: Path, stick: Path
) -> None:
    """What lies there stays."""
    choose_second_place(home, shop, stick)
    saved(home, shop, 70)
    leave_second_place(home, shop)
    leave_second_place(home, shop)
    assert saved(home, shop, 71) is Outcome.NONE
    assert len(names(stick)) == 1


def test_an_older_copy_does_not_go_there(home: Ports, shop: Path, stick: Path) -> None:
    """Only what may be gone on with."""
    choose_second_place(home, shop, stick)
    with opened(home, shop, write=True) as session:
        session.read_only = "older-copy"
        assert keep_second(session) is Outcome.NONE


def test_a_full_stick_is_told_and_tried_again(
    home: Ports, shop: Path, stick: Path
) -> None:
    """The vault itself was saved."""
    choose_second_place(home, shop, stick)
    with opened(home, shop, write=True) as session:
        full: Session = session
        full.ports = with_files(home, FailingFiles("write"))
        with pytest.raises(FileTrouble):
            keep_second(full)
        full.ports = home
        assert keep_second(full) is Outcome.KEPT


def test_a_folder_on_the_same_disk_is_known_as_such(
    home: Ports, shop: Path, stick: Path
) -> None:
    """It is allowed, since it may be synced, and said."""

    class Disks(Files):
        def disk(self, path: Path) -> int:
            return 2 if path == stick else super().disk(path)

    place = choose_second_place(home, shop, stick)
    assert on_same_disk(home, shop, place)
    assert not on_same_disk(with_files(home, Disks()), shop, place)
    stick.rmdir()
    assert not on_same_disk(home, shop, place)


def test_each_vault_has_its_own(home: Ports, shop: Path, stick: Path) -> None:
    """Chosen by the vault, wherever it is moved on this computer."""
    choose_second_place(home, shop, stick)
    moved = shop.rename(shop.with_name("moved.sparekey"))
    place = second_place(home, moved)
    assert place is not None
    assert place.folder == str(stick)
