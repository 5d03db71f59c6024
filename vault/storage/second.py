"""Where this device puts a second set of backups: its own business, not the vault's."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from vault.storage import atomic
from vault.storage.files import Files
from vault.storage.seen import read_small, write_small
from vault.storage.trouble import step


class SecondPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A folder on another disk; which save went there last, when, and into what.

    `kept_in` is the folder of the backups there. Where it was and is no more, the disk
    is not there, even if an empty folder stands in its place.
    """

    folder: str
    save: str = ""
    day: str = ""
    kept_in: str = ""


@dataclass(frozen=True)
class Choices:
    """The second places that this device was told of, one a vault."""

    files: Files
    random: atomic.Random
    folder: Path

    def of(self, ident: bytes) -> SecondPlace | None:
        """Return a vault's second place; None where none was chosen."""
        return read_small(self.files, self._path(ident), SecondPlace)

    def choose(self, ident: bytes, place: SecondPlace) -> None:
        """Keep what was chosen, or what is known of it; `FileTrouble` if refused."""
        write_small(
            self.files, self.random, self._path(ident), msgspec.json.encode(place)
        )

    def forget(self, ident: bytes) -> None:
        """Keep no second place for a vault; what lies there stays."""
        path = self._path(ident)
        if self.files.exists(path):
            with step("remove", path):
                self.files.remove(path)

    def _path(self, ident: bytes) -> Path:
        return self.folder / f"{ident.hex()}.second.json"
