"""A report as a PDF to be kept or shown: whoever has the file can read it."""

from pathlib import Path

from vault.app.ports import Ports
from vault.kit.report import report_pages
from vault.kit.report_facts import ReportFacts
from vault.printing.draw import draw_pdf
from vault.storage import atomic


def report_pdf(facts: ReportFacts) -> bytes:
    """Return the report's pages as a PDF."""
    return draw_pdf(report_pages(facts), facts.title)


def write_report(ports: Ports, path: Path, facts: ReportFacts) -> None:
    """Write a new file; raises `Exists`, `FileTrouble`, `Unconfirmed`."""
    atomic.write_new(ports.files, ports.random, path, report_pdf(facts))
