"""Read a vault file and save it again, by the path that STORAGE lays down.

Save: seal in memory, open that again with the keys in use and compare, see that the
target still is what was loaded, write beside, keep the old file as a backup, see that
the backup is what was loaded, replace. No step runs Argon2.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vault import limits
from vault.envelope.header import Profile, is_paper, parse_header
from vault.envelope.seal import (
    Credentials,
    Keys,
    Opened,
    Stamp,
    open_envelope,
    reopen,
    seal,
)
from vault.errors import (
    BrokenInvariant,
    ChangedUnderneath,
    Exists,
    TooLarge,
    Unconfirmed,
    WrongKind,
)
from vault.storage import atomic, backups, paths
from vault.storage.files import Files
from vault.storage.trouble import step


@dataclass(frozen=True)
class VaultFile:
    """One state of a vault file: where it lies, what was loaded, the keys in use."""

    path: Path
    digest: bytes  # SHA-256 of the whole file
    ident: bytes  # the vault id
    save_id: bytes
    keys: Keys
    stamp: Stamp
    unconfirmed: Unconfirmed | None = None  # in place, but the disk would not say so


class Store:
    """Vault files on one disk."""

    def __init__(self, files: Files, random: Callable[[int], bytes]) -> None:
        self._files = files
        self._random = random

    def read(self, path: Path) -> bytes:
        """Return the whole file; `TooLarge` beyond 256 MiB, `FileTrouble` if unread."""
        with step("read", path):
            data = self._files.read(path, limits.FILE_BYTES)
        if len(data) > limits.FILE_BYTES:
            raise TooLarge("FILE_BYTES", limits.FILE_BYTES)
        return data

    def read_vault(self, path: Path) -> bytes:
        """Return the whole file, whose open part is a vault's.

        Raises what `read` does, `Malformed`, `TooNew`, `WrongKind` for a share or kit.
        """
        data = self.read(path)
        profile = parse_header(data, is_paper(data)).profile
        if profile is not Profile.VAULT:
            raise WrongKind(str(path), "vault", profile.name.lower())
        return data

    def create(
        self, path: Path, body: bytes, ident: bytes, keys: Keys, stamp: Stamp
    ) -> VaultFile:
        """Make a new vault file; `Exists` where anything stands at `path`."""
        data, save_id = self._sealed(body, ident, keys, stamp)
        doubt = _doubt(lambda: atomic.write_new(self._files, self._random, path, data))
        return VaultFile(path, _digest(data), ident, save_id, keys, stamp, doubt)

    def load(
        self,
        path: Path,
        credentials: Credentials,
        *,
        consent: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[VaultFile, bytes]:
        """Open a vault file; return its state and its body.

        `consent` and `cancelled` are as in `open_envelope`. Raises what `read_vault`
        does, and the envelope's other errors.
        """
        with step("resolve", path):
            path = self._files.resolve(path)
        data = self.read_vault(path)
        opened = open_envelope(
            data,
            credentials,
            profile=Profile.VAULT,
            consent=consent,
            free_memory_kib=self._files.free_memory_kib(),
            cancelled=cancelled,
        )
        return _state(path, data, opened), opened.body

    def save(
        self,
        loaded: VaultFile,
        body: bytes,
        today: date,
        *,
        keys: Keys | None = None,
    ) -> VaultFile:
        """Put a new state in the place of the loaded one, which stays as a backup.

        New `keys` (a way in changed) raise the key epoch. Raises `ChangedUnderneath`
        where the file is no longer what was loaded, `FileTrouble` where the system
        refuses; the old file is then still in place. What is in place is returned, even
        where the disk did not confirm it.
        """
        stamp = Stamp(
            generation=loaded.stamp.generation + 1,
            epoch=loaded.stamp.epoch + (keys is not None),
            parent=loaded.save_id,
        )
        keys = keys or loaded.keys
        data, save_id = self._sealed(body, loaded.ident, keys, stamp)
        if _digest(self.read(loaded.path)) != loaded.digest:
            raise ChangedUnderneath(str(loaded.path))
        doubt = _doubt(lambda: self._replace(loaded, data))
        if doubt is None:  # else a power cut may bring the old file back
            backups.prune(self._files, loaded.path, today)
        return VaultFile(
            loaded.path, _digest(data), loaded.ident, save_id, keys, stamp, doubt
        )

    def _replace(self, loaded: VaultFile, data: bytes) -> None:
        atomic.replace(
            self._files,
            self._random,
            loaded.path,
            data,
            before=lambda: self._back_up(loaded),
        )

    def _sealed(
        self, body: bytes, ident: bytes, keys: Keys, stamp: Stamp
    ) -> tuple[bytes, bytes]:
        """Seal and prove it: what can't be opened again must replace nothing."""
        data = seal(
            body,
            profile=Profile.VAULT,
            ident=ident,
            keys=keys,
            stamp=stamp,
            random=self._random,
        )
        if len(data) > limits.FILE_BYTES:
            raise TooLarge("FILE_BYTES", limits.FILE_BYTES, len(data))
        opened = reopen(data, keys)
        if (opened.body, opened.stamp) != (body, stamp):
            raise BrokenInvariant("sealed vault opens to other content")
        return data, opened.header.save_id

    def _back_up(self, loaded: VaultFile) -> None:
        """Give the old file a second name, and see that it is the one that was loaded.

        This closes the race between the first look and the replacing.
        """
        folder = paths.backups(loaded.path)
        name = paths.backup(loaded.path, loaded.stamp.generation, loaded.save_id)
        with step("backup", name):
            self._files.make_folder(folder)
        try:
            with step("backup", name):
                self._files.link(loaded.path, name)
        except Exists:  # an earlier try got this far; the check below decides
            pass
        with step("backup", name):
            same = _digest(self._files.read(name, limits.FILE_BYTES)) == loaded.digest
            if not same:
                self._files.remove(name)
            self._files.sync_directory(folder)
        if not same:
            raise ChangedUnderneath(str(loaded.path))


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _state(path: Path, data: bytes, opened: Opened) -> VaultFile:
    header = opened.header
    return VaultFile(
        path, _digest(data), header.ident, header.save_id, opened.keys, opened.stamp
    )


def _doubt(write: Callable[[], None]) -> Unconfirmed | None:
    """Write; return what was not confirmed, where the new file is in place even so."""
    try:
        write()
    except Unconfirmed as error:
        return error
    return None
