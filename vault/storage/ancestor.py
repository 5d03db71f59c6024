"""The newest save that two copies of a vault both come from, among their backups.

Each save names the one before it, so that a line of saves leads back from either copy
as far as backups lie beside it. Where the lines meet, both copies parted.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from vault.envelope.seal import Keys
from vault.errors import VaultError
from vault.storage import backups, paths
from vault.storage.files import Files
from vault.storage.reopening import load_by_keys
from vault.storage.store import Store, VaultFile


class CommonSave(NamedTuple):
    """A save, and its body; b"" where it is one of the copies itself."""

    save_id: bytes
    body: bytes


class _Save(NamedTuple):
    save_id: bytes
    generation: int
    parent: bytes
    body: bytes


def saves_beside(files: Files, paths_: Iterable[Path]) -> dict[bytes, Path]:
    """Return where the backups of these vaults lie, by the save that each holds."""
    found: dict[bytes, Path] = {}
    for path in paths_:
        with suppress(VaultError):  # a folder that can't be listed helps nobody
            for backup in backups.newest_first(files, path):
                if save := paths.save_of(backup.name):
                    found[save] = paths.backups(path) / backup.name
    return found


def common_save(
    store: Store, saves: Mapping[bytes, Path], mine: VaultFile, theirs: VaultFile
) -> CommonSave | None:
    """Return the newest save that both files come from; None where it is not found.

    Backups are opened by the keys of either file: one from before a passphrase was
    changed stays shut, and what lies behind it unknown.
    """
    own = {file.save_id: _of(file) for file in (mine, theirs)}
    line, other = own[mine.save_id], own[theirs.save_id]
    for _ in range(len(saves) + len(own)):
        if line.save_id == other.save_id:
            return CommonSave(line.save_id, line.body)
        if line.generation < other.generation:
            line, other = other, line
        before = own.get(line.parent) or _opened(
            store, saves.get(line.parent), (mine.keys, theirs.keys)
        )
        if before is None or before.save_id != line.parent:
            return None
        line = before
    return None


def _of(file: VaultFile) -> _Save:
    return _Save(file.save_id, file.stamp.generation, file.stamp.parent, b"")


def _opened(store: Store, path: Path | None, keys: Iterable[Keys]) -> _Save | None:
    for one in keys:
        if path is None:
            break
        with suppress(VaultError):
            file, body = load_by_keys(store, path, one)
            return _of(file)._replace(body=body)
    return None
