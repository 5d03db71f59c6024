"""Save the day of the next review, or the report of one; nothing is overwritten."""

from pathlib import Path

from vault.app.incident_report import markdown
from vault.app.ports import Ports
from vault.app.review_report import review_facts
from vault.app.review_words import review_calendar
from vault.model.review import Review
from vault.model.vault import Vault
from vault.storage import atomic


def save_calendar(ports: Ports, vault: Vault, day: str, path: Path) -> None:
    """Write the file; raises `Exists` where one is there, `FileTrouble`."""
    data = review_calendar(vault, day, ports.now())
    atomic.write_new(ports.files, ports.random, path, data)


def save_review(ports: Ports, vault: Vault, review: Review, path: Path) -> None:
    """Write the report as Markdown; raises `Exists` where a file is there.

    Raises `FileTrouble` too.
    """
    data = markdown(review_facts(vault, review)).encode()
    atomic.write_new(ports.files, ports.random, path, data)
