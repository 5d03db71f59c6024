"""Save the report of an incident to a new file, readable by all who get it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from vault.app.incident_facts import report_facts
from vault.app.incident_report import markdown
from vault.app.ports import Ports
from vault.kit.pages_paper import PaperName
from vault.model.incident import Incident
from vault.model.vault import Vault
from vault.storage import atomic

PDF: Final = ".pdf"


def save_report(
    ports: Ports, vault: Vault, one: Incident, path: Path, paper: PaperName = "a4"
) -> None:
    """Write it as PDF where the name ends so, else as Markdown.

    Raises `Exists` where a file is there, `FileTrouble`, `Unconfirmed`.
    """
    facts = report_facts(vault, one, ports.today())
    if path.suffix.lower() != PDF:
        atomic.write_new(ports.files, ports.random, path, markdown(facts).encode())
        return
    from vault.app.report_file import (  # noqa: PLC0415 - what draws is heavy to load
        write_report,
    )

    write_report(ports, path, replace(facts, paper=paper))
