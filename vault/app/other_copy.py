"""The other copy of a vault: found beside it, opened, closed again."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vault.app.credentials import Credentials
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_vault, open_another
from vault.document.blobs import read_body
from vault.errors import NoKey, ReadOnly, Refused
from vault.model.vault import Vault
from vault.storage import conflicts
from vault.storage.conflicts import ConflictCopy
from vault.storage.reading import read_header
from vault.storage.reopening import load_by_keys
from vault.storage.store import Store, VaultFile

__all__ = [
    "ConflictCopy",
    "Copy",
    "close_copy",
    "conflict_copies",
    "open_base",
    "open_copy",
    "open_disk",
    "vault_in",
]


@dataclass(frozen=True, eq=False)
class Copy:
    """The other copy, opened. Close it with `close_copy`.

    `presented` is what opened it, where that was not what opened ours.
    """

    file: VaultFile
    vault: Vault
    presented: Credentials | None = None


def conflict_copies(ports: Ports, path: Path) -> tuple[ConflictCopy, ...]:
    """Return the copies that sync programs left beside a vault, those of its id.

    Works without any key. Raises `Malformed`, `TooNew`, `Damaged`, `FileTrouble` where
    the vault itself or its folder can't be read.
    """
    return conflicts.conflict_copies(ports.files, _store(ports), path)


def open_copy(
    session: Session,
    path: Path,
    credentials: Credentials | None = None,
    *,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Copy:
    """Open another copy of the session's vault.

    Without `credentials` it is tried with what opened ours, at first without Argon2.
    Raises `Refused` for another vault, `ReadOnly` where a newer program wrote either,
    `NoKey`, and what `open_vault` raises.
    """
    ports = session.ports
    must_be_vault(ports, path)
    if read_header(path, _store(ports).read(path)).ident != session.file.ident:
        raise Refused("merge-other-vault", str(path))
    path = ports.files.resolve(path)
    _must_be_ours(session)
    if credentials is None:
        with suppress(NoKey):
            return _by_keys(session, path)
    shown = session.presented
    if credentials is not None:  # the key file that goes with ours may go with theirs
        file = credentials.key_file or session.presented.key_file
        shown = replace(credentials, key_file=file)
    opened = open_another(
        ports,
        path,
        shown,
        write=False,
        consent=consent,
        cancelled=cancelled,
    )
    _must_be_ours(opened)
    return Copy(opened.file, opened.vault, shown if credentials else None)


def open_disk(session: Session, credentials: Credentials | None = None) -> Copy:
    """Open what lies now at the session's own path: somebody saved it meanwhile.

    Raises as `open_copy`.
    """
    return open_copy(session, session.file.path, credentials)


def open_base(session: Session, path: Path, copy: Copy) -> Vault:
    """Open the save that both copies come from, where the user names it.

    By the keys of either copy, else by what opened ours. Raises as `open_copy`.
    """
    try:
        found = load_by_keys(_store(session.ports), path, copy.file.keys)
    except NoKey:
        base = open_copy(session, path)
        close_copy(session, base)
        return base.vault
    return vault_in(found[1])


def close_copy(session: Session, copy: Copy) -> None:
    """Wipe the copy's file key, unless the session goes on with it."""
    if copy.file.keys.file_key is not session.file.keys.file_key:
        copy.file.keys.file_key.close()


def _by_keys(session: Session, path: Path) -> Copy:
    file, body = load_by_keys(_store(session.ports), path, session.file.keys)
    return Copy(file, vault_in(body))


def vault_in(body: bytes) -> Vault:
    """Return the vault in a body; `ReadOnly` where a newer program wrote it."""
    decoded = read_body(body)
    if decoded.read_only:
        raise ReadOnly("newer-minor")
    return decoded.vault


def _must_be_ours(session: Session) -> None:
    """Refuse what a newer program wrote: writing it again would lose some of it."""
    if session.read_only == "newer-minor":
        raise ReadOnly("newer-minor")


def _store(ports: Ports) -> Store:
    return Store(ports.files, ports.random)
