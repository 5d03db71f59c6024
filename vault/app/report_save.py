"""Save a report to a new file: as PDF where its name ends so, else as Markdown."""

from pathlib import Path
from typing import Final

from vault.app.incident_report import markdown
from vault.app.ports import Ports
from vault.kit.report_facts import ReportFacts
from vault.storage import atomic

PDF: Final = ".pdf"


def save_facts(ports: Ports, path: Path, facts: ReportFacts) -> None:
    """Write it; raises `Exists` where a file is there, `FileTrouble`, `Unconfirmed`."""
    if path.suffix.lower() != PDF:
        atomic.write_new(ports.files, ports.random, path, markdown(facts).encode())
        return
    from vault.app.report_file import (  # noqa: PLC0415 - what draws is heavy to load
        write_report,
    )

    write_report(ports, path, facts)
