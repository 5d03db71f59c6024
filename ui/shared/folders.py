"""The user's own folders, as the system names them."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return where the user keeps documents, or the home folder where that is none."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    named = QStandardPaths.writableLocation(kind)
    return Path(named) if named and Path(named).is_dir() else Path.home()
