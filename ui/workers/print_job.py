"""A PDF to a printer, page by page, off the window's thread.

A module of a code is twelve dots at 600 dpi: pages are drawn at the printer's own
resolution, up to that, at their true size from the corner of the paper.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from ui.workers.op import progress_of_thread
from ui.workers.pdf_pictures import POINTS_AN_INCH, pdf_opened

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

FINEST_DPI: Final = 600  # finer shows nothing more, and takes four times the memory
_PAPERS: Final = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}


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
    return printer


def holds_paper(printer: "QPrinter", paper: str) -> bool:
    """Tell whether the printer is still set to that paper."""
    return bool(printer.pageLayout().pageSize().id() == _PAPERS[paper])


def print_pdf(data: bytes, printer: "QPrinter") -> bool:
    """Print all pages; False where the printer took none or gave up.

    What was stopped between two pages is taken back from the queue, where it can be.
    """
    with pdf_opened(data) as document:
        painter = QPainter()
        if not document.pageCount() or not painter.begin(printer):
            return False
        try:
            return _drawn(document, printer, painter)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()


def _drawn(document: "QPdfDocument", printer: "QPrinter", painter: QPainter) -> bool:
    """Draw page after page; False where the printer takes no more."""
    for number in range(document.pageCount()):
        progress_of_thread("print", number, document.pageCount())
        if number and not printer.newPage():
            return False
        _draw(document, number, printer, painter)
    return bool(printer.printerState() != printer.PrinterState.Error)


def _draw(
    document: "QPdfDocument", number: int, printer: "QPrinter", painter: QPainter
) -> None:
    """Draw a page at its true size, a dot of the paper's corner in the corner."""
    points = document.pagePointSize(number)
    dpi = min(printer.resolution(), FINEST_DPI)
    size = QSize(
        round(points.width() * dpi / POINTS_AN_INCH),
        round(points.height() * dpi / POINTS_AN_INCH),
    )
    page = _black(document.render(number, size))
    dots = printer.resolution() / dpi
    target = QRectF(0, 0, page.width() * dots, page.height() * dots)
    painter.drawImage(target, page)


def _black(drawn: QImage) -> QImage:
    """Return the page in nothing but black on white: all ink of a kit is black."""
    page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    page.fill(0xFF)
    with QPainter(page) as painter:
        painter.drawImage(0, 0, drawn)
    dither = Qt.ImageConversionFlag.ThresholdDither
    return page.convertToFormat(QImage.Format.Format_Mono, dither)
