"""The older states of a vault that are kept: which there are, and whether they stand.

Works without any way in: what is damaged is told by parity; opening one proves it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from vault.app.ports import Ports
from vault.app.second_place import second_place
from vault.envelope.header import Profile
from vault.errors import BrokenInvariant, VaultError
from vault.i18n import translate as _
from vault.storage import backups as kept
from vault.storage import paths
from vault.storage.reading import read_header
from vault.storage.repair import Healed, Lost, heal
from vault.storage.store import Store
from vault.storage.trouble import step


class State(StrEnum):
    """What parity tells of a backup."""

    WHOLE = "whole"
    HEALS = "heals"  # damaged, and its parity gives everything back
    UNPROVEN = "unproven"  # it has no parity: only opening proves it
    DAMAGED = "damaged"  # beyond what its parity can heal, or unreadable
    OTHER = "other"  # of another vault


@dataclass(frozen=True)
class Backup:
    """One older state; `apart` where it lies in the second place."""

    path: Path
    generation: int
    day: date
    size_bytes: int
    state: State
    apart: bool = False


@dataclass(frozen=True)
class KeptDamaged:
    """A file that was found damaged and healed; it stays until somebody removes it."""

    path: Path
    day: date
    size_bytes: int


def list_backups(ports: Ports, path: Path) -> tuple[Backup, ...]:
    """Return a vault's backups, newest first: beside it, and in the second place.

    `path` may be that of one of them. A second place that is not there has none. Raises
    what reading the vault's open part does, and `FileTrouble` where a folder can't be
    listed.
    """
    path = ports.files.resolve(path)
    ident = read_header(path, _store(ports).read(path)).ident
    place, vault = second_place(ports, path), paths.vault_of(path)
    found = list(_named(ports, vault, apart=False))
    if place is not None:
        found += _named(ports, Path(place.folder) / vault.name, apart=True)
    listed = []
    for number, one in enumerate(found):
        ports.progress(_("Looking at the backups"), number, len(found))
        listed.append(_looked_at(ports, one, ident))
    order = sorted(listed, key=lambda one: one.apart)
    return tuple(sorted(order, key=lambda one: one.generation, reverse=True))


def damaged_files(ports: Ports, path: Path) -> tuple[KeptDamaged, ...]:
    """Return the damaged files that were kept beside a vault; `FileTrouble`."""
    folder = paths.backups(paths.vault_of(ports.files.resolve(path)))
    found = []
    with step("list", folder):
        for name in filter(paths.is_damaged, ports.files.names(folder)):
            day, size = ports.files.day_and_size(folder / name)
            found.append(KeptDamaged(folder / name, day, size))
    return tuple(found)


def remove_damaged(ports: Ports, one: KeptDamaged) -> None:
    """Remove a damaged file that was kept, for good; raises `FileTrouble`."""
    if not (paths.is_kept(one.path) and paths.is_damaged(one.path.name)):
        raise BrokenInvariant("remove-not-damaged")
    with step("remove", one.path):
        ports.files.remove(one.path)


def _named(ports: Ports, vault: Path, *, apart: bool) -> Iterator[Backup]:
    folder = paths.backups(vault)
    for one in kept.newest_first(ports.files, vault):
        path, state = folder / one.name, State.UNPROVEN
        yield Backup(path, one.generation, one.day, one.size_bytes, state, apart)


def _looked_at(ports: Ports, one: Backup, ident: bytes) -> Backup:
    state = _state(ports, one.path, ident)
    where = one.path, one.generation, one.day, one.size_bytes
    return Backup(*where, state, one.apart)


def _state(ports: Ports, path: Path, ident: bytes) -> State:
    try:
        raw = _store(ports).read(path)
        header = read_header(path, raw)
    except VaultError:
        return State.DAMAGED
    if header.profile is not Profile.VAULT or header.ident != ident:
        return State.OTHER
    found = heal(raw)
    if isinstance(found, Lost):
        return State.DAMAGED
    if isinstance(found, Healed):
        return State.HEALS if found.places else State.WHOLE
    return State.UNPROVEN


def _store(ports: Ports) -> Store:
    return Store(ports.files, ports.random)
