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
from vault.envelope.header import VAULT_BEGIN, Profile
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
    FileTrouble,
    TooLarge,
    Unconfirmed,
    WrongKind,
)
from vault.storage import atomic, backups, paths
from vault.storage.files import Files
from vault.storage.parity import repair_part
from vault.storage.reading import open_healed, read_header
from vault.storage.repair import Healed
from vault.storage.trouble import step


@dataclass(frozen=True)
class VaultFile:
    """One state of a vault file: where it lies, what was loaded, the keys in use.

    `damage` is what was healed in memory and still is damaged on the disk;
    `parity_due` means that the parity of a large file is still to be added; `above`,
    that a copy of that generation was merged, which the next save must be above.
    """

    path: Path
    digest: bytes  # SHA-256 of the whole file
    ident: bytes  # the vault id
    save_id: bytes
    keys: Keys
    stamp: Stamp
    unconfirmed: Unconfirmed | None = None  # in place, but the disk would not say so
    damage: Healed | None = None
    parity_due: bool = False
    above: int = 0

    @property
    def next_generation(self) -> int:
        """The generation of the next save."""
        return max(self.stamp.generation, self.above) + 1


@dataclass(frozen=True)
class _Sealed:
    """A new state as it goes to the disk, and which save it is."""

    data: bytes
    save_id: bytes
    parity_due: bool


