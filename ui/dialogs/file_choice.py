"""The system's own dialogs for files: opened and never waited for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_files(
    parent: QWidget,
    title: str,
    filters: str,
    chosen: Callable[[Sequence[str]], object],
) -> None:
    """Let somebody choose files that are there; `chosen` is called with their paths."""
    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: chosen(list(paths)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()


def choose_place(
    parent: QWidget,
    title: str,
    suggested: Path,
    chosen: Callable[[Path], object],
) -> None:
    """Let somebody name a new file; whether one is there is asked when it is made.

    The dialog's own question whether to overwrite is left out: nothing ever is.
    """
    dialog = QFileDialog(parent, title, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
