"""The real disk, also where a system lacks what others have."""

import errno
import os
from pathlib import Path

import pytest

from vault.storage.files import Files


def refusing(number: int, times: int = 1_000_000):  # noqa: ANN201  a fake of many calls
    """Return a call that the system refuses so many times, and then takes."""
    left = iter(range(times))

    def call(*_: object, **__: object) -> None:
        if next(left, None) is not None:
            raise OSError(number, os.strerror(number))

    return call


@pytest.fixture
def descriptor(tmp_path: Path):  # noqa: ANN201  an open file
    """Yield a fresh file, open."""
    files = Files()
    opened = files.create(tmp_path / "file")
    yield opened
    files.close(opened)


def test_space_is_claimed_before_anything_is_written(descriptor: int) -> None:
    """And nothing is claimed for an empty file."""
    Files().preallocate(descriptor, 5000)
    assert os.fstat(descriptor).st_size in (0, 5000)
    Files().preallocate(descriptor, 0)


@pytest.mark.parametrize("number", [errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS])
def test_a_disk_that_can_not_claim_space_is_written_all_the_same(
    descriptor: int, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Some network disks have no such call."""
    monkeypatch.setattr(os, "posix_fallocate", refusing(number), raising=False)
    Files().preallocate(descriptor, 5000)


def test_a_full_disk_is_met_when_space_is_claimed(
    descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is lost."""
    monkeypatch.setattr(os, "posix_fallocate", refusing(errno.ENOSPC), raising=False)
    with pytest.raises(OSError, match="No space"):
        Files().preallocate(descriptor, 5000)


def test_a_system_without_such_a_call_goes_on(
    descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Mac has none."""
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    Files().preallocate(descriptor, 5000)


def test_a_disk_that_takes_nothing_and_says_nothing_is_at_fault(
    descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the writing would go on for ever."""
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(OSError, match="nothing is written"):
        Files().write(descriptor, b"data")


def test_a_mac_brings_the_file_through_the_drives_cache(
    descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain sync stops at the drive there."""
    fcntl = pytest.importorskip("fcntl")
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr("vault.storage.files.sys.platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda *words: asked.append(words))
    Files().sync(descriptor)
    assert asked == [(descriptor, 51)]


def test_where_links_do_not_exist_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is made."""
    (tmp_path / "old").write_bytes(b"state")
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    assert not Files().link(tmp_path / "old", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_copy_is_whole_and_private(tmp_path: Path) -> None:
    """Whatever its source's rights."""
    (tmp_path / "old").write_bytes(b"state")
    Files().copy(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == b"state"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_file_is_moved_to_a_free_name_only(tmp_path: Path) -> None:
    """Nothing is ever overwritten by it."""
    for name in ("old", "taken"):
        (tmp_path / name).write_bytes(name.encode())
    with pytest.raises(FileExistsError):
        Files().move(tmp_path / "old", tmp_path / "taken")
    Files().move(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "taken").read_bytes() == b"taken"
    assert (tmp_path / "new").read_bytes() == b"old"


def test_any_other_refusal_of_a_link_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is no disk without links."""
    (tmp_path / "old").write_bytes(b"state")
    monkeypatch.setattr(os, "link", refusing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        Files().link(tmp_path / "old", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_on_windows_a_scanner_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds a fresh file for a moment; then the replacing succeeds."""
    pauses: list[float] = []
    held = refusing(errno.EACCES, times=3)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        try:
            held()
        except OSError as error:
            raise PermissionError(*error.args) from error
        return real(self, target)

    (tmp_path / "new").write_bytes(b"new")
    monkeypatch.setattr("vault.storage.files.sys.platform", "win32")
    monkeypatch.setattr("vault.storage.files.time.sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", replace)
    Files().replace(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert len(pauses) == 3


def test_windows_has_no_sync_of_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So none is tried."""
    monkeypatch.setattr("vault.storage.files.sys.platform", "win32")
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    Files().sync_directory(tmp_path)


def test_a_network_disk_may_know_no_sync_of_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no fault; a disk that reports one is."""
    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    Files().sync_directory(tmp_path)
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match="error"):
        Files().sync_directory(tmp_path)


def test_memory_is_told_where_the_system_tells_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And is unknown elsewhere, which is no fault either."""
    files = Files()
    assert (files.memory_kib() or 1) > 0
    monkeypatch.setattr(os, "sysconf", refusing(errno.EINVAL))
    assert files.memory_kib() is None
    monkeypatch.delattr(os, "sysconf")
    assert files.memory_kib() is None
    monkeypatch.setattr(Path, "read_text", refusing(errno.ENOENT))
    assert files.free_memory_kib() is None


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """And one is made once."""
    files = Files()
    assert files.names(tmp_path / "backups") == []
    files.make_folder(tmp_path / "backups")
    files.make_folder(tmp_path / "backups")
    assert files.names(tmp_path) == ["backups"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on the disk here")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    """Opening one would wait for ever for somebody to write."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=os.strerror(errno.ENXIO)):
        Files().read(tmp_path / "pipe", 10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on the disk here")
def test_only_a_pipe_with_a_place_on_the_disk_has_to_be_waited_for(
    tmp_path: Path,
) -> None:
    """Whoever writes into one that a shell hands over is there."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"words")
    assert Files().is_named_pipe(tmp_path / "pipe")
    assert not Files().is_named_pipe(tmp_path / "file")
    assert not Files().is_named_pipe(tmp_path / "nothing")
    assert not Files().is_named_pipe(tmp_path / "file" / "below")
    handed, other = os.pipe()
    assert not Files().is_named_pipe(Path(f"/dev/fd/{handed}"))
    os.close(handed)
    os.close(other)
