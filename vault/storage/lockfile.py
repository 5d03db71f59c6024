"""Who has the vault open: an advisory lock beside it, with a name for the message.

It is politeness between two of our own processes; the defence against a lost edit is
the hash check of the save path.
"""

import errno
import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from vault.errors import Busy, FileTrouble, OnlyReadable
from vault.storage import paths
from vault.storage.trouble import step

_NOTE_BYTES = 1024
_SHUT = {errno.EROFS, errno.EACCES, errno.EPERM}


class Lock:
    """Holds a vault for one process until closed; the next one is told who holds it."""

    def __init__(self, path: Path, now: datetime) -> None:
        """Take the lock or raise `Busy(path, holder)`; `FileTrouble` if it can't be.

        `OnlyReadable` among it, where nothing may be written there.
        """
        self._vault = path
        self._file = paths.lock(path)
        # A window opens on its worker's thread and closes on its own.
        self._lock = FileLock(self._file, mode=0o600, thread_local=False)
        try:
            self._take()
        except FileTrouble as error:
            if error.errno not in _SHUT:
                raise
            raise OnlyReadable(error.path, error.step, error.errno) from error
        self._tell(_note(now))

    def _take(self) -> None:
        with step("lock", self._vault):
            self._vault.parent.stat()  # filelock would make a folder that is missing
            try:
                self._lock.acquire(blocking=False)
            except Timeout as error:
                raise Busy(str(self._vault), _holder(self._file)) from error

    def close(self) -> None:
        """Give the vault free; the empty lock file may stay."""
        if self._lock.is_locked:
            self._tell("")
            with step("unlock", self._vault):
                self._lock.release()

    def _tell(self, note: str) -> None:
        """Write who holds it; on a full or lost disk it is held, or free, untold."""
        with suppress(OSError):
            self._file.write_text(note, encoding="utf-8")

    def withdraw(self) -> None:
        """Give it free and leave no file: there is no vault that could be locked."""
        self.close()
        with step("unlock", self._vault):
            self._file.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _note(now: datetime) -> str:
    """Return host, process and start time as one JSON line."""
    note = {
        "host": socket.gethostname(),
        "process": os.getpid(),
        "since": now.isoformat(timespec="seconds"),
    }
    return json.dumps(note)


def _holder(lock: Path) -> str:
    """Return who holds it in words, or nothing where that can't be read."""
    try:
        note = json.loads(lock.read_bytes()[:_NOTE_BYTES])
        return f"process {note['process']} on {note['host']}, since {note['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # Windows keeps others from reading a locked file
