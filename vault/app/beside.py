"""What came to lie at or beside an open vault while somebody else was writing there.

Nothing here runs Argon2: a copy that the keys in use do not open is told of, unopened.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vault.app.merge_flow import Merging, plan_merge
from vault.app.other_copy import Copy, close_copy, open_copy, vault_in
from vault.app.ports import Ports
from vault.app.session import Session
from vault.envelope.seal import Credentials
from vault.errors import VaultError
from vault.storage import conflicts
from vault.storage.reopening import load_by_keys
from vault.storage.store import Store, digest_of
from vault.storage.trouble import step

__all__ = ["Beside", "CopyBeside", "look_beside", "prepare", "put_away", "written"]


@dataclass(frozen=True)
class CopyBeside:
    """A copy that may hold what the vault has not; `program` may have left it."""

    path: Path
    program: str
    day: date
    digest: bytes = field(repr=False)  # to know it again


@dataclass(frozen=True)
class Beside:
    """`changed`: the file is no longer what was loaded. `copies`: the newest first.

    `seen` are the digests of all copies, those that bring nothing included.
    """

    changed: bool
    copies: tuple[CopyBeside, ...] = ()
    seen: frozenset[bytes] = frozenset()


def look_beside(session: Session, known: Collection[bytes] = ()) -> Beside:
    """Look at the vault's file and for copies beside it.

    Copies that bring nothing new are left out, and so are those whose digest is
    `known`: they are not opened again. What can't be read just now is taken for
    unchanged, or left out: it is looked at again.
    """
    files, own = session.ports.files, session.file
    store = Store(files, session.ports.random)
    changed, found, seen = False, list[CopyBeside](), set[bytes]()
    with suppress(VaultError):
        changed = digest_of(store.read(own.path)) != own.digest
    with suppress(VaultError):
        for one in conflicts.conflict_copies(files, store, own.path):
            digest = digest_of(store.read(one.path))
            seen.add(digest)
            idle = one.same or digest in known or _brings_nothing(session, one.path)
            if not idle:
                with step("look", one.path):
                    day, _size = files.day_and_size(one.path)
                found.append(CopyBeside(one.path, one.program, day, digest))
    found.sort(key=lambda one: (one.day, one.path.name), reverse=True)
    return Beside(changed, tuple(found), frozenset(seen))


def prepare(
    session: Session,
    path: Path,
    credentials: Credentials | None = None,
    *,
    consent: bool = False,
) -> Merging:
    """Open another copy and say what merging it would do; raises as `open_copy`."""
    copy = open_copy(session, path, credentials, consent=consent)
    return _planned(session, copy)


def put_away(ports: Ports, vault: Path, copy: Path) -> Path:
    """Move a merged copy into the folder of backups; return where it lies now.

    It keeps its name, or gets a number. Raises `FileTrouble`; it is then still there.
    """
    return conflicts.put_away(ports.files, ports.files.resolve(vault), copy)


def written(ports: Ports, path: Path) -> str:
    """Return the day on which a file was last written, as documents spell it."""
    with step("look", path):
        return ports.files.day_and_size(path)[0].isoformat()


def _brings_nothing(session: Session, path: Path) -> bool:
    """Tell whether a copy opens by the keys in use and has nothing that is new."""
    store = Store(session.ports.files, session.ports.random)
    try:
        file, body = load_by_keys(store, path, session.file.keys)
        merging = plan_merge(session, Copy(file, vault_in(body)))
    except VaultError:
        return False
    return merging.nothing_new and not merging.ways_differ


def _planned(session: Session, copy: Copy) -> Merging:
    try:
        return plan_merge(session, copy)
    except BaseException:
        close_copy(session, copy)
        raise
