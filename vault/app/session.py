"""An open vault: apply changes, undo, save, change the ways in, close.

Nothing is saved unasked here: a window saves a second after the last edit, a command
saves once at its end. An edit that could not be saved stays in the session.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from vault.app import memory
from vault.app.ports import Ports
from vault.app.standing import FIRST, Standing
from vault.document.blobs import vault_body
from vault.document.writer import Writer
from vault.envelope.seal import Credentials, Keys
from vault.errors import BrokenInvariant, Invalid, ReadOnly, Unconfirmed
from vault.hardening import give_back
from vault.history.daily import Daily
from vault.model.change import Change, Changes, apply, undo
from vault.model.validate import findings_of
from vault.model.vault import KINDS, Vault
from vault.storage import renew
from vault.storage.lockfile import Lock
from vault.storage.repair import Place
from vault.storage.store import Store, VaultFile


@dataclass(frozen=True)
class Act:
    """One thing the user did, with its name for "Undo …"."""

    name: str
    changes: Changes


class Session:
    """One vault, open. Close it, or use it as a context manager."""

    def __init__(
        self,
        ports: Ports,
        file: VaultFile,
        vault: Vault,
        lock: Lock | None,
        presented: Credentials,
        read_only: str = "",
    ) -> None:
        """Take an opened file and what opened it.

        `lock` None means that it was opened for reading; `read_only` names a reason
        why nothing may change even so.
        """
        self.presented = presented
        self.ports = ports
        self.file = file
        self.vault = vault
        self.read_only = read_only
        self.standing: Standing = FIRST  # to what this device saw of the vault
        self.kept_apart = True  # whether backups lie in a second place, or can't
        self.writer = Writer()  # `open_vault` has one that knows what it read
        self._lock = lock
        self._was = vault  # as it was opened
        self.saved = vault  # as it is on the disk
        self._daily = Daily()
        self._done: list[Act] = []
        self._undone: list[Act] = []

    @property
    def unsaved(self) -> bool:
        """Whether the vault in memory differs from the one on the disk."""
        return self.vault is not self.saved

    @property
    def damage(self) -> tuple[Place, ...]:
        """Where the file on the disk is damaged, healed in memory; empty if nowhere."""
        return self.file.damage.places if self.file.damage else ()

    @property
    def may_write(self) -> bool:
        """Whether acts are taken at all."""
        return not self.read_only and self._lock is not None

    @property
    def undo_name(self) -> str:
        """The name of the act that `undo` would take back; "" where there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The name of the act that `redo` would do again; "" where there is none."""
        return self._undone[-1].name if self._undone else ""

    def apply(self, change: Change | Iterable[Change], name: str = "") -> Changes:
        """Take one act in whole.

        Raises `ReadOnly`, or `Invalid` where the act would bring in a finding that is
        an error; the vault is then as before.
        """
        self._must_write()
        vault, changes = apply(self.vault, change, *self.ports.now_and_here())
        self._must_be_valid(vault, changes)
        self._done.append(Act(name, changes))
        self._undone.clear()
        self.vault = self._daily.tidied(vault, self.ports.today())
        return changes

    def preview(self, change: Iterable[Change]) -> None:
        """See that an act would be taken, and forget it; raises as `apply` does."""
        vault, changes = apply(self.vault, change, self.ports.now())
        self._must_be_valid(vault, changes)

    def undo(self) -> Changes | None:
        """Take the last act back; None where there is none."""
        return self._turn_back(self._done, self._undone)

    def redo(self) -> Changes | None:
        """Do again what was undone last; None where there is nothing."""
        return self._turn_back(self._undone, self._done)

    def withdraw(self) -> None:
        """Take the last act back for good: what it was for did not come about."""
        if self.undo() is not None:
            self._undone.pop()

    def save(self) -> None:
        """Write the vault; does nothing where nothing changed. Never runs Argon2.

        Raises what `Store.save` raises; the edits then stay in memory. `Unconfirmed`
        is raised once, after the new state was taken over.
        """
        if self.unsaved:
            self._write(None)

    def write_again(self, how: renew.Renewal) -> None:
        """Write the save that is on the disk again, made whole; edits stay unsaved.

        Raises `ChangedUnderneath`, `FileTrouble` with the old file still in place, and
        `Unconfirmed`.
        """
        self._must_write()
        self.file = how(self._store, self.file)
        self.must_be_confirmed()

    def save_beside(self, path: Path) -> None:
        """Write the vault to a new file and go on in that one; the old one stays.

        For where the old file is not ours to replace any more, or can't be written.
        Raises `Exists`, `FileTrouble`, `Unconfirmed`; but for the last nothing changed.
        """
        self._must_write()
        ports, was, vault = self.ports, self.file, self.vault
        body = vault_body(vault, self.writer.document(vault))
        generation = was.next_generation
        stamp = replace(was.stamp, generation=generation, parent=was.save_id)
        lock = Lock(path, ports.clock.now())
        try:
            self.file = self._store.create(path, body, was.ident, was.keys, stamp)
        except BaseException:
            lock.withdraw()
            raise
        if self._lock:
            self._lock.close()
        self._lock, self.saved = lock, vault
        self._remember()
        self.must_be_confirmed()

    def make_current(
        self, generation: int, epoch: int, write: Callable[[], None]
    ) -> None:
        """Let `write` save an older state as the newest: it may be changed again.

        Its generation and key epoch come above those given. Raises what `write` raises;
        nothing is changed then, but for `Unconfirmed`.
        """
        before = self.file, self.read_only
        stamp = replace(self.file.stamp, epoch=max(self.file.stamp.epoch, epoch))
        above = max(self.file.above, generation)
        self.file, self.read_only = replace(self.file, above=above, stamp=stamp), ""
        try:
            write()
        except Unconfirmed:
            raise
        except BaseException:
            self.file, self.read_only = before
            raise

    def must_be_confirmed(self) -> None:
        """Raise `Unconfirmed` where the disk did not confirm what was written last."""
        if self.file.unconfirmed:
            raise self.file.unconfirmed

    def rekey(
        self,
        keys: Keys,
        changes: Callable[[Vault], Iterable[Change]],
        presented: Credentials,
    ) -> None:
        """Save with other ways in, and what the vault notes of them: all, or nothing.

        It can't be undone, and nothing before it either: an undo would bring back the
        secret that was replaced. Raises as `save`; nothing is changed then, but for
        `Unconfirmed`.
        """
        self._must_write()
        before, was_presented = self.vault, self.presented
        self.vault, _ = apply(before, changes(before), self.ports.now())
        self.presented = presented
        try:
            self._write(keys)
        except Unconfirmed:
            self._forget_acts()
            raise
        except BaseException:  # the old ways in are in force, and what is noted of them
            self.vault, self.presented = before, was_presented
            raise
        self._forget_acts()

    def close(self) -> None:
        """Add what parity is due, wipe the file key, give the vault free for others."""
        if self.file.parity_due:
            with suppress(*renew.TROUBLES):  # the save stands without it
                self.write_again(renew.add_parity)
            self.file = replace(self.file, parity_due=False)
        self.file.keys.file_key.close()
        if self._lock:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _turn_back(self, source: list[Act], target: list[Act]) -> Changes | None:
        if not source:
            return None
        self._must_write()
        act = source.pop()
        self.vault, changes = undo(self.vault, act.changes, *self.ports.now_and_here())
        target.append(Act(act.name, changes))
        return changes

    def _forget_acts(self) -> None:
        self._done.clear()
        self._undone.clear()

    def _write(self, keys: Keys | None) -> None:
        self._must_write()
        vault = self.vault  # a window may apply further acts while this is written
        body = vault_body(vault, self.writer.document(vault))
        today = self.ports.clock.now().date()
        self.file = self._store.save(self.file, body, today, keys=keys)
        del body
        give_back()
        self.saved = vault
        self._remember()
        self.must_be_confirmed()

    def _remember(self) -> None:
        """Note what was saved as the newest that this device saw."""
        memory.note(self.ports, self.file, self.saved, self._was)

    @property
    def _store(self) -> Store:
        return Store(self.ports.files, self.ports.random)

    def _must_write(self) -> None:
        if self.read_only:
            raise ReadOnly(self.read_only)
        if self._lock is None:
            raise BrokenInvariant("session opened for reading was asked to write")

    def _must_be_valid(self, vault: Vault, changes: Changes) -> None:
        """Refuse an act that breaks a record it touches; older faults may stay."""
        touched = {(one.kind, one.id) for one in changes.touched}
        records = [(k, vault.find(k, id_)) for k, id_ in touched if k in KINDS]
        errors = [
            found[1:]
            for kind, record in records
            if record is not None
            for found in findings_of(vault, kind, record)
            if found.severity == "error"
        ]
        if errors:
            raise Invalid(tuple(sorted(errors)))
