"""What the window remembers between starts, and nothing secret: an INI file of its own.

Looks, sizes, where vaults and their key files lie; never a name of an account, never
a passphrase.
"""

from pathlib import Path
from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ui.shared.grid import TEXT_SCALES
from ui.shared.theme import SCHEMES, Scheme

_KEY_FILES: Final = "key-files"
_REMINDED: Final = "reminded-of-review"
MOST_RECENT: Final = 6  # files in the list on the first page


class Settings(QObject):
    """One file of settings; a value that makes no sense is taken as not set."""

    looks_changed = Signal()  # the scheme or the text size

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system has it."""
        value = self._store.value("look/scheme")
        return next((one for one in SCHEMES if one == value), "system")

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("look/scheme", scheme)
        self.looks_changed.emit()

    @property
    def text_percent(self) -> int:
        """The text size in per cent of our own."""
        value = str(self._store.value("look/text", "100"))
        return next((one for one in TEXT_SCALES if str(one) == value), 100)

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._store.setValue("look/text", percent)
        self.looks_changed.emit()

    @property
    def recent(self) -> list[Path]:
        """The vaults opened last, newest first."""
        value = self._store.value("files/recent", [])
        paths = [value] if isinstance(value, str) else value
        return [Path(str(one)) for one in paths] if isinstance(paths, list) else []

    def remember(self, path: Path) -> None:
        """Put a vault at the head of the recent ones."""
        others = [one for one in self.recent if one != path]
        kept = [str(one) for one in [path, *others][:MOST_RECENT]]
        self._store.setValue("files/recent", kept)

    def key_file_of(self, path: Path) -> Path | None:
        """Return where the key file lay that opened a vault last; None for none."""
        value = self._store.value(_key_of(_KEY_FILES, path))
        return Path(value) if isinstance(value, str) and value else None

    def remember_key_file(self, path: Path, key_file: Path | None) -> None:
        """Keep where the key file of a vault lies, or that there is none."""
        if key_file is None:
            self._store.remove(_key_of(_KEY_FILES, path))
        else:
            self._store.setValue(_key_of(_KEY_FILES, path), str(key_file))

    def reminded_of_review(self, path: Path) -> str:
        """Return the day on which it was said last that a review is due, or ""."""
        return str(self._store.value(_key_of(_REMINDED, path), ""))

    def note_reminded(self, path: Path, day: str) -> None:
        """Keep the day on which it was said that a review of a vault is due."""
        self._store.setValue(_key_of(_REMINDED, path), day)

    def forget(self, path: Path) -> None:
        """Take a vault off the list of recent ones."""
        kept = [str(one) for one in self.recent if one != path]
        self.remember_key_file(path, None)
        self._store.remove(_key_of(_REMINDED, path))
        self._store.setValue("files/recent", kept)

    def forget_all(self) -> None:
        """Empty the list of recent ones."""
        self._store.remove("files/recent")
        self._store.remove(_KEY_FILES)
        self._store.remove(_REMINDED)

    @property
    def country(self) -> str:
        """The country to report in, by its two letters; "" where none was chosen."""
        return str(self._store.value("report/country", ""))

    @country.setter
    def country(self, code: str) -> None:
        self._store.setValue("report/country", code)

    @property
    def knows_printers(self) -> bool:
        """Whether what printers keep was read once, and something printed since."""
        return bool(self._store.value("kit/knows-printers") == "true")

    def note_printers(self) -> None:
        """Say no more what printers keep: it was read."""
        self._store.setValue("kit/knows-printers", "true")

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt writes them; empty where unknown."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def list_width(self) -> int:
        """How wide the list of accounts was made, in pixels; 0 where it was not."""
        value = str(self._store.value("window/list", "0"))
        return int(value) if value.isdecimal() else 0

    @list_width.setter
    def list_width(self, pixels: int) -> None:
        self._store.setValue("window/list", pixels)

    def write(self) -> None:
        """Write to the disk now."""
        self._store.sync()


def _key_of(group: str, path: Path) -> str:
    """Return the name under which it is kept; a slash would part it."""
    return f"{group}/{quote(str(path), safe='')}"
