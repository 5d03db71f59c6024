"""Merge another copy of a vault: open it, see what would become, do it.

Either into an open session, as one act that can be undone: a conflict copy beside the
vault, or what somebody else saved to the very file meanwhile. Or into a new file.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from vault.app.other_copy import (
    ConflictCopy,
    Copy,
    close_copy,
    conflict_copies,
    open_base,
    open_copy,
    open_disk,
    vault_in,
)
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.document.blobs import vault_body, with_blobs
from vault.document.codec import encode_document
from vault.envelope.seal import Stamp
from vault.errors import BrokenInvariant
from vault.merge.conflict import Conflict, conflicts, keep_shown, take_other
from vault.merge.difference import Difference
from vault.merge.side import Side, Two
from vault.merge.three_way import Merged, merge
from vault.model.change import Change, Changes, apply
from vault.model.record import Record
from vault.model.vault import Vault
from vault.storage.ancestor import common_save, saves_beside
from vault.storage.lockfile import Lock
from vault.storage.store import Store, VaultFile

__all__ = [
    "Conflict",
    "ConflictCopy",
    "Copy",
    "Difference",
    "Merging",
    "close_copy",
    "conflict_copies",
    "kept_as_typed",
    "merge_in",
    "merge_to",
    "open_base",
    "open_copy",
    "open_disk",
    "plan_merge",
    "settle",
    "settling",
    "to_check",
]

# Where the common state was taken from: a save named by the user; one of the two copies
# (which the other descends from); a backup; nowhere, so that the histories must do.
BaseFrom = Literal["given", "mine", "theirs", "backup", "history"]


@dataclass(frozen=True, eq=False)
class Merging:
    """What a merge would do: for a preview, then to be carried out.

    `ways` says whose ways in are kept, and `ways_differ` whether that matters.
    """

    copy: Copy
    vault: Vault  # mine, as it was when this was planned
    merged: Merged
    base: BaseFrom
    ways: Side
    ways_differ: bool

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything in which the copies differ, and what becomes of it."""
        return self.merged.differences

    @property
    def to_check(self) -> tuple[Difference, ...]:
        """Those of them that a person must look at."""
        return self.merged.to_check

    @property
    def same(self) -> bool:
        """Whether there is nothing to ask: the copies hold the same."""
        return not self.merged.differences and not self.ways_differ

    @property
    def nothing_new(self) -> bool:
        """Whether the other copy has nothing that mine has not."""
        return not self.merged.changes


def plan_merge(session: Session, copy: Copy, base: Vault | None = None) -> Merging:
    """Say what merging the copy into the session's vault would do; nothing is done.

    Without `base` the newest common save is looked for among the backups beside both.
    Their ways in are taken only where their copy descends from the state that ours was
    saved in: there they are the newer ones.
    """
    mine, theirs = session.file, copy.file
    vault = session.vault  # a window may apply acts while this is planned
    found: BaseFrom = "given"
    if base is None:
        base, found = _common(session, copy)
    differ = set(mine.keys.slots) != set(theirs.keys.slots)
    newer = found == "mine" and theirs.stamp.epoch >= mine.stamp.epoch
    ways: Side = "theirs" if newer and differ else "mine"
    merged = merge(Two(vault, copy.vault), base, ways)
    return Merging(copy, vault, merged, found, ways, differ)


