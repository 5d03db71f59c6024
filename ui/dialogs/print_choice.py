"""The system's own dialog for printing: opened and never waited for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.workers.print_job import printer_for

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_printer(
    parent: QWidget, title: str, paper: str, chosen: Callable[["QPrinter"], object]
) -> None:
    """Let somebody choose a printer for one job; `chosen` is handed it."""
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - on use

    printer = printer_for(paper, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.setModal(True)
    dialog.show()  # its own `open` wants a slot by name
