"""The watchdog notes long work on the window's thread, and only there."""

import threading
from pathlib import Path

from tests.audit.watchdog import DISK, LONG_WORK, Watchdog
from vault.crypto import kdf
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.storage.files import Files


def long_work() -> None:
    kdf.argon2id(Secret(b"words"), bytes(16), TESTS_ONLY).close()


def test_work_on_this_thread_is_found() -> None:
    """Planted: an Argon2 run where the window would wait for it."""
    with Watchdog() as dog:
        long_work()
        Files().read(Path(__file__), 1)
    assert [one.split()[0] for one in dog.blocked] == ["argon2id", "Files.read"]


def test_work_on_another_thread_is_counted_and_not_found() -> None:
    """As it should be."""
    with Watchdog() as dog:
        other = threading.Thread(target=long_work)
        other.start()
        other.join()
    assert dog.calls["argon2id"] == 1
    assert dog.blocked == []


def test_what_was_imported_before_is_watched_too_and_let_go_after() -> None:
    """A name of its own in another file hides nothing."""
    before = kdf.argon2id, Files.read
    with Watchdog() as dog:
        assert kdf.argon2id is not before[0]
    long_work()
    assert (kdf.argon2id, Files.read) == before
    assert dog.calls.total() == 0


def test_everything_on_its_list_exists() -> None:
    """A name that has moved would watch nothing; entering it would fail."""
    with Watchdog() as dog:
        assert len(dog._undo) == len(LONG_WORK) + len(DISK)
