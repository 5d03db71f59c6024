"""The system's own dialog for printing: opened and never waited for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.workers.print_job import printer_for

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_printer(
    parent: QWidget,
    title: str,
    paper: str,
    chosen: Callable[["QPrinter"], object],
    pages: int = 1,
) -> None:
    """Let somebody choose a printer for one job of so many pages.

    `chosen` is handed it, with copies, a range of pages and the rest as chosen.
    """
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - on use

    printer = printer_for(paper, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    if pages > 1:  # it would offer a range by itself
        dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.setModal(True)
    dialog.show()  # its own `open` wants a slot by name
