"""Save the report of an incident to a new file, readable by all who get it."""

from pathlib import Path

from vault.app.incident_report import report
from vault.app.ports import Ports
from vault.model.incident import Incident
from vault.model.vault import Vault
from vault.storage import atomic


def save_report(ports: Ports, vault: Vault, one: Incident, path: Path) -> None:
    """Write it as Markdown; raises `Exists` where a file is there, `FileTrouble`."""
    data = report(vault, one, ports.today()).encode()
    atomic.write_new(ports.files, ports.random, path, data)
