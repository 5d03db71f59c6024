"""Save the day of the next review as a calendar file; nothing is overwritten."""

from pathlib import Path

from vault.app.ports import Ports
from vault.app.review_words import review_calendar
from vault.model.vault import Vault
from vault.storage import atomic


def save_calendar(ports: Ports, vault: Vault, day: str, path: Path) -> None:
    """Write the file; raises `Exists` where one is there, `FileTrouble`."""
    data = review_calendar(vault, day, ports.now())
    atomic.write_new(ports.files, ports.random, path, data)
