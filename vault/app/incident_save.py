"""Save the report of an incident to a new file, readable by all who get it."""

from dataclasses import replace
from pathlib import Path

from vault.app.incident_facts import report_facts
from vault.app.ports import Ports
from vault.app.report_save import save_facts
from vault.kit.pages_paper import PaperName
from vault.model.incident import Incident
from vault.model.vault import Vault


def save_report(
    ports: Ports, vault: Vault, one: Incident, path: Path, paper: PaperName = "a4"
) -> None:
    """Write it as PDF where the name ends so, else as Markdown.

    Raises `Exists` where a file is there, `FileTrouble`, `Unconfirmed`.
    """
    facts = report_facts(vault, one, ports.today())
    save_facts(ports, path, replace(facts, paper=paper))
