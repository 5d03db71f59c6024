"""Saving a vault: what is on the disk is old or new and whole, and backed up."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import CHEAP, FailingFiles, RecordingFiles, names_in
from vault.crypto.kdf import Cost, argon2id
from vault.crypto.secret import Secret
from vault.envelope import factors
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, Stamp, Way, new_keys, seal
from vault.errors import (
    BrokenInvariant,
    ChangedUnderneath,
    FileTrouble,
    Malformed,
    NeedsConsent,
    NoKey,
    TooLarge,
    Unconfirmed,
    WrongKind,
)
from vault.storage import paths, store
from vault.storage.files import Files
from vault.storage.store import Store, VaultFile

TODAY = date(2026, 3, 1)
IDENT = b"ident678"
CODE = bytes(range(16))
FIRST = Stamp(generation=1, epoch=1, parent=bytes(8))
SAVE_STEPS = (
    "read",
    "create",
    "preallocate",
    "write",
    "sync",
    "close",
    "make_folder",
    "link",
    "sync_directory",
    "replace",
)


def by_code() -> Credentials:
    return Credentials(code=Secret(CODE))


def a_store(files: Files | None = None) -> Store:
    return Store(files or Files(), random.Random(2).randbytes)


def a_vault(folder: Path, body: bytes = b"first") -> VaultFile:
    """Make a vault file and return its state."""
    keys = new_keys(IDENT, [Way(code=Secret(CODE))], random.Random(3).randbytes)
    return a_store().create(folder / "shop.sparekey", body, IDENT, keys, FIRST)


def body_of(path: Path) -> bytes:
    return a_store().load(path, by_code())[1]


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    """With the next generation, the parent's save, the same epoch."""
    file = a_vault(tmp_path)
    saved = a_store().save(file, b"second", TODAY)
    loaded, body = a_store().load(file.path, by_code())
    assert body == b"second"
    assert loaded.stamp == Stamp(generation=2, epoch=1, parent=file.save_id)
    assert loaded.digest == saved.digest


def test_the_old_state_stays_as_a_backup_that_opens(tmp_path: Path) -> None:
    """Named by its generation and its save."""
    file = a_vault(tmp_path)
    a_store().save(file, b"second", TODAY)
    backup = paths.backup(file.path, 1, file.save_id)
    assert body_of(backup) == b"first"


@pytest.mark.parametrize("step", SAVE_STEPS)
def test_where_a_step_fails_the_old_vault_opens(tmp_path: Path, step: str) -> None:
    """And nothing but it and its backup lies there."""
    file = a_vault(tmp_path)
    files = FailingFiles(step)
    with pytest.raises(FileTrouble):
        a_store(files).save(file, b"second", TODAY)
    assert files.failed
    assert body_of(file.path) == b"first"
    assert names_in(tmp_path) <= {"shop.sparekey", "shop backups"}


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("step", SAVE_STEPS)
def test_whichever_call_of_a_step_fails_the_old_or_the_new_vault_opens(
    tmp_path: Path, step: str, after: int
) -> None:
    """A step that a save takes several times may fail at any of them."""
    file = a_vault(tmp_path)
    try:
        a_store(FailingFiles(step, after=after)).save(file, b"second", TODAY)
    except FileTrouble:
        assert body_of(file.path) == b"first"
    else:
        assert body_of(file.path) == b"second"


def test_a_state_that_the_disk_did_not_confirm_is_the_one_to_go_on_from(
    tmp_path: Path,
) -> None:
    """It is in place: the next save must not take it for somebody else's."""
    file = a_vault(tmp_path)
    doubtful = a_store(FailingFiles("sync_directory", after=1)).save(
        file, b"second", TODAY
    )
    assert isinstance(doubtful.unconfirmed, Unconfirmed)
    saved = a_store().save(doubtful, b"third", TODAY)
    assert saved.unconfirmed is None
    assert body_of(file.path) == b"third"


def test_a_new_vault_that_the_disk_did_not_confirm_is_there(tmp_path: Path) -> None:
    """Saying that it is not would make the next try meet it."""
    keys = new_keys(IDENT, [Way(code=Secret(CODE))], random.Random(3).randbytes)
    path = tmp_path / "shop.sparekey"
    files = FailingFiles("sync_directory")
    made = a_store(files).create(path, b"first", IDENT, keys, FIRST)
    assert isinstance(made.unconfirmed, Unconfirmed)
    assert body_of(path) == b"first"


