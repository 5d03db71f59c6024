"""Copies that sync programs leave: known by their names, believed by what they are."""

import random
from pathlib import Path

import pytest

from tests.fakes import FailingFiles
from vault.crypto.secret import Secret
from vault.envelope.header import Profile
from vault.envelope.seal import Keys, Stamp, Way, new_keys, seal
from vault.errors import FileTrouble, Malformed
from vault.storage.conflicts import HABITS, ConflictCopy, conflict_copies, program_of
from vault.storage.files import Files
from vault.storage.store import Store

VAULT = "shop.sparekey"
# One name at least for each habit, in the order of the table, as the program gives it.
NAMES = [
    (0, "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey", "Syncthing"),
    (0, "shop.sync-conflict-20160301-120000.sparekey", "Syncthing"),
    (1, "shop (conflicted copy 2026-03-01 120000).sparekey", "Nextcloud"),
    (1, "shop (conflicted copy mina 2026-03-01 120000).sparekey", "Nextcloud"),
    (2, "shop_conflict-20160301-120000.sparekey", "Nextcloud"),
    (3, "shop (Mina's conflicted copy 2026-03-01).sparekey", "Dropbox"),
    (3, "shop (Mina\u2019s MacBook\u2019s conflicted copy).sparekey", "Dropbox"),
    (3, "shop (conflicted copy 2026-03-01).sparekey", "Dropbox"),
    (4, "shop (Case Conflict).sparekey", "Dropbox"),
    (4, "shop (case conflict 1).sparekey", "Dropbox"),
    (5, "shop (In Konflikt stehende Kopie von Mina 2026-03-01).sparekey", "Dropbox"),
    (6, "shop (1).sparekey", "Google Drive"),
    (6, "shop(2).sparekey", "Google Drive"),
    (6, "shop (1) (1).sparekey", "Google Drive"),
    (7, "shop 2.sparekey", "iCloud Drive"),
    (8, "shop-DESKTOP-4KJ9P2A.sparekey", "OneDrive"),
    (8, "shop-MinasLaptop-2.sparekey", "OneDrive"),
]
STRANGERS = [
    "shop.sparekey",
    "shop.sparekey.bak",
    "shops.sparekey",
    "shop conflict.sparekey",
    "shop (old).sparekey",
    "other.sync-conflict-20260301-120000-ABCDEF7.sparekey",
    "my shop 2.sparekey",
    "shop 2.txt",
    "shop 2000000.sparekey",
    ".shop.sparekey.lock",
]


@pytest.mark.parametrize(("place", "name", "program"), NAMES)
def test_a_name_that_a_sync_program_gives(place: int, name: str, program: str) -> None:
    """Each habit knows its own names, and says so first."""
    assert program_of(name, VAULT) == program
    assert HABITS[place].program == program
    tail = name.removeprefix("shop").removesuffix(".sparekey")
    first = next(n for n, habit in enumerate(HABITS) if habit.tail.match(tail))
    assert first == place


def test_every_habit_has_a_name_and_a_source() -> None:
    """Nothing in the table is a guess without a place where it was read."""
    assert {place for place, _, _ in NAMES} == set(range(len(HABITS)))
    assert all(habit.source for habit in HABITS)


@pytest.mark.parametrize("name", STRANGERS)
def test_other_names_are_left_alone(name: str) -> None:
    """The vault itself, other files, other vaults."""
    assert program_of(name, VAULT) == ""


def test_a_copy_of_a_copy_is_known_by_who_began() -> None:
    """Two programs, or one twice."""
    name = "shop.sync-conflict-20260301-120000-ABCDEF7 (1).sparekey"
    assert program_of(name, VAULT) == "Syncthing"


def test_a_vault_may_have_any_ending_or_none() -> None:
    """Sync programs put their words before the last dot."""
    assert program_of("shop 2.vault", "shop.vault") == "iCloud Drive"
    assert program_of("shop (1)", "shop") == "Google Drive"
    assert program_of(".shop (1)", ".shop") == "Google Drive"


def keys_of(ident: bytes) -> Keys:
    return new_keys(ident, [Way(code=Secret(bytes(16)))], random.Random(1).randbytes)


def a_file(path: Path, ident: bytes, seed: int, profile: Profile) -> None:
    data = seal(
        b"body",
        profile=profile,
        ident=ident,
        keys=keys_of(ident),
        stamp=Stamp(1, 1, bytes(8)),
        random=random.Random(seed).randbytes,
    )
    path.write_bytes(data)


def found(folder: Path, files: Files | None = None) -> tuple[ConflictCopy, ...]:
    files = files or Files()
    store = Store(files, random.Random(2).randbytes)
    return conflict_copies(files, store, folder / VAULT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a vault in it."""
    a_file(tmp_path / VAULT, b"ident678", 1, Profile.VAULT)
    return tmp_path


def test_a_copy_is_believed_by_its_id_and_kind(folder: Path) -> None:
    """A name alone is nothing: another vault, a share, a text are left out."""
    a_file(folder / "shop 2.sparekey", b"ident678", 2, Profile.VAULT)
    a_file(folder / "shop 3.sparekey", b"ident679", 3, Profile.VAULT)
    a_file(folder / "shop 4.sparekey", b"ident678", 4, Profile.SHARE)
    (folder / "shop 5.sparekey").write_text("not ours")
    (folder / "shop 6.sparekey").mkdir()
    assert found(folder) == (
        ConflictCopy(folder / "shop 2.sparekey", "iCloud Drive", same=False),
    )


def test_one_that_is_the_very_same_save_is_said_to_be(folder: Path) -> None:
    """Nothing to ask about it."""
    data = (folder / VAULT).read_bytes()
    (folder / "shop (1).sparekey").write_bytes(data)
    (copy,) = found(folder)
    assert copy.same


def test_one_that_is_half_here_is_left_out(folder: Path) -> None:
    """A download that is under way may come yet."""
    a_file(folder / "shop (1).sparekey", b"ident678", 2, Profile.VAULT)
    whole = (folder / "shop (1).sparekey").read_bytes()
    (folder / "shop (1).sparekey").write_bytes(whole[:60])
    assert found(folder) == ()


def test_a_vault_that_is_none_says_so(folder: Path) -> None:
    """The vault itself must be readable, and its folder too."""
    with pytest.raises(FileTrouble):
        found(folder, FailingFiles("names"))
    (folder / VAULT).write_text("not ours")
    with pytest.raises(Malformed):
        found(folder)
