"""Write a file so that its path holds a whole old or a whole new one, always.

The order is restic's and SQLite's: temporary file beside the target, claim the space,
write, sync, read back, then one rename, then sync the folder, without which a power
cut may undo the rename.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vault.errors import BrokenInvariant, Exists, Unconfirmed
from vault.storage import paths
from vault.storage.files import Files
from vault.storage.trouble import step

Random = Callable[[int], bytes]
_TAG_BYTES = 6


def write_new(files: Files, random: Random, path: Path, data: bytes) -> None:
    """Make a new file at `path`.

    Raises `Exists` where anything stands there, `FileTrouble` where the system refuses:
    then nothing is left behind; `Unconfirmed` where the file is made and only its last
    sync failed.
    """
    with step("look", path):
        if files.exists(path):
            raise Exists(str(path))
    with _written(files, random, path, data) as fresh:
        with step("name", path):
            linked = files.link(fresh, path)
            if not linked:
                files.move(fresh, path)
        if linked:
            _tidy(files, fresh, path)
        _confirm(files, path)


def replace(
    files: Files,
    random: Random,
    path: Path,
    data: bytes,
    before: Callable[[], None],
) -> None:
    """Put `data` in the place of the file at `path`.

    `before` runs when the new file lies whole on the disk and the old one is still in
    place (it makes the backup); what it raises ends the save with the old file kept.
    Raises `FileTrouble` with the old file in place, `Unconfirmed` with the new one.
    """
    with _written(files, random, path, data) as fresh:
        before()
        with step("replace", path):
            files.replace(fresh, path)
        _confirm(files, path)


def note(files: Files, random: Random, path: Path, data: bytes) -> None:
    """Put a note in its place, whole or not at all, without waiting for the medium.

    For what may be lost: a power cut can bring the old note back, or an empty one.
    Raises `FileTrouble` with the old one in place.
    """
    sweep(files, path.parent, path.name)
    fresh = paths.temporary(path, random(_TAG_BYTES))
    with step("create", path):
        descriptor = files.create(fresh)
    try:
        with step("write", path):
            try:
                files.write(descriptor, data)
            finally:
                files.close(descriptor)
        with step("replace", path):
            files.replace(fresh, path)
    except BaseException:
        with suppress(OSError):  # the failure that is under way says more
            files.remove(fresh)
        raise


def _tidy(files: Files, fresh: Path, path: Path) -> None:
    """Take the first of the two names away; where that fails, both."""
    try:
        with step("tidy", path):
            files.remove(fresh)
    except BaseException:
        with suppress(OSError):  # the failure that is under way says more
            files.remove(path)
        raise


def _confirm(files: Files, path: Path) -> None:
    """Bring the new name to the medium; `Unconfirmed` where the disk refuses."""
    try:
        files.sync_directory(path.parent)
    except OSError as error:
        raise Unconfirmed(str(path), error.errno or 0) from error


def sweep(files: Files, folder: Path, for_name: str = "") -> None:
    """Take away what a killed save left in a folder: for one file's name, or for all.

    Whoever writes a vault holds its lock, so that none of it is still being written.
    """
    with suppress(OSError):  # what can't be listed or removed harms nobody
        for name in files.names(folder):
            if (written_for := paths.written_for(name)) is None:
                continue
            if for_name in ("", written_for):
                files.remove(folder / name)


@contextmanager
def _written(files: Files, random: Random, path: Path, data: bytes) -> Iterator[Path]:
    """Yield a temporary file that holds `data` for certain; remove it on failure.

    Errors name `path`, the file that the user knows of.
    """
    sweep(files, path.parent, path.name)
    fresh = paths.temporary(path, random(_TAG_BYTES))
    with step("create", path):
        descriptor = files.create(fresh)
    try:
        _fill(files, descriptor, path, data)
        with step("read-back", path):
            same = files.read(fresh, len(data)) == data
        _must_be(same)
        yield fresh
    except BaseException:
        with suppress(OSError):  # the failure that is under way says more
            files.remove(fresh)
        raise


def _must_be(same: bool) -> None:
    if not same:
        raise BrokenInvariant("file-reads-differently")


def _fill(files: Files, descriptor: int, path: Path, data: bytes) -> None:
    """Write and sync; the descriptor is closed whatever happens."""
    try:
        with step("preallocate", path):
            files.preallocate(descriptor, len(data))
        with step("write", path):
            files.write(descriptor, data)
        with step("sync", path):
            files.sync(descriptor)
    finally:
        with step("close", path):
            files.close(descriptor)