def test_whoever_gives_up_a_costly_vault_ends_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child process that was consented to is ended by `cancelled`."""
    ways = [Way(passphrase=Secret(b"words"), cost=CHEAP.floor)]
    keys = new_keys(IDENT, ways, random.Random(3).randbytes, CHEAP.floor)
    file = a_store().create(tmp_path / "dear", b"body", IDENT, keys, FIRST)

    def in_child(
        phrase: Secret, salt: bytes, cost: Cost, cancelled: Callable[[], bool]
    ) -> Secret | None:
        return None if cancelled() else argon2id(phrase, salt, cost)

    monkeypatch.setattr(factors, "argon2id_in_child", in_child)
    shown = Credentials(passphrase=Secret(b"words"))
    assert a_store().load(file.path, shown, consent=True)[1] == b"body"
    with pytest.raises(NeedsConsent):
        a_store().load(file.path, shown, consent=True, cancelled=lambda: True)


def test_a_save_that_failed_can_be_tried_again(tmp_path: Path) -> None:
    """The backup that the first try made is taken for what it is."""
    file = a_vault(tmp_path)
    with pytest.raises(FileTrouble):
        a_store(FailingFiles("replace")).save(file, b"second", TODAY)
    a_store().save(file, b"second", TODAY)
    assert body_of(file.path) == b"second"


def test_a_file_that_somebody_else_wrote_is_not_overwritten(tmp_path: Path) -> None:
    """Their edit would be lost."""
    file = a_vault(tmp_path)
    a_store().save(file, b"theirs", TODAY)
    with pytest.raises(ChangedUnderneath):
        a_store().save(file, b"ours", TODAY)
    assert body_of(file.path) == b"theirs"


def test_a_file_that_changes_during_the_save_is_not_overwritten(tmp_path: Path) -> None:
    """The backup is compared with what was loaded: it closes the race."""
    file = a_vault(tmp_path)
    theirs = (tmp_path / "theirs").resolve()
    other = a_store().save(file, b"theirs", TODAY)
    theirs.write_bytes(other.path.read_bytes())
    file.path.write_bytes(paths.backup(file.path, 1, file.save_id).read_bytes())
    paths.backup(file.path, 1, file.save_id).unlink()

    class Raced(Files):
        def link(self, source: Path, target: Path) -> bool:
            source.write_bytes(theirs.read_bytes())
            return super().link(source, target)

    with pytest.raises(ChangedUnderneath):
        a_store(Raced()).save(file, b"ours", TODAY)
    assert body_of(file.path) == b"theirs"
    assert list(paths.backups(file.path).iterdir()) == []


def test_a_save_by_somebody_else_during_ours_is_not_overwritten(tmp_path: Path) -> None:
    """They kept the same backup, which is what was loaded and tells nothing of them."""
    file = a_vault(tmp_path)

    class Raced(Files):
        def sync(self, descriptor: int) -> None:
            super().sync(descriptor)
            a_store().save(file, b"theirs", TODAY)

    with pytest.raises(ChangedUnderneath):
        a_store(Raced()).save(file, b"ours", TODAY)
    assert body_of(file.path) == b"theirs"


def test_where_links_do_not_exist_the_backup_is_a_copy(tmp_path: Path) -> None:
    """ExFAT and some network disks know no second name."""
    file = a_vault(tmp_path)

    class NoLinks(Files):
        def link(self, source: Path, target: Path) -> bool:
            return False

    a_store(NoLinks()).save(file, b"second", TODAY)
    backup = paths.backup(file.path, 1, file.save_id)
    assert body_of(backup) == b"first"
    assert backup.stat().st_ino != file.path.stat().st_ino


def test_a_vault_behind_a_symbolic_link_is_saved_where_it_lies(tmp_path: Path) -> None:
    """Replacing the link would leave the real file old."""
    (tmp_path / "disk").mkdir()
    file = a_vault(tmp_path / "disk")
    link = tmp_path / "link.sparekey"
    link.symlink_to(file.path)
    loaded, _ = a_store().load(link, by_code())
    a_store().save(loaded, b"second", TODAY)
    assert link.is_symlink()
    assert body_of(file.path) == b"second"


def test_no_step_runs_argon2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving happens a second after each edit."""
    ways = [Way(passphrase=Secret(b"words"), cost=CHEAP.floor)]
    keys = new_keys(IDENT, ways, random.Random(3).randbytes, CHEAP.floor)
    path = tmp_path / "shop.sparekey"
    file = a_store().create(path, b"first", IDENT, keys, FIRST)

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("vault.envelope.factors.argon2id", never)
    a_store().save(file, b"second", TODAY)


