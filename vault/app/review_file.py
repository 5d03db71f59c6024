"""Save the day of the next review, or the report of one; nothing is overwritten."""

from dataclasses import replace
from pathlib import Path

from vault.app.ports import Ports
from vault.app.report_save import save_facts
from vault.app.review_report import review_facts
from vault.app.review_words import review_calendar
from vault.kit.pages_paper import PaperName
from vault.model.review import Review
from vault.model.vault import Vault
from vault.storage import atomic


def save_calendar(ports: Ports, vault: Vault, day: str, path: Path) -> None:
    """Write the file; raises `Exists` where one is there, `FileTrouble`."""
    data = review_calendar(vault, day, ports.now())
    atomic.write_new(ports.files, ports.random, path, data)


def save_review(
    ports: Ports, vault: Vault, review: Review, path: Path, paper: PaperName = "a4"
) -> None:
    """Write the report as PDF where the name ends so, else as Markdown.

    Raises `Exists` where a file is there, `FileTrouble`, `Unconfirmed`.
    """
    save_facts(ports, path, replace(review_facts(vault, review), paper=paper))
