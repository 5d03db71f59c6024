"""The watchdog notes long work that the window does on its own thread, only that."""

import threading
from collections.abc import Callable
from pathlib import Path

from tests.audit.watchdog import DISK, LONG_WORK, ROOT, Watchdog
from vault.crypto import kdf
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.storage.files import Files

PLANTED = "def planted(work):\n    work()\n"


def long_work() -> None:
    kdf.argon2id(Secret(b"words"), bytes(16), TESTS_ONLY).close()
    Files().read(Path(__file__), 1)


def planted_in_the_window() -> Callable[[Callable[[], None]], None]:
    """Return a function that calls another, as if it stood in the window's code."""
    room: dict[str, Callable[[Callable[[], None]], None]] = {}
    exec(compile(PLANTED, str(ROOT / "ui" / "keeper.py"), "exec"), room)  # noqa: S102 - our own words
    return room["planted"]


def test_work_that_the_window_waits_for_is_found() -> None:
    """With who asked for it."""
    with Watchdog() as dog:
        planted_in_the_window()(long_work)
    assert dog.blocked == [
        "argon2id asked for by planted in ui/keeper.py",
        "Files.read asked for by planted in ui/keeper.py",
    ]


def test_work_on_another_thread_is_counted_and_not_found() -> None:
    """As it should be."""
    with Watchdog() as dog:
        other = threading.Thread(target=planted_in_the_window(), args=[long_work])
        other.start()
        other.join()
    assert dog.calls["argon2id"] == 1
    assert dog.blocked == []


def test_what_a_test_prepares_is_not_found() -> None:
    """It is not the window that waits."""
    with Watchdog() as dog:
        long_work()
    assert dog.calls.total() == 2
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