class Store:
    """Vault files on one disk."""

    def __init__(self, files: Files, random: Callable[[int], bytes]) -> None:
        self._files = files
        self._random = random

    def read(self, path: Path) -> bytes:
        """Return the whole file; `TooLarge` beyond 256 MiB, `FileTrouble` if unread."""
        most = limits.FILE_BYTES
        with step("read", path):
            # A huge file is not even begun: it may be nothing but a hole.
            _, size = self._files.day_and_size(path)
            data = b"" if size > most else self._files.read(path, most)
        if max(size, len(data)) > most:
            raise TooLarge("FILE_BYTES", most)
        return data

    def must_begin_as_vault(self, path: Path) -> None:
        """See that the file calls itself a vault; raises as `read_vault` if not.

        Only its first bytes are read: for whoever reads it all in a moment.
        """
        with step("read", path):
            begin = self._files.read(path, len(VAULT_BEGIN))
        if not begin.startswith(VAULT_BEGIN):
            self.read_vault(path)

    def read_vault(self, path: Path) -> bytes:
        """Return the whole file, whose open part is a vault's.

        Raises what `read` does, `Malformed`, `TooNew`, `WrongKind` for a share or kit,
        `Damaged` where that part is, beyond what its parity can heal.
        """
        data = self.read(path)
        profile = read_header(path, data).profile
        if profile is not Profile.VAULT:
            raise WrongKind(str(path), "vault", profile.name.lower())
        return data

    def create(
        self, path: Path, body: bytes, ident: bytes, keys: Keys, stamp: Stamp
    ) -> VaultFile:
        """Make a new vault file; `Exists` where anything stands at `path`."""
        new = self._sealed(body, ident, keys, stamp)
        doubt = doubt_of(
            lambda: atomic.write_new(self._files, self._random, path, new.data)
        )
        return _written(path, ident, keys, stamp, new, doubt)

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
        does, and the envelope's other errors; `Damaged` where parity is too little.
        """
        with step("resolve", path):
            path = self._files.resolve(path)
        data = self.read_vault(path)

        def open_(reading: bytes) -> Opened:
            return open_envelope(
                reading,
                credentials,
                profile=Profile.VAULT,
                consent=consent,
                free_memory_kib=self._files.free_memory_kib(),
                cancelled=cancelled,
            )

        opened, damage = open_healed(path, data, open_)
        return _loaded(path, data, opened, damage), opened.body

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
            generation=loaded.next_generation,
            epoch=loaded.stamp.epoch + (keys is not None),
            parent=loaded.save_id,
        )
        keys = keys or loaded.keys
        new = self._sealed(body, loaded.ident, keys, stamp)
        doubt = self.replace(loaded, new.data, lambda: self._back_up(loaded))
        if doubt is None:  # else a power cut may bring the old file back
            backups.prune(self._files, loaded.path, today)
        return _written(loaded.path, loaded.ident, keys, stamp, new, doubt)

    def replace(
        self, loaded: VaultFile, data: bytes, before: Callable[[], None]
    ) -> Unconfirmed | None:
        """Put `data` in the place of the loaded file, if it still is that one.

        `before` is as in `atomic.replace`. Returns what the disk did not confirm;
        raises `ChangedUnderneath` and `FileTrouble`. The file is looked at when all is
        done but the replacing: a look before that proves no more, and costs as much.
        """

        def last() -> None:
            before()
            self.must_be(loaded)  # syncing took its time, and another may have saved

        files, random, path = self._files, self._random, loaded.path
        try:
            return doubt_of(lambda: atomic.replace(files, random, path, data, last))
        except FileTrouble:
            self.must_be(loaded)  # another's save may be what stood in the way
            raise

    def must_be(self, loaded: VaultFile) -> bytes:
        """Return the file's bytes; `ChangedUnderneath` where it is another by now."""
        data = self.read(loaded.path)
        if digest_of(data) != loaded.digest:
            raise ChangedUnderneath(str(loaded.path))
        return data

    def keep_damaged(self, loaded: VaultFile) -> None:
        """Give the damaged file a name of its own among the backups."""
        kept = paths.damaged(loaded.path, loaded.digest)
        backups.keep(self._files, loaded.path, loaded.digest, kept)

    def _sealed(self, body: bytes, ident: bytes, keys: Keys, stamp: Stamp) -> _Sealed:
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
        due = len(data) > limits.PARITY_AT_ONCE_BYTES
        if not due:
            data += repair_part(data)
        opened = reopen(data, keys, profile=Profile.VAULT)
        header = opened.header
        # The file key in use tries no slot: the ways in are compared instead.
        found = (opened.body, opened.stamp, header.ident, header.slots, header.kept)
        if found != (body, stamp, ident, keys.slots, keys.kept):
            raise BrokenInvariant("sealed vault opens to other content")
        return _Sealed(data, opened.header.save_id, due)

    def _back_up(self, loaded: VaultFile) -> None:
        """Keep the old file as a backup; where it was damaged, the healed one too."""
        name = paths.backup(loaded.path, loaded.stamp.generation, loaded.save_id)
        if loaded.damage is None:
            backups.keep(self._files, loaded.path, loaded.digest, name)
            return
        self.keep_damaged(loaded)
        try:
            atomic.write_new(self._files, self._random, name, loaded.damage.data)
        except Exists:
            pass  # an earlier try got this far; the name says which save it is
        except Unconfirmed as error:  # nothing was replaced yet
            raise FileTrouble(error.path, "backup", error.errno) from error


def digest_of(data: bytes) -> bytes:
    """Return the SHA-256 by which a whole file is known again."""
    return hashlib.sha256(data).digest()


def _loaded(
    path: Path, data: bytes, opened: Opened, damage: Healed | None
) -> VaultFile:
    return VaultFile(
        path=path,
        digest=digest_of(data),
        ident=opened.header.ident,
        save_id=opened.header.save_id,
        keys=opened.keys,
        stamp=opened.stamp,
        damage=damage,
    )


def _written(
    path: Path,
    ident: bytes,
    keys: Keys,
    stamp: Stamp,
    new: _Sealed,
    doubt: Unconfirmed | None,
) -> VaultFile:
    return VaultFile(
        path=path,
        digest=digest_of(new.data),
        ident=ident,
        save_id=new.save_id,
        keys=keys,
        stamp=stamp,
        unconfirmed=doubt,
        parity_due=new.parity_due,
    )


def doubt_of(write: Callable[[], None]) -> Unconfirmed | None:
    """Write; return what was not confirmed, where the new file is in place even so."""
    try:
        write()
    except Unconfirmed as error:
        return error
    return None
