"""Older states of a vault: how many, how old, which to drop (pure), and the dropping.

Backups are named by generation and never renamed: rotating names breaks after a kill,
since a rename of two links to one inode does nothing.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from vault import limits
from vault.errors import ChangedUnderneath, Exists
from vault.storage import paths
from vault.storage.atomic import sweep
from vault.storage.files import Files
from vault.storage.trouble import step


@dataclass(frozen=True)
class Backup:
    """One older state: its file name, generation, the day it was made, its size."""

    name: str
    generation: int
    day: date
    size_bytes: int


def to_drop(backups: Iterable[Backup], today: date) -> list[Backup]:
    """Choose what may go.

    Kept are the last 10, a day's newest for 14 days, a month's newest for 12 months;
    of these the oldest go beyond the total size, though never the newest one.
    """
    newest_first = sorted(backups, key=lambda b: (b.generation, b.name), reverse=True)
    kept = _kept(newest_first, today)
    total = 0
    for backup in newest_first:
        total += backup.size_bytes
        if total > limits.BACKUPS_TOTAL_BYTES and backup is not newest_first[0]:
            kept.discard(backup)
    return [backup for backup in newest_first if backup not in kept]


def _kept(newest_first: list[Backup], today: date) -> set[Backup]:
    """Return what the three rules of age keep."""
    kept = set(newest_first[: limits.BACKUPS_LAST])
    days: set[date] = set()
    months: list[tuple[int, int]] = []
    for backup in newest_first:
        month = (backup.day.year, backup.day.month)
        recent = today - backup.day <= timedelta(days=limits.BACKUPS_DAILY_DAYS)
        if recent and backup.day not in days:
            days.add(backup.day)
            kept.add(backup)
        if month not in months and len(months) < limits.BACKUPS_MONTHLY:
            months.append(month)
            kept.add(backup)
    return kept


def keep(files: Files, path: Path, digest: bytes, name: Path) -> None:
    """Give the file at `path` a second name, and see that its SHA-256 is `digest`.

    This closes the race between the first look at a file and the replacing of it.
    Raises `ChangedUnderneath`, and `FileTrouble` where the system refuses.
    """
    folder = name.parent
    with step("backup", name):
        files.make_folder(folder)
    # An earlier try may have got this far, and the file been made whole since then.
    if not _linked(files, path, name) and _digest_of(files, name) != digest:
        with step("backup", name):
            files.remove(name)
        _linked(files, path, name)
    with step("backup", name):
        same = _digest_of(files, name) == digest
        if not same:
            files.remove(name)
        files.sync_directory(folder)
    if not same:
        raise ChangedUnderneath(str(path))


def _linked(files: Files, path: Path, name: Path) -> bool:
    try:
        with step("backup", name):
            if not files.link(path, name):
                files.copy(path, name)
    except Exists:
        return False
    return True


def _digest_of(files: Files, name: Path) -> bytes:
    with step("backup", name):
        return hashlib.sha256(files.read(name, limits.FILE_BYTES)).digest()


def newest_first(files: Files, path: Path) -> list[Backup]:
    """Return a vault's backups; raises `FileTrouble` where they can't be listed."""
    folder = paths.backups(path)
    with step("list", folder):
        found = _found(files, folder)
    return sorted(found, key=lambda b: (b.generation, b.name), reverse=True)


def prune(files: Files, path: Path, today: date) -> None:
    """Drop what `to_drop` chooses; what can't be listed or dropped simply stays."""
    folder = paths.backups(path)
    sweep(files, folder)
    with suppress(OSError):
        for backup in to_drop(_found(files, folder), today):
            with suppress(OSError):  # it is an older copy too many, not a loss
                files.remove(folder / backup.name)


def _found(files: Files, folder: Path) -> list[Backup]:
    """List the backups in a folder; other files there are not ours to touch."""
    found = []
    for name in files.names(folder):
        generation = paths.generation_of(name)
        if generation is not None:
            with suppress(FileNotFoundError):  # gone since, or a link to nothing
                day, size = files.day_and_size(folder / name)
                found.append(Backup(name, generation, day, size))
    return found