def test_new_keys_raise_the_epoch(tmp_path: Path) -> None:
    """The old way in does not open the new file."""
    file = a_vault(tmp_path)
    keys = new_keys(IDENT, [Way(code=Secret(bytes(16)))], random.Random(5).randbytes)
    a_store().save(file, b"second", TODAY, keys=keys)
    with pytest.raises(NoKey):
        a_store().load(file.path, by_code())
    loaded, _ = a_store().load(file.path, Credentials(code=Secret(bytes(16))))
    assert loaded.stamp.epoch == 2


def test_what_does_not_open_again_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer with a fault is stopped before it harms."""
    file = a_vault(tmp_path)
    real = store.seal
    monkeypatch.setattr(store, "seal", lambda body, **named: real(b"other", **named))
    with pytest.raises(BrokenInvariant):
        a_store().save(file, b"second", TODAY)
    assert body_of(file.path) == b"first"


def test_the_order_of_a_save_is_the_one_written_down(tmp_path: Path) -> None:
    """Backup after the new file is whole, folder synced after each rename or link."""
    file = a_vault(tmp_path)
    files = RecordingFiles()
    a_store(files).save(file, b"second", TODAY)
    order = [
        "create",
        "preallocate",
        "write",
        "sync",
        "close",
        "read",  # what was written reads back
        "make_folder",
        "link",
        "read",  # the backup is what was loaded
        "sync_directory",
        "read",  # nobody else saved meanwhile
        "replace",
        "sync_directory",
    ]
    assert files.steps == order


def test_a_kit_file_is_no_vault(tmp_path: Path) -> None:
    """And the error says what it is."""
    keys = new_keys(IDENT, [Way(code=Secret(CODE))], random.Random(3).randbytes)
    share = seal(
        b"body",
        profile=Profile.SHARE,
        ident=IDENT,
        keys=keys,
        stamp=FIRST,
        random=random.Random(4).randbytes,
    )
    path = tmp_path / "share.sparekey"
    path.write_bytes(share)
    with pytest.raises(WrongKind) as caught:
        a_store().load(path, by_code())
    assert caught.value.found == "share"


def test_a_huge_file_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is met before memory is spent, also where it grows meanwhile."""
    monkeypatch.setattr("vault.limits.FILE_BYTES", 1000)
    path = tmp_path / "huge"
    path.write_bytes(bytes(5000))
    with pytest.raises(TooLarge):
        a_store(FailingFiles("read")).read(path)

    class Growing(Files):
        def day_and_size(self, path: Path) -> tuple[date, int]:
            """Tell what it was a moment ago."""
            return TODAY, 10

    with pytest.raises(TooLarge):
        a_store(Growing()).read(path)


@given(st.binary(max_size=2000))
def test_any_file_opens_or_is_refused_and_stays(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Reading never writes."""
    path = tmp_path_factory.mktemp("any") / "file.sparekey"
    path.write_bytes(data)
    with pytest.raises(Malformed):
        a_store().load(path, by_code())
    assert path.read_bytes() == data


def test_the_state_names_the_file_that_was_loaded(tmp_path: Path) -> None:
    """A second save goes on from the first."""
    file = a_vault(tmp_path)
    for number in range(5):
        file = a_store().save(file, b"body %d" % number, TODAY)
    assert body_of(file.path) == b"body 4"
    assert file.stamp.generation == 6
    assert replace(file, path=file.path) == file


def test_a_save_is_above_every_copy_that_was_merged(tmp_path: Path) -> None:
    """By one, once; the next counts on from there."""
    file = replace(a_vault(tmp_path), above=7)
    saved = a_store().save(file, b"second", TODAY)
    assert saved.stamp.generation == 8
    assert a_store().save(saved, b"third", TODAY).stamp.generation == 9
