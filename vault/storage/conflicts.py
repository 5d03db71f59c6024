"""Copies of a vault that sync programs leave beside it when two devices both wrote.

The name is only a hint, and who gave it a guess. A copy is believed by its open part:
that it is a vault, and this one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from vault import limits
from vault.envelope.header import Profile
from vault.errors import ChangedUnderneath, Exists, VaultError
from vault.storage import paths
from vault.storage.files import Files
from vault.storage.reading import read_header
from vault.storage.store import Store
from vault.storage.trouble import step


class Habit(NamedTuple):
    """What a program puts between a name and its ending, and where that was read."""

    program: str
    tail: re.Pattern[str]
    source: str


HABITS: Final = (
    Habit(
        "Syncthing",
        re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"),
        "syncthing/syncthing: lib/model/folder_sendrecv.go, conflictName",
    ),
    Habit(
        "Nextcloud",
        re.compile(r" \(conflicted copy (?:[^()]* )?\d{4}-\d\d-\d\d \d{6}\)"),
        "nextcloud/desktop: src/common/utility.cpp, makeConflictFileName",
    ),
    Habit(
        "Nextcloud",  # and ownCloud: before 2018
        re.compile(r"_conflict-\d{8}-\d{6}"),
        "nextcloud/desktop: src/common/utility.cpp, isConflictFile, the old pattern",
    ),
    Habit(
        "Dropbox",
        re.compile(r" \((?:[^()]*['\u2019]s )?conflicted copy(?: [^()]*)?\)"),
        "help.dropbox.com: conflicted-copy; samschott/maestral issue 861",
    ),
    Habit(
        "Dropbox",
        re.compile(r" \(case conflict(?: \d+)?\)", re.IGNORECASE),
        "samschott/maestral: sync.py, as the official client does it",
    ),
    Habit(
        "Dropbox",  # in another language: words, then a day
        re.compile(r" \([^()]+ \d{4}-\d\d-\d\d\)"),
        "BloomBooks/BloomDesktop pull request 4309: the words are translated",
    ),
    Habit(
        "Google Drive",
        re.compile(r" ?\(\d{1,3}\)"),
        "keepassxreboot/keepassxc issue 2066: (1).kdbx and (1) (1).kdbx",
    ),
    Habit(
        "iCloud Drive",
        re.compile(r" \d{1,3}"),
        "keepassium/KeePassium issues 53 and 131: name 2, name 3",
    ),
    Habit(
        "OneDrive",
        re.compile(r"-[A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*"),
        "skilion/onedrive issues 265 and 338: the computer's name, then a number",
    ),
)


_TRIES: Final = 1000  # names for copies that are put away


@dataclass(frozen=True)
class ConflictCopy:
    """Another copy of a vault beside it; `program` is who may have left it.

    `same` where it is the very save that the vault is.
    """

    path: Path
    program: str
    same: bool


def program_of(name: str, vault: str) -> str:
    """Return which program may have made this name of a vault's name; "" for none.

    A copy of a copy has two tails; the first says who began.
    """
    stem, dot, ending = vault.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (vault, "")
    if not (name.startswith(stem) and name.endswith(ending)):
        return ""
    tail = name[len(stem) : len(name) - len(ending)]
    programs = []
    while tail:
        found = next(((h, m) for h in HABITS if (m := h.tail.match(tail))), None)
        if found is None:
            return ""
        programs.append(found[0].program)
        tail = tail[found[1].end() :]
    return programs[0] if programs else ""


def conflict_copies(files: Files, store: Store, path: Path) -> tuple[ConflictCopy, ...]:
    """Return the copies of a vault that lie beside it; raises as `read_header` does.

    One that can't be read, or is half here yet, is left out: it may come.
    """
    path = files.resolve(path)
    own = read_header(path, store.read(path))
    return tuple(_believed(files, store, path, (own.ident, own.save_id)))


def put_away(files: Files, vault: Path, copy: Path) -> Path:
    """Move a copy into the folder of a vault's backups; return where it lies now.

    It keeps its name, or gets a number behind it. Raises `FileTrouble`, and
    `ChangedUnderneath` where it became another meanwhile; it is then still there.
    """
    folder = paths.backups(vault)
    with step("put-away", copy):
        files.make_folder(folder)
    for number in range(_TRIES):
        added = f" {number + 1}" if number else ""
        place = folder / f"{copy.stem}{added}{copy.suffix}"
        try:
            with step("put-away", copy):
                if not files.link(copy, place):
                    files.copy(copy, place)
                data = files.read(place, limits.FILE_BYTES)
                same = data == files.read(copy, limits.FILE_BYTES)
        except Exists:
            continue
        if not same:  # a sync program is at it just now
            raise ChangedUnderneath(str(copy))
        with step("put-away", copy):
            files.sync_directory(folder)
            files.remove(copy)
            files.sync_directory(copy.parent)
        return place
    raise Exists(str(folder / copy.name))


def _believed(
    files: Files, store: Store, path: Path, own: tuple[bytes, bytes]
) -> Iterator[ConflictCopy]:
    with step("list", path.parent):
        names = files.names(path.parent)
    for name in names:
        program = program_of(name, path.name)
        other = path.with_name(name)
        try:
            header = read_header(other, store.read(other)) if program else None
        except VaultError:
            continue
        if header and header.profile is Profile.VAULT and header.ident == own[0]:
            yield ConflictCopy(other, program, header.save_id == own[1])
