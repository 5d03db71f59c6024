"""What this device has seen of each vault: so that it knows an older copy and a fork.

One small file a vault in a folder of the device's own, and one for each place at which
a vault was opened. What is said of a vault carries a MAC under a key that only who has
opened that vault can make; a file that is missing, cut, forged or another's says
nothing, and is no alarm. Nothing in it is secret, and no name is: a place is a hash.
"""

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from vault.errors import VaultError
from vault.storage import atomic
from vault.storage.files import Files
from vault.storage.trouble import step

READ_BYTES: Final = 256 * 1024  # far above what is ever written
MOST_LINES: Final = 8  # identities that one vault had on this device
_LABEL: Final = b"sparekey/1 seen\x00"
_PLACE: Final = b"sparekey/1 place\x00"

T = TypeVar("T")
Mark = tuple[int, str]  # an entry of the history: its number, and its MAC


class Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The newest state of a vault that this device saw; `day` is for words only.

    `marks` are its last entries, oldest first, and those of the states before it;
    `place` is where it was seen, as `place_of` spells it.
    """

    generation: int
    epoch: int
    save: str
    digest: str
    day: str
    marks: tuple[Mark, ...] = ()
    place: str = ""


class Here(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which vault was opened last at a place, and since which day."""

    ident: str
    day: str


class _Line(msgspec.Struct, frozen=True):
    seen: Seen
    mac: str


@dataclass(frozen=True)
class Memory:
    """The folder in which this device remembers."""

    files: Files
    random: atomic.Random
    folder: Path

    def recall(self, ident: bytes, key: bytes) -> Seen | None:
        """Return what was seen of a vault; None where nothing can be believed."""
        for line in self._lines(ident):
            if hmac.compare_digest(line.mac, _mac(key, ident, line.seen)):
                return line.seen
        return None

    def note(self, ident: bytes, keys: tuple[bytes, ...], seen: Seen) -> None:
        """Remember a state under each key; what was said under others stays.

        A vault has two keys at the save that gives it a new identity: its older copies
        must be known as such by the old one. Raises `FileTrouble`.
        """
        ours = [_Line(seen, _mac(key, ident, seen)) for key in dict.fromkeys(keys)]
        others = [
            line
            for line in self._lines(ident)
            if all(line.mac != _mac(key, ident, line.seen) for key in keys)
        ]
        kept = [*ours, *others][:MOST_LINES]
        self._write(self._of(ident), msgspec.json.encode(kept))

    def at(self, path: Path) -> Here | None:
        """Return which vault was opened last at a place; None where none is known."""
        return self._read(self._at(path), Here)

    def note_place(self, path: Path, here: Here) -> None:
        """Remember which vault lies at a place, if another did; raises as `note`."""
        before = self.at(path)
        if before is None or before.ident != here.ident:
            self._write(self._at(path), msgspec.json.encode(here))

    def _lines(self, ident: bytes) -> list[_Line]:
        return self._read(self._of(ident), list[_Line]) or []

    def _of(self, ident: bytes) -> Path:
        return self.folder / f"{ident.hex()}.seen.json"

    def _at(self, path: Path) -> Path:
        return self.folder / f"{place_of(path)}.place.json"

    def _read(self, path: Path, kind: type[T]) -> T | None:
        return read_small(self.files, path, kind)

    def _write(self, path: Path, data: bytes) -> None:
        write_small(self.files, self.random, path, data)


def place_of(path: Path) -> str:
    """Return what stands for a place in the notes: they name no folder."""
    told = hashlib.sha256(_PLACE + str(path).encode(errors="surrogateescape"))
    return told.hexdigest()[:32]


def read_small(files: Files, path: Path, kind: type[T]) -> T | None:
    """Return what a small JSON file holds; None where it is missing or makes no sense.

    This device's own notes are a help: nothing depends on their being there.
    """
    try:
        with step("read", path):
            data = files.read(path, READ_BYTES)
        return msgspec.json.decode(data, type=kind)
    except (VaultError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def write_small(files: Files, random: atomic.Random, path: Path, data: bytes) -> None:
    """Put a small file in its place, in a folder that is made where it is missing.

    It may be lost in a power cut: a save that is to be noted is not to wait for two
    disks. Raises `FileTrouble`.
    """
    with step("make-folder", path):
        for folder in (*reversed(path.parent.parents), path.parent):
            if not files.exists(folder):
                files.make_folder(folder)
    atomic.note(files, random, path, data)


def _mac(key: bytes, ident: bytes, seen: Seen) -> str:
    message = _LABEL + ident + msgspec.json.encode(seen)
    return hmac.digest(key, message, "sha512")[:32].hex()
