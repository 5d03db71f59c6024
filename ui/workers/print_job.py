"""Pages to a printer, off the window's thread, a stripe at a time.

A module of a code is twelve dots at 600 dpi: pages are drawn at a whole fraction of the
printer's own resolution, at their true size from the corner of the paper. Qt holds
Python's lock while it draws: a whole page would hold up the window for a second. Where
there is CUPS it is handed the PDF itself, from memory: Qt would make a file of it.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from ui.workers import print_cups
from ui.workers.op import progress_of_thread

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST_DPI: Final = 600  # finer shows nothing more, and takes four times the memory
_STRIPE_ROWS: Final = 64  # 4 ms at 600 dpi
# Qt lets go of the lock and takes it again so often that a thread that waits for it
# never comes to its turn: 440 ms without this, 43 with it.
_BREATH_S: Final = 0.001
_PAPERS: Final = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}
_MEDIA: Final = {
    QPageSize.PageSizeId.A4: "iso_a4_210x297mm",
    QPageSize.PageSizeId.Letter: "na_letter_8.5x11in",
}


class PrintPage(Protocol):
    """One page of `pages`, from 0: a byte a dot, 0 black, 255 white, row by row."""

    @property
    def number(self) -> int:
        """Which page it is."""
        ...

    @property
    def pages(self) -> int:
        """How many there are."""
        ...

    @property
    def width(self) -> int:
        """Dots across."""
        ...

    @property
    def height(self) -> int:
        """Dots down."""
        ...

    @property
    def grey(self) -> bytes:
        """The dots."""
        ...


def printer_names() -> list[str]:
    """Return the printers that the system knows; asking may take a while."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - on use

    return list(QPrinterInfo.availablePrinterNames())


def printer_for(paper: str, title: str) -> "QPrinter":
    """Return the usual printer, set to one side of that paper, to its very edge."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - on use

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def shared_printer() -> str:
    """Return the name of the usual printer where others print on it as well, or ""."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - on use

    usual = QPrinterInfo.defaultPrinter()
    return usual.printerName() if not usual.isNull() and usual.isRemote() else ""


def is_two_sided(printer: "QPrinter") -> bool:
    """Tell whether somebody chose to print on both sides."""
    return bool(printer.duplex() != printer.DuplexMode.DuplexNone)


def printer_called(printer: "QPrinter") -> str:
    """Return the name of the printer that was chosen, "" for a file."""
    return "" if is_file(printer) else str(printer.printerName())


def is_file(printer: "QPrinter") -> bool:
    """Tell whether somebody chose to print into a file."""
    return bool(printer.outputFormat() == printer.OutputFormat.PdfFormat)


def holds_paper(printer: "QPrinter", paper: str) -> bool:
    """Tell whether the printer is still set to that paper."""
    return bool(printer.pageLayout().pageSize().id() == _PAPERS[paper])


def drawing_dpi(printer: "QPrinter") -> int:
    """Return the resolution to draw at, so that a dot drawn is whole dots printed."""
    return int(printer.resolution() // _dots(printer))


def print_pdf(
    pdf: bytes, drawn: Callable[[int], Iterable[PrintPage]], printer: "QPrinter"
) -> bool:
    """Print a PDF; False where the printer gave up.

    `drawn` gives its pages at a resolution, for printers that take no PDF.
    """
    if is_file(printer) or print_cups.library() is None:
        return print_pages(_wanted(drawn(drawing_dpi(printer)), printer), printer)
    name, title = printer.printerName(), printer.docName()
    return print_cups.send(name, title, job_options(printer), pdf)


def job_options(printer: "QPrinter") -> dict[str, str]:
    """Return what CUPS is told: full size, black, the paper, the sides, the copies."""
    sides = "two-sided-long-edge" if is_two_sided(printer) else "one-sided"
    options = {
        "media": _MEDIA[printer.pageLayout().pageSize().id()],
        "sides": sides,
        "print-scaling": "none",
        "print-color-mode": "monochrome",
        "copies": str(printer.copyCount()),
    }
    if _first(printer):
        options["page-ranges"] = f"{_first(printer)}-{_last(printer)}"
    return options


def _wanted(pages: Iterable[PrintPage], printer: "QPrinter") -> Iterator[PrintPage]:
    """Yield the pages that were chosen: all, or those of a range."""
    first, last = _first(printer), _last(printer)
    for page in pages:
        if not first or first <= page.number + 1 <= last:
            yield page


def _first(printer: "QPrinter") -> int:
    """Return the first page of the range that was chosen; 0 for all pages."""
    chosen = printer.printRange() == printer.PrintRange.PageRange
    return printer.fromPage() if chosen else 0


def _last(printer: "QPrinter") -> int:
    return max(printer.toPage(), printer.fromPage())


def print_pages(pages: Iterable[PrintPage], printer: "QPrinter") -> bool:
    """Print pages drawn at `drawing_dpi`; False where the printer gave up.

    What was stopped between two pages is taken back from the queue, where it can be.
    """
    painter = QPainter()
    try:
        return _drawn(pages, printer, painter)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _drawn(pages: Iterable[PrintPage], printer: "QPrinter", painter: QPainter) -> bool:
    """Draw page after page; False where the printer takes no more."""
    for page in pages:
        progress_of_thread("print", page.number, page.pages)
        took = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not took:
            return False
        for top in range(0, page.height, _STRIPE_ROWS):
            _draw_stripe(page, top, _dots(printer), painter)
            time.sleep(_BREATH_S)
    return bool(printer.printerState() != printer.PrinterState.Error)


def _draw_stripe(page: PrintPage, top: int, dots: int, painter: QPainter) -> None:
    """Draw some rows of a page in nothing but black on white: all ink is black."""
    rows = min(_STRIPE_ROWS, page.height - top)
    wide = page.width
    part = page.grey[top * wide : (top + rows) * wide]
    grey = QImage(part, wide, rows, wide, QImage.Format.Format_Grayscale8)
    dither = Qt.ImageConversionFlag.ThresholdDither
    black = grey.convertToFormat(QImage.Format.Format_Mono, dither)
    where = QRectF(0, top * dots, wide * dots, rows * dots)
    painter.drawImage(where, black)


def _dots(printer: "QPrinter") -> int:
    """Return how many dots of the printer, across and down, show one that is drawn."""
    return max(-(-printer.resolution() // FINEST_DPI), 1)
