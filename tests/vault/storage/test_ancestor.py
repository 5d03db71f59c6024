"""The newest save that two copies come from, found along the lines of their saves."""

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials, Stamp, Way, new_keys
from vault.errors import NoKey
from vault.storage import paths
from vault.storage.ancestor import CommonSave, common_save, saves_beside
from vault.storage.files import Files
from vault.storage.reopening import load_by_keys
from vault.storage.store import Store, VaultFile

TODAY = date(2026, 3, 1)
IDENT = b"ident678"
FIRST = Stamp(generation=1, epoch=1, parent=bytes(8))
FILES = Files()
Line = Callable[[VaultFile, str], VaultFile]


@pytest.fixture
def store() -> Store:
    return Store(FILES, random.Random(2).randbytes)


@pytest.fixture
def first(tmp_path: Path, store: Store) -> VaultFile:
    """Return a vault in a folder of its own."""
    (tmp_path / "mine").mkdir()
    keys = new_keys(IDENT, [Way(code=Secret(bytes(16)))], random.Random(3).randbytes)
    return store.create(tmp_path / "mine" / "shop.sparekey", b"0", IDENT, keys, FIRST)


@pytest.fixture
def saved(store: Store) -> Line:
    """Return a way to save once for each letter."""

    def save(file: VaultFile, letters: str) -> VaultFile:
        for letter in letters:
            file = store.save(file, letter.encode(), TODAY)
        return file

    return save


def copied(file: VaultFile, folder: str) -> VaultFile:
    """Return the same state in another folder, its backups left behind."""
    there = file.path.parent.parent / folder
    there.mkdir()
    shutil.copy(file.path, there / file.path.name)
    return VaultFile(**{**file.__dict__, "path": there / file.path.name})


def common(store: Store, mine: VaultFile, theirs: VaultFile) -> CommonSave | None:
    saves = saves_beside(FILES, (mine.path, theirs.path))
    return common_save(store, saves, mine, theirs)


def test_two_that_went_on_apart_come_from_where_they_parted(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """The newest common save, whoever went further, whoever is mine."""
    parted = saved(first, "ab")
    theirs = saved(copied(parted, "theirs"), "cd")
    mine = saved(parted, "efgh")
    for one, other in ((mine, theirs), (theirs, mine)):
        assert common(store, one, other) == CommonSave(parted.save_id, b"b")


def test_a_copy_without_backups_is_enough_where_ours_lead_back(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """A conflict copy names its parent; the backups beside the vault have it."""
    theirs = saved(copied(first, "theirs"), "c")
    shutil.rmtree(paths.backups(theirs.path))
    assert common(store, saved(first, "ef"), theirs) == CommonSave(first.save_id, b"0")


def test_one_that_descends_from_the_other(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """The older one is the common save itself; its body need not be read."""
    theirs = copied(first, "theirs")
    mine = saved(first, "abc")
    assert common(store, mine, theirs) == CommonSave(first.save_id, b"")
    assert common(store, theirs, mine) == CommonSave(first.save_id, b"")
    assert common(store, mine, mine) == CommonSave(mine.save_id, b"")


def test_a_gap_in_the_backups_ends_the_search(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """What lies behind is not known; the histories must do."""
    theirs = saved(copied(first, "theirs"), "c")
    mine = saved(first, "ef")
    for backup in paths.backups(mine.path).iterdir():
        backup.unlink()
    shutil.rmtree(paths.backups(theirs.path))
    assert common(store, mine, theirs) is None


def test_a_backup_that_another_key_locks_ends_it_too(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """From before the passphrase was changed."""
    other = new_keys(IDENT, [Way(code=Secret(bytes(16)))], random.Random(9).randbytes)
    theirs = saved(copied(first, "theirs"), "c")
    mine = saved(store.save(first, b"x", TODAY, keys=other), "y")
    assert common(store, mine, theirs) == CommonSave(first.save_id, b"0")
    newest = VaultFile(**{**theirs.__dict__, "keys": mine.keys})
    assert common(store, mine, newest) is None


def test_lines_that_never_meet_end(
    store: Store, first: VaultFile, saved: Line, tmp_path: Path
) -> None:
    """Two vaults of one id that have nothing in common, as from two restored kits."""
    (tmp_path / "theirs").mkdir()
    path = tmp_path / "theirs" / "shop.sparekey"
    theirs = store.create(path, b"9", IDENT, first.keys, FIRST)
    assert common(store, saved(first, "abc"), saved(theirs, "def")) is None


def test_a_backup_that_is_not_what_its_name_says_is_no_proof(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """Somebody put another save under the name of the one that is looked for."""
    theirs = saved(copied(first, "theirs"), "c")
    mine = saved(first, "ef")
    shutil.rmtree(paths.backups(theirs.path))
    shutil.copy(mine.path, paths.backup(mine.path, 1, first.save_id))
    assert common(store, mine, theirs) is None


def test_a_folder_that_cannot_be_listed_helps_nobody(first: VaultFile) -> None:
    """Nor does other stuff in it."""
    folder = paths.backups(first.path)
    folder.mkdir()
    (folder / "notes.txt").write_text("n")
    assert saves_beside(FILES, (first.path,)) == {}
    shutil.rmtree(folder)
    folder.write_text("a file")
    assert saves_beside(FILES, (first.path,)) == {}


def test_a_file_is_opened_by_keys_in_use(
    store: Store, first: VaultFile, saved: Line
) -> None:
    """The same state that loading gives, without a factor; NoKey by another key."""
    mine = saved(first, "a")
    file, body = load_by_keys(store, mine.path, first.keys)
    assert body == b"a"
    loaded, _ = store.load(mine.path, Credentials(code=Secret(bytes(16))))
    wanted = (loaded.digest, loaded.save_id, loaded.stamp, loaded.ident)
    assert (file.digest, file.save_id, file.stamp, file.ident) == wanted
    other = new_keys(IDENT, [Way(code=Secret(bytes(16)))], random.Random(9).randbytes)
    with pytest.raises(NoKey):
        load_by_keys(store, mine.path, other)
