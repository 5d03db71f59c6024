"""A second place for backups: the first one dies with the laptop.

A folder on another disk, a stick, a folder that is synced. After a save the whole file
goes there under a backup's name, and what lies there is pruned by the same rules. A
stick that is not there is no fault: the newest save follows when it is back.
"""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec.structs import replace

from vault.app.ports import Ports
from vault.app.save_copy import whole_file
from vault.app.session import Session
from vault.errors import Exists, Refused
from vault.storage import atomic, backups, paths
from vault.storage.reading import read_header
from vault.storage.second import Choices, SecondPlace
from vault.storage.store import Store
from vault.storage.trouble import step

__all__ = [
    "Outcome",
    "SecondPlace",
    "choose_second_place",
    "is_there",
    "keep_second",
    "leave_second_place",
    "on_same_disk",
    "second_place",
]


_TAG_BYTES = 6  # of a temporary name


class Outcome(StrEnum):
    """What became of the second set of backups."""

    NONE = "none"  # there is no second place, or this copy is not for it
    ALREADY = "already"  # the save lies there
    KEPT = "kept"  # it lies there now
    ABSENT = "absent"  # the disk is not there


def second_place(ports: Ports, path: Path) -> SecondPlace | None:
    """Return the second place of the vault at a path; needs no way in.

    Raises what reading the vault's open part does.
    """
    choices = _choices(ports)
    return choices.of(_ident(ports, path)) if choices else None


def choose_second_place(ports: Ports, path: Path, folder: Path) -> SecondPlace:
    """Have further saves of a vault kept in a folder too; needs no way in.

    Raises `Refused` for the folder that the vault lies in, or where this device keeps
    no notes; `FileTrouble`.
    """
    choices = _choices(ports)
    if choices is None:
        raise Refused("nothing-remembered")
    path, folder = ports.files.resolve(path), ports.files.resolve(folder)
    if folder in (path.parent, paths.backups(path)):
        raise Refused("second-place-same", str(folder))
    with step("look", folder):
        ports.files.day_and_size(folder)  # it must be there
    tried = paths.temporary(folder / path.name, ports.random(_TAG_BYTES))
    with step("create", folder):  # and take what comes
        ports.files.close(ports.files.create(tried))
        ports.files.remove(tried)
    place = SecondPlace(str(folder))
    choices.choose(_ident(ports, path), place)
    return place


def leave_second_place(ports: Ports, path: Path) -> None:
    """Keep no second set any more; what lies there stays. Raises as `second_place`."""
    if choices := _choices(ports):
        choices.forget(_ident(ports, path))


def is_there(ports: Ports, place: SecondPlace) -> bool:
    """Tell whether the disk of a second place is there now."""
    return ports.files.exists(Path(place.kept_in or place.folder))


def on_same_disk(ports: Ports, path: Path, place: SecondPlace) -> bool:
    """Tell whether a second place lies on the vault's own disk: it goes with it.

    A folder there may be synced to elsewhere; nobody can tell from here.
    """
    with suppress(OSError):
        return ports.files.disk(path) == ports.files.disk(Path(place.folder))
    return False


def keep_second(session: Session) -> Outcome:
    """Put the newest save into the second place, if it is due and the disk is there.

    Raises `FileTrouble`, `Unconfirmed`, `ChangedUnderneath`, `TooLarge`.
    """
    ports, file = session.ports, session.file
    choices = _choices(ports)
    place = choices.of(file.ident) if choices else None
    session.kept_apart = choices is None or place is not None
    if choices is None or place is None or session.read_only:
        return Outcome.NONE
    if place.save == file.save_id.hex():
        return Outcome.ALREADY
    if not is_there(ports, place):
        return Outcome.ABSENT
    vault = Path(place.folder) / file.path.name
    target = paths.backup(vault, file.stamp.generation, file.save_id)
    with step("make-folder", target.parent):
        ports.files.make_folder(target.parent)
    with suppress(Exists):  # another device put it there, or an earlier try of ours
        atomic.write_new(ports.files, ports.random, target, whole_file(session))
    today = ports.clock.now().date()
    backups.prune(ports.files, vault, today)
    kept = replace(
        place,
        save=file.save_id.hex(),
        day=today.isoformat(),
        kept_in=str(target.parent),
    )
    choices.choose(file.ident, kept)
    return Outcome.KEPT


def _choices(ports: Ports) -> Choices | None:
    return Choices(ports.files, ports.random, ports.state) if ports.state else None


def _ident(ports: Ports, path: Path) -> bytes:
    return read_header(path, Store(ports.files, ports.random).read(path)).ident
