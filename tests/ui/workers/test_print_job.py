"""A PDF to a printer: full size, nothing lost, given up in one piece."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from ui.workers import print_job
from ui.workers.pdf_pictures import page_pictures
from ui.workers.print_job import (
    drawing_dpi,
    holds_paper,
    is_file,
    is_two_sided,
    print_pages,
    printer_for,
    printer_names,
    shared_printer,
)
from vault.app import kit_print
from vault.errors import BadInput
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Text

A4 = (595.28, 841.89)
PDF = draw_pdf(
    [Page(*A4, (Text(72, 72, 24, f"page {n}"),)) for n in range(3)], "Three pages"
)


def to_file(path: Path, dpi: int = 300) -> QPrinter:
    printer = printer_for("a4", "A job")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dpi)
    return printer


def print_pdf(pdf: bytes, printer: QPrinter) -> bool:
    return print_pages(kit_print.print_pages(pdf, drawing_dpi(printer)), printer)


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
def test_all_pages_are_printed_at_their_size(tmp_path: Path) -> None:
    """A module of a code must not shrink."""
    assert print_pdf(PDF, to_file(tmp_path / "out.pdf"))
    printed = page_pictures((tmp_path / "out.pdf").read_bytes(), 200)
    meant = page_pictures(PDF, 200)
    assert [page.size() for page in printed] == [page.size() for page in meant]


@pytest.mark.usefixtures("qapp")
def test_a_printer_stands_at_one_side_of_the_paper() -> None:
    """Duplex would halve what may be lost; the user may still choose otherwise."""
    printer = printer_for("letter", "A job")
    assert printer.duplex() == QPrinter.DuplexMode.DuplexNone
    assert printer.fullPage()
    assert holds_paper(printer, "letter")
    assert not holds_paper(printer, "a4")


@pytest.mark.usefixtures("qapp")
def test_black_is_asked_for(tmp_path: Path) -> None:
    """Colour toner would be wasted, and fades; a file is told from a printer."""
    assert printer_for("a4", "A job").colorMode() == QPrinter.ColorMode.GrayScale
    assert is_file(to_file(tmp_path / "out.pdf"))
    assert not is_two_sided(printer_for("a4", "A job"))


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_that_were_chosen_are_printed(tmp_path: Path) -> None:
    """To print one sheet again, the rest stays as it is."""
    printer = to_file(tmp_path / "out.pdf", 75)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_job.print_pdf(PDF, partial(kit_print.print_pages, PDF), printer)
    assert len(page_pictures((tmp_path / "out.pdf").read_bytes(), 50)) == 2


@pytest.mark.usefixtures("qapp")
def test_a_usual_printer_that_others_use_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is said of one's own, and of none."""

    class Usual:
        remote = True

        def isNull(self) -> bool:  # noqa: N802 - Qt's name
            return False

        def isRemote(self) -> bool:  # noqa: N802 - Qt's name
            return self.remote

        def printerName(self) -> str:  # noqa: N802 - Qt's name
            return "Office"

    assert shared_printer() == ""
    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", Usual)
    assert shared_printer() == "Office"
    monkeypatch.setattr(Usual, "remote", False)
    assert shared_printer() == ""


@pytest.mark.usefixtures("qapp")
def test_what_is_no_pdf_is_not_printed(tmp_path: Path) -> None:
    """No job is begun."""
    with pytest.raises(BadInput):
        print_pdf(b"%PDF nothing", to_file(tmp_path / "out.pdf"))
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.usefixtures("qapp")
def test_a_job_that_is_stopped_goes_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two pages."""
    told: list[int] = []

    class Stopped(BaseException):
        pass

    def progress(_what: str, done: int, _total: int) -> None:
        told.append(done)
        if done == 1:
            raise Stopped

    monkeypatch.setattr(print_job, "progress_of_thread", progress)
    with pytest.raises(Stopped):
        print_pdf(PDF, to_file(tmp_path / "out.pdf"))
    assert told == [0, 1]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("printer_dpi", "drawn"), [(300, 300), (600, 600), (720, 360), (1200, 600)]
)
def test_a_dot_that_is_drawn_is_whole_dots_on_paper(
    tmp_path: Path, printer_dpi: int, drawn: int
) -> None:
    """Stripes meet without a seam."""
    assert drawing_dpi(to_file(tmp_path / "out.pdf", printer_dpi)) == drawn


def test_the_printers_can_be_asked_for(qapp: QApplication) -> None:
    """Whether there are any or not."""
    assert isinstance(printer_names(), list)
    assert qapp is not None


@pytest.mark.usefixtures("qapp")
def test_pages_are_pictures_on_white() -> None:
    """What QtPdf draws has no paper behind it."""
    pages = page_pictures(PDF, 100)
    assert len(pages) == 3
    assert pages[0].pixelColor(99, 0).name() == "#ffffff"
    assert page_pictures(b"no pdf", 100) == []
