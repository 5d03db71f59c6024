"""The lock: one holder, who is named to the next."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fakes import NOON
from vault.errors import Busy, FileTrouble, OnlyReadable
from vault.storage import paths
from vault.storage.lockfile import Lock

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from vault.storage.lockfile import Lock
lock = Lock(Path(sys.argv[1]), datetime(2026, 3, 1, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_told_who_the_first_is(tmp_path: Path) -> None:
    """Host, process and since when."""
    path = tmp_path / "shop.sparekey"
    with (
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other,
    ):
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(Busy) as caught:
            Lock(path, NOON)
        other.communicate(b"")
    assert f"process {other.pid} on " in caught.value.holder
    assert "2026-03-01T00:00:00" in caught.value.holder


def test_a_holder_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    """The system frees the lock with its process; the file may lie on."""
    path = tmp_path / "shop.sparekey"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    assert paths.lock(path).exists()
    Lock(path, NOON).close()


def test_after_closing_it_can_be_taken_again(tmp_path: Path) -> None:
    """Closing twice does no harm."""
    path = tmp_path / "shop.sparekey"
    with Lock(path, NOON) as lock:
        pass
    lock.close()
    Lock(path, NOON).close()


def test_any_thread_may_give_free_what_another_took(tmp_path: Path) -> None:
    """A window opens a vault on its worker's thread and closes it on its own."""
    path = tmp_path / "shop.sparekey"
    with ThreadPoolExecutor(1) as worker:
        lock = worker.submit(Lock, path, NOON).result()
        lock.close()
        worker.submit(Lock, path, NOON).result().close()


@pytest.mark.skipif(os.name == "nt", reason="Windows folders have no such mode")
def test_where_no_lock_can_be_made_the_disk_is_blamed(tmp_path: Path) -> None:
    """A folder that is not there is no busy vault."""
    with pytest.raises(FileTrouble) as caught:
        Lock(tmp_path / "nowhere" / "shop.sparekey", NOON)
    assert caught.value.step == "lock"


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_where_nothing_may_be_written_it_is_said_that_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Whoever opens it can do without a lock then."""

    def protected(*_: object, **__: object) -> None:
        raise OSError(number, "protected")

    monkeypatch.setattr("vault.storage.lockfile.FileLock.acquire", protected)
    with pytest.raises(OnlyReadable):
        Lock(tmp_path / "shop.sparekey", NOON)


def test_a_garbled_note_names_nobody(tmp_path: Path) -> None:
    """The message falls back on “another process”."""
    path = tmp_path / "shop.sparekey"
    with Lock(path, NOON):
        paths.lock(path).write_bytes(b"\xff{")
        with pytest.raises(Busy) as caught:
            Lock(path, NOON)
    assert caught.value.holder == ""


def test_where_the_holder_can_not_be_written_it_is_held_and_freed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, or one that is gone, must not keep a vault shut or held."""
    path = tmp_path / "shop.sparekey"

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with Lock(path, NOON), pytest.raises(Busy):
            Lock(path, NOON)
    Lock(path, NOON).close()
