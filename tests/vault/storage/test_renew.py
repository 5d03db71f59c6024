"""Making a file whole on the disk: healed and kept, or given its parity."""

import errno
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import STEPS, FailingFiles, names_in
from vault import limits
from vault.crypto.secret import Secret
from vault.envelope.header import parse_header
from vault.envelope.seal import Credentials, Keys, Stamp, Way, new_keys
from vault.errors import ChangedUnderneath, Damaged, FileTrouble, NoKey, Unconfirmed
from vault.storage import paths
from vault.storage.files import Files
from vault.storage.renew import add_parity, write_back
from vault.storage.store import Store, VaultFile

TODAY = date(2026, 3, 1)
IDENT = b"ident678"
CODE = Credentials(code=Secret(bytes(range(16))))
BEFORE = ("read", "create", "preallocate", "write", "sync", "close", "replace")


def a_store(files: Files | None = None) -> Store:
    return Store(files or Files(), random.Random(2).randbytes)


def keys() -> Keys:
    return new_keys(IDENT, [Way(code=CODE.code)], random.Random(3).randbytes)


def make(path: Path, body: bytes = b"first") -> VaultFile:
    return a_store().create(path, body, IDENT, keys(), Stamp(1, 1, bytes(8)))


def body_of(path: Path) -> bytes:
    return a_store().load(path, CODE)[1]


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """Make a vault, damage one bit of it on the disk, return it as it was."""
    path = tmp_path / "shop.sparekey"
    make(path)
    data = path.read_bytes()
    path.write_bytes(data[:1000] + bytes([data[1000] ^ 8]) + data[1001:])
    return data


@pytest.fixture
def damaged(tmp_path: Path, whole: bytes) -> VaultFile:
    """Return a vault that was damaged on the disk, and healed in memory."""
    loaded, body = a_store().load(tmp_path / "shop.sparekey", CODE)
    assert body == b"first"
    assert loaded.damage is not None
    assert loaded.damage.places == ((512, 1024),)
    return loaded


def test_opening_writes_nothing(damaged: VaultFile, whole: bytes) -> None:
    """The disk is as it was until the owner agrees or something is saved."""
    assert damaged.path.read_bytes() != whole
    assert names_in(damaged.path.parent) == {"shop.sparekey"}


def test_what_was_healed_is_written_back_byte_for_byte(
    damaged: VaultFile, whole: bytes
) -> None:
    """The same save; the damaged file is kept beside the backups."""
    was = damaged.path.read_bytes()
    written = write_back(a_store(), damaged)
    assert damaged.path.read_bytes() == whole
    assert written.damage is None
    assert written.stamp == damaged.stamp
    assert paths.damaged(damaged.path, damaged.digest).read_bytes() == was
    assert a_store().load(damaged.path, CODE)[0].digest == written.digest


def test_what_needs_no_healing_is_not_written(tmp_path: Path) -> None:
    """Neither a whole file nor one that was written back already."""
    file = make(tmp_path / "shop.sparekey")
    store = a_store(FailingFiles("read"))
    assert write_back(store, file) is file
    assert add_parity(store, file) is file


def test_the_next_save_replaces_the_damaged_file(
    damaged: VaultFile, whole: bytes
) -> None:
    """The healed one becomes the backup of its generation, the damaged one is kept."""
    was = damaged.path.read_bytes()
    saved = a_store().save(damaged, b"second", TODAY)
    assert saved.damage is None
    assert body_of(damaged.path) == b"second"
    backup = paths.backup(damaged.path, 1, damaged.save_id)
    assert backup.read_bytes() == whole
    assert paths.damaged(damaged.path, damaged.digest).read_bytes() == was


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("step", [one for one in STEPS if one != "remove"])
@pytest.mark.parametrize("act", ["save", "write back"])
def test_whichever_step_fails_the_vault_opens(
    damaged: VaultFile, step: str, after: int, act: str
) -> None:
    """Healed in memory or whole, old or new; and a second try ends well."""
    files = FailingFiles(step, after=after)

    def acted(store: Store) -> VaultFile:
        if act == "save":
            return store.save(damaged, b"second", TODAY)
        return write_back(store, damaged)

    try:
        acted(a_store(files))
    except FileTrouble:
        assert files.failed
        assert body_of(damaged.path) == b"first"
        acted(a_store())
    assert body_of(damaged.path) == (b"second" if act == "save" else b"first")
    assert not [n for n in names_in(damaged.path.parent) if n.endswith(".new")]


def test_a_healed_backup_that_the_disk_did_not_confirm_stops_the_save(
    damaged: VaultFile,
) -> None:
    """The damaged file is still in place: it must not be taken for the new one."""
    with pytest.raises(FileTrouble) as caught:
        a_store(FailingFiles("sync_directory", after=1)).save(damaged, b"new", TODAY)
    assert caught.value.step == "backup"
    assert body_of(damaged.path) == b"first"


