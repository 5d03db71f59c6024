"""Where the save lies that this device saw last, when another file took its place."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vault.app.other_copy import conflict_copies
from vault.app.ports import Ports
from vault.app.second_place import second_place
from vault.app.session import Session
from vault.errors import VaultError
from vault.storage import backups, paths
from vault.storage.reading import read_header
from vault.storage.store import Store


def own_save(session: Session) -> Path | None:
    """Find it among the copies beside the vault, its backups and the second place.

    None where nothing is missing, or it is not found; what can't be read is passed by.
    """
    seen, ports = session.standing.seen, session.ports
    if seen is None or session.standing.silent:
        return None
    path = paths.vault_of(session.file.path)
    for found in (*_beside(ports, path), *_kept(ports, path)):
        if _save_of(ports, found) == seen.save:
            return found
    return None


def _beside(ports: Ports, path: Path) -> Iterator[Path]:
    with suppress(VaultError):
        yield from (one.path for one in conflict_copies(ports, path))


def _kept(ports: Ports, path: Path) -> Iterator[Path]:
    with suppress(VaultError):
        place = second_place(ports, path)
        vaults = [path, *([Path(place.folder) / path.name] if place else [])]
        for vault in vaults:
            for one in backups.newest_first(ports.files, vault):
                yield paths.backups(vault) / one.name


def _save_of(ports: Ports, path: Path) -> str:
    with suppress(VaultError):
        data = Store(ports.files, ports.random).read(path)
        return read_header(path, data).save_id.hex()
    return ""
