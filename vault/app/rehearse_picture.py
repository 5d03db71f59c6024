"""A drawn map of the rehearsal, kept as a picture where the owner wants it."""

from pathlib import Path

from vault.app.ports import Ports
from vault.storage import atomic


def write_picture(ports: Ports, path: Path, data: bytes) -> None:
    """Write a drawn map to a new file. Raises `Exists`, `FileTrouble`.

    It goes there straight from memory: it names accounts, and is not encrypted.
    """
    atomic.write_new(ports.files, ports.random, path, data)