def test_a_file_that_changed_meanwhile_is_not_written_back(
    damaged: VaultFile, whole: bytes
) -> None:
    """It may be somebody's newer save."""
    damaged.path.write_bytes(whole)
    with pytest.raises(ChangedUnderneath):
        write_back(a_store(), damaged)
    assert damaged.path.read_bytes() == whole


def test_a_file_that_changes_during_the_writing_back_is_not_replaced(
    damaged: VaultFile, whole: bytes
) -> None:
    """What is kept is compared with what was loaded."""

    class Raced(Files):
        def link(self, source: Path, target: Path) -> bool:
            source.write_bytes(whole)
            return super().link(source, target)

    with pytest.raises(ChangedUnderneath):
        write_back(a_store(Raced()), damaged)
    assert damaged.path.read_bytes() == whole
    assert not list(paths.backups(damaged.path).iterdir())


def test_what_the_disk_did_not_confirm_is_told(damaged: VaultFile) -> None:
    """And it is what to go on from."""
    doubtful = write_back(a_store(FailingFiles("sync_directory", after=1)), damaged)
    assert isinstance(doubtful.unconfirmed, Unconfirmed)
    assert body_of(a_store().save(doubtful, b"second", TODAY).path) == b"second"


def test_a_wrong_way_in_is_told_of_a_damaged_file_too(damaged: VaultFile) -> None:
    """The ways in are proven whole."""
    with pytest.raises(NoKey) as caught:
        a_store().load(damaged.path, Credentials(code=Secret(bytes(16))))
    assert caught.value.undamaged


def test_what_is_beyond_healing_is_damaged_and_named(damaged: VaultFile) -> None:
    """With its path, before any key."""
    data = damaged.path.read_bytes()
    damaged.path.write_bytes(bytes(10_000) + data[10_000:])
    with pytest.raises(Damaged) as caught:
        a_store().read_vault(damaged.path)
    assert caught.value.path == str(damaged.path)


# --- parity of large files -----------------------------------------------------------


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VaultFile:
    """Return a vault that is too large for parity at once."""
    monkeypatch.setattr(limits, "PARITY_AT_ONCE_BYTES", 4000)
    return make(tmp_path / "shop.sparekey")


def parity_bytes(path: Path) -> int:
    return parse_header(path.read_bytes(), paper=False).repair_bytes


def test_a_large_file_is_saved_without_parity(large: VaultFile) -> None:
    """Whoever waits for a save does not wait for it."""
    assert large.parity_due
    assert parity_bytes(large.path) == 0
    assert body_of(large.path) == b"first"


def test_its_parity_is_added_when_nobody_waits(large: VaultFile) -> None:
    """The same save, and no backup of it."""
    bare = large.path.read_bytes()
    renewed = add_parity(a_store(), large)
    assert large.path.read_bytes().startswith(bare)
    assert parity_bytes(large.path) > 8192
    assert not renewed.parity_due
    assert names_in(large.path.parent) == {"shop.sparekey"}
    saved = a_store().save(renewed, b"second", TODAY)
    assert saved.parity_due
    assert body_of(large.path) == b"second"


@pytest.mark.parametrize("step", BEFORE)
def test_where_adding_parity_fails_the_file_without_it_stays(
    large: VaultFile, step: str
) -> None:
    """It can be tried again."""
    bare = large.path.read_bytes()
    for after in range(2):
        files = FailingFiles(step, errno.EIO, after)
        try:
            add_parity(a_store(files), large)
        except FileTrouble:
            assert large.path.read_bytes() == bare
            assert names_in(large.path.parent) == {"shop.sparekey"}
        else:
            large.path.write_bytes(bare)
    assert not add_parity(a_store(), large).parity_due


def test_parity_is_not_added_to_what_somebody_else_wrote(large: VaultFile) -> None:
    """Neither before nor during the writing."""
    theirs = large.path.read_bytes()[:-1] + b"x"

    class Raced(Files):
        def close(self, descriptor: int) -> None:
            super().close(descriptor)
            large.path.write_bytes(theirs)

    for _ in range(2):
        with pytest.raises(ChangedUnderneath):
            add_parity(a_store(Raced()), large)
        assert large.path.read_bytes() == theirs


def test_a_file_too_large_for_any_parity_stays_without(
    large: VaultFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With it, it could not be read again."""
    bare = large.path.read_bytes()
    monkeypatch.setattr(limits, "FILE_BYTES", len(bare) + 5000)
    renewed = add_parity(a_store(), large)
    assert renewed == replace(large, parity_due=False)
    assert large.path.read_bytes() == bare


def test_a_backup_of_the_file_without_its_parity_gives_way(large: VaultFile) -> None:
    """A save that failed had made it; it is the same save as the whole file."""
    with pytest.raises(FileTrouble):
        a_store(FailingFiles("replace")).save(large, b"second", TODAY)
    renewed = add_parity(a_store(), large)
    whole = large.path.read_bytes()
    a_store().save(renewed, b"second", TODAY)
    backup = paths.backup(large.path, 1, large.save_id)
    assert backup.read_bytes() == whole
