"""A file's health, healing it, and the backup to fall back on.

But for `write_back`, all of it works without any key: what is healed is believed only
when somebody opens it.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from vault.app.ports import Ports
from vault.app.session import Session
from vault.envelope.header import Profile, is_paper, parse_header
from vault.errors import (
    Damaged,
    FileTrouble,
    Malformed,
    Tampered,
    VaultError,
)
from vault.storage import atomic, backups, paths, renew
from vault.storage.reading import read_header
from vault.storage.repair import Healed, Lost, Place, heal
from vault.storage.store import Store

__all__ = [
    "GoodBackup",
    "Health",
    "Parity",
    "Place",
    "add_parity",
    "complete",
    "heal_file",
    "health",
    "naming_backup",
    "newest_good_backup",
    "write_back",
]


class Parity(StrEnum):
    """What a file's parity tells of it."""

    NONE = "none"  # there is none: only opening proves the file
    WHOLE = "whole"
    HEALS = "heals"  # the file is damaged, and the parity gives everything back
    LOST = "lost"  # the damage is more than the parity can heal


@dataclass(frozen=True)
class Health:
    """What can be told of damage without any key: `places` are from byte, to byte."""

    parity: Parity
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class GoodBackup:
    """An older state without a sign of damage; `proven` where its parity says so."""

    path: Path
    generation: int
    day: date
    proven: bool


def health(ports: Ports, path: Path) -> Health:
    """Look at all of a file.

    Raises `TooLarge`, `FileTrouble`; where no parity tells that it is one of ours, also
    what its header is refused for: `Malformed`, `TooNew`.
    """
    raw = _store(ports).read(path)
    found = heal(raw)
    if found is None:
        read_header(path, raw)
    return _health_of(found)


def heal_file(ports: Ports, path: Path, out: Path) -> Health:
    """Write the file to a new one, healed where it is damaged; the old one stays.

    A file without parity is copied as it is. Raises `Damaged` where the parity is too
    little, `Malformed` and `TooNew` where the file is none of ours, `Exists`,
    `FileTrouble`, `Unconfirmed`.
    """
    raw = _store(ports).read(path)
    read_header(path, raw)
    found = heal(raw)
    if isinstance(found, Lost):
        raise Damaged(str(path), found.places)
    data = found.data if found else raw
    atomic.write_new(ports.files, ports.random, out, data)
    return _health_of(found)


def write_back(session: Session) -> Path:
    """Heal an open vault on the disk too; return where the damaged file is kept.

    The next save does it as well. Raises as `Session.write_again`.
    """
    kept = paths.damaged(session.file.path, session.file.digest)
    session.write_again(renew.write_back)
    return kept


def add_parity(session: Session) -> None:
    """Add the parity that a large vault was saved without: for idle moments.

    Closing does it as well. Raises as `Session.write_again`.
    """
    session.write_again(renew.add_parity)


def complete(session: Session) -> None:
    """Add the parity that is due, if that can be done; else the save stands without.

    It is not tried again before the next save.
    """
    with suppress(*renew.TROUBLES):
        add_parity(session)
    session.file = replace(session.file, parity_due=False)


def newest_good_backup(ports: Ports, path: Path) -> GoodBackup | None:
    """Return the newest backup of a vault that shows no damage; None without any."""
    path = ports.files.resolve(path)
    try:
        listed = backups.newest_first(ports.files, path)
    except VaultError:
        return None
    ident = _ident_of(ports, path)
    for backup in listed:
        place = paths.backups(path) / backup.name
        proven = _looks_good(ports, place, ident)
        if proven is not None:
            return GoodBackup(place, backup.generation, backup.day, proven)
    return None


@contextmanager
def naming_backup(ports: Ports, path: Path) -> Iterator[None]:
    """Let an error that damage may be the cause of name the newest good backup."""
    try:
        yield
    except (Malformed, Tampered, Damaged, FileTrouble) as error:
        if isinstance(error, FileTrouble) and error.errno != errno.EIO:
            raise  # a path that is wrong or a folder that is shut is no damage
        found = None if error.backup else newest_good_backup(ports, path)
        if found:
            error.backup = str(found.path)
        raise


def _health_of(found: Healed | Lost | None) -> Health:
    if found is None:
        return Health(Parity.NONE)
    if isinstance(found, Lost):
        return Health(Parity.LOST, found.places)
    return Health(Parity.HEALS if found.places else Parity.WHOLE, found.places)


def _store(ports: Ports) -> Store:
    return Store(ports.files, ports.random)


def _ident_of(ports: Ports, path: Path) -> bytes | None:
    """Return the vault id of a damaged file, where it can still be read."""
    try:
        return read_header(path, _store(ports).read(path)).ident
    except VaultError:
        return None


def _looks_good(ports: Ports, path: Path, ident: bytes | None) -> bool | None:
    """Tell whether a backup is proven whole; None where it is damaged or another's."""
    try:
        raw = _store(ports).read(path)
        found = heal(raw)
        data = found.data if isinstance(found, Healed) else raw
        header = parse_header(data, is_paper(data))
    except VaultError:
        return None
    wanted = ident in (None, header.ident) and header.profile is Profile.VAULT
    return None if isinstance(found, Lost) or not wanted else found is not None
