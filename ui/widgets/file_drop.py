"""Files of this machine that are dropped on a widget: told, never read here."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets a widget take files; a widget inside it that takes drops comes first."""

    dropped = Signal(list)  # paths, as text

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take what holds files, and leave all else."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def local_files(source: QMimeData) -> list[str]:
    """Return the paths of the files of this machine in what is dropped or pasted."""
    paths = (url.toLocalFile() for url in source.urls())
    return [path for path in paths if path]
