"""A printer for the flows that print, which keeps what it is given."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from ui.dialogs import print_choice
from ui.workers import print_job


class OfficePrinter:
    """Takes what is printed into PDF files, one a job."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.jobs: list[Path] = []
        self.paper = ""
        self.name = "Office"  # "" where it is to be known as the file that it is

    def called(self, _printer: object) -> str:
        return self.name

    def choose(
        self,
        _parent: object,
        title: str,
        paper: str,
        chosen: object,
        _pages: int = 1,
    ) -> None:
        path = self.folder / f"job-{len(self.jobs)}.pdf"
        self.jobs.append(path)
        printer = print_job.printer_for(self.paper or paper, title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(300)
        assert callable(chosen)
        chosen(printer)


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OfficePrinter:
    """Connect a printer."""
    office = OfficePrinter(tmp_path)
    monkeypatch.setattr(print_choice, "choose_printer", office.choose)
    monkeypatch.setattr("ui.controllers.kit_making.printer_names", lambda: ["Office"])
    monkeypatch.setattr("ui.controllers.kit_preview.printer_called", office.called)
    monkeypatch.setattr("ui.controllers.way_card.printer_names", lambda: ["Office"])
    return office
