"""Every file operation of a save, one method each, so that each can be made to fail.

Nothing above this file calls `os`; a test hands in a `Files` that fails at a chosen
step. Each method raises `OSError` and nothing else.
"""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
_NO_LINKS.add(errno.EINVAL)  # what Windows' words for it become: FAT, cloud folders
_REPLACE_TRIES = 10  # on Windows a virus scanner may hold a fresh file for a moment
_REPLACE_PAUSE_S = 0.1
_BLOCK_BYTES = 1 << 20


class Files:
    """The real disk."""

    def resolve(self, path: Path) -> Path:
        """Follow symbolic links, so that a save replaces the file and not the link."""
        return Path(os.path.realpath(path))

    def exists(self, path: Path) -> bool:
        """Tell whether anything stands at `path`, a dangling link included."""
        return os.path.lexists(path)

    def day_and_size(self, path: Path) -> tuple[date, int]:
        """Return the day a file was last written, and its size in bytes."""
        status = path.stat()
        written = datetime.fromtimestamp(status.st_mtime, UTC)
        return written.date(), status.st_size

    def disk(self, path: Path) -> int:
        """Return a number that files on one disk share."""
        return path.stat().st_dev

    def read(self, path: Path, limit_bytes: int) -> bytes:
        """Read at most `limit_bytes` + 1 bytes, so that too large a file shows.

        Only of a file: nobody may ever write into a pipe, and opening it waits for it.
        """
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):  # opening refuses folders
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
        return self.read_any(path, limit_bytes)

    def read_any(self, path: Path, limit_bytes: int) -> bytes:
        """Read as `read` does, and of a pipe: what somebody writes, once they do."""
        with path.open("rb") as stream:
            return stream.read(limit_bytes + 1)

    def is_named_pipe(self, path: Path) -> bool:
        """Tell whether `path` is a pipe with a place on the disk.

        One that a shell hands over has none: whoever writes to it is there.
        """
        try:
            return path.is_fifo() and self.exists(self.resolve(path))
        except OSError:  # reading it tells why
            return False

    def create(self, path: Path) -> int:
        """Create a file that nobody else may read; refuse one that is there."""
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR
        for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
            flags |= getattr(os, name, 0)
        return os.open(path, flags, 0o600)

    def preallocate(self, descriptor: int, size_bytes: int) -> None:
        """Claim the space first, so that a full disk is met before anything is lost."""
        if not hasattr(os, "posix_fallocate") or size_bytes == 0:
            return
        try:
            os.posix_fallocate(descriptor, 0, size_bytes)
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
                raise

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of `data`; the system may take it in parts."""
        rest = memoryview(data)
        while rest:
            taken = os.write(descriptor, rest[:_BLOCK_BYTES])
            if not taken:  # else this would go on for ever
                raise OSError(errno.EIO, "nothing is written, and no reason told")
            rest = rest[taken:]

    def sync(self, descriptor: int) -> None:
        """Bring the file to the medium itself, through a Mac's drive cache too."""
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - absent on Windows

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close the file."""
        os.close(descriptor)

    def link(self, source: Path, target: Path) -> bool:
        """Give the file a second name; tell whether links exist here."""
        try:
            os.link(source, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            return False
        return True

    def copy(self, source: Path, target: Path) -> None:
        """Copy and sync the file; a copy may be cut short half-way."""
        with source.open("rb") as stream:
            descriptor = self.create(target)
            with os.fdopen(descriptor, "wb") as copy:
                shutil.copyfileobj(stream, copy)
                copy.flush()
                self.sync(copy.fileno())

    def move(self, source: Path, target: Path) -> None:
        """Give the file another name, which must be free: for where links don't exist.

        Most systems rename over a taken name, so it is looked up just before.
        """
        if self.exists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        source.replace(target)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step."""
        for _ in range(_REPLACE_TRIES if sys.platform == "win32" else 0):
            try:
                source.replace(target)
            except PermissionError:
                time.sleep(_REPLACE_PAUSE_S)
            else:
                return
        source.replace(target)

    def sync_directory(self, folder: Path) -> None:
        """Bring the folder's entries to the medium; Windows has no such call."""
        if sys.platform == "win32":
            return
        with self._opened(folder) as descriptor:
            try:
                os.fsync(descriptor)
            except OSError as error:  # some network file systems cannot
                if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP):
                    raise

    @contextmanager
    def _opened(self, folder: Path) -> Iterator[int]:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove the file."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """Make the folder, for its owner alone, unless it is there."""
        try:
            path.mkdir(mode=0o700, exist_ok=True)
        except FileExistsError as error:
            # A file has that name: nothing is to be overwritten, nor is it in place.
            raise NotADirectoryError(errno.ENOTDIR, "no folder", path) from error

    def memory_kib(self) -> int | None:
        """Return the machine's memory, or None where the system does not tell."""
        if not hasattr(os, "sysconf"):
            return None
        try:
            return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
        except (ValueError, OSError):
            return None

    def free_memory_kib(self) -> int | None:
        """Return what memory could be had at once, or None where nobody tells."""
        try:
            lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        except OSError:
            return None
        found = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
        return int(found[0]) if found else None

    def names(self, folder: Path) -> list[str]:
        """List what the folder holds; a folder that is not there holds nothing."""
        try:
            return sorted(entry.name for entry in folder.iterdir())
        except FileNotFoundError:
            return []