def merge_in(session: Session, merging: Merging, name: str) -> Changes:
    """Merge into the session as one act called `name`; the next save writes it.

    Where the copy is what lies at the session's own path, the session goes on from it.
    Raises as `Session.apply`, `BrokenInvariant` where the vault was changed since.
    """
    if session.vault is not merging.vault:
        raise BrokenInvariant("merge.planned-for-another-state")
    mine, theirs = session.file, merging.copy.file
    changes = merging.merged.changes
    session.vault = with_blobs(session.vault, merging.copy.vault.blobs)
    done = session.apply(changes, name) if changes else Changes()
    keys = theirs.keys if merging.ways == "theirs" else mine.keys
    on_disk = theirs if theirs.path == mine.path else mine
    above = max(mine.next_generation, theirs.next_generation) - 1
    stamp = replace(on_disk.stamp, epoch=_epoch(mine, merging))
    session.file = replace(on_disk, keys=keys, above=above, stamp=stamp)
    if merging.ways == "theirs":
        session.presented = merging.copy.presented or session.presented
        if keys.file_key is not mine.keys.file_key:
            mine.keys.file_key.close()
    if on_disk is theirs:
        same_ways = merging.ways == "theirs" or not merging.ways_differ
        as_theirs = same_ways and session.vault == merging.copy.vault
        session.saved = session.vault if as_theirs else merging.copy.vault
    return done


def merge_to(session: Session, merging: Merging, out: Path) -> Vault:
    """Write what both copies become to a new file, later than both; return it.

    Both stay as they are, and so does the session. Raises `Exists`, `FileTrouble`,
    `Unconfirmed`.
    """
    ports = session.ports
    must_be_free(ports, out)
    mine, theirs = session.file, merging.copy.file
    vault, _ = apply(merging.vault, merging.merged.changes, ports.now())
    vault = with_blobs(vault, merging.copy.vault.blobs)
    line = theirs if merging.ways == "theirs" else mine
    generation = max(mine.next_generation, theirs.next_generation)
    stamp = Stamp(generation, _epoch(mine, merging), line.save_id)
    body = vault_body(vault, encode_document(vault))
    lock = Lock(out, ports.clock.now())
    try:
        made = _store(session).create(out, body, mine.ident, line.keys, stamp)
    except BaseException:
        lock.withdraw()
        raise
    lock.close()
    if made.unconfirmed:
        raise made.unconfirmed
    return vault


def to_check(session: Session) -> tuple[Conflict, ...]:
    """List what merges left to be looked at, the newest first."""
    return conflicts(session.vault)


def kept_as_typed(
    vault: Vault, kind: str, after: Record, typed: Collection[str]
) -> list[Conflict]:
    """List the conflicts of a record that typing what shows already answers."""
    before = vault.get(kind, after.id)
    same = {name for name in typed if getattr(before, name) == getattr(after, name)}
    if after == before:
        same.add("")  # the record as a whole stays
    found = (one for one in conflicts(vault) if (one.kind, one.id) == (kind, after.id))
    return [one for one in found if one.field in same]


def settle(session: Session, conflict: Conflict, name: str, *, other: bool) -> Changes:
    """Answer a conflict: what is shown is right, or the `other` value. One act."""
    return session.apply(settling(session, conflict, other=other), name)


def settling(session: Session, conflict: Conflict, *, other: bool) -> list[Change]:
    """Return the changes that answer a conflict, as `settle` does."""
    answer = take_other if other else keep_shown
    return answer(session.vault, conflict)


def _epoch(mine: VaultFile, merging: Merging) -> int:
    """Return the key epoch: higher than theirs where theirs had to give way to mine."""
    theirs = merging.copy.file.stamp.epoch
    gave_way = merging.ways_differ and merging.ways == "mine"
    if gave_way and theirs >= mine.stamp.epoch:
        return theirs + 1
    return max(mine.stamp.epoch, theirs)


def _common(session: Session, copy: Copy) -> tuple[Vault | None, BaseFrom]:
    """Return the newest common save, and where it was found."""
    files, mine, theirs = session.ports.files, session.file, copy.file
    saves = saves_beside(files, (mine.path, theirs.path))
    found = common_save(_store(session), saves, mine, theirs)
    if found is None:
        return None, "history"
    if found.save_id == mine.save_id:
        return session.saved, "mine"
    if found.save_id == theirs.save_id:
        return copy.vault, "theirs"
    return vault_in(found.body), "backup"


def _store(session: Session) -> Store:
    return Store(session.ports.files, session.ports.random)
