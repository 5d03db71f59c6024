"""The clipboard for secrets: clears itself, and asks histories to look away."""

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

CLEARED_AFTER_SECONDS: Final = 20  # WINDOW: what is copied is pasted by then
# Read by the clipboard managers of KDE and by those that follow it. Windows has three
# formats: by the first a program keeps a copy from all that watch the clipboard, by the
# others, a zero each, from the history and from other devices. The last is what a macOS
# program would say; Qt gives it a name of its own there, which no manager knows.
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_SECRET_HINTS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): bytes(4),
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    "org.nspasteboard.ConcealedType": b"",
}
_MARK: Final = "application/x-sparekey-copy"  # which copy it is; nothing of what


class Clipboard(QObject):
    """Holds one secret for twenty seconds, then empties what it put there itself."""

    ticked = Signal(int)  # seconds left; 0 when it is cleared

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._left = 0
        self._copies = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        clipboard.dataChanged.connect(self._changed)

    def copy_secret(self, text: str) -> None:
        """Put a secret there and start the clock."""
        data = QMimeData()
        data.setText(text)
        for name, value in _SECRET_HINTS.items():
            data.setData(name, value)
        self._copies += 1
        data.setData(_MARK, self._mark())
        self._clipboard.setMimeData(data)
        self._left = CLEARED_AFTER_SECONDS
        self._timer.start()
        self.ticked.emit(self._left)

    def copy(self, text: str) -> None:
        """Put there what is no secret: a login, an address."""
        self._stop()
        self._clipboard.setText(text)

    def clear(self) -> None:
        """Empty the clipboard now, where a secret of ours is still on it."""
        if self._left and self._is_ours():
            self._clipboard.clear()
        self._stop()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._left = 1  # still ours, until it is cleared
            self.clear()
            return
        self.ticked.emit(self._left)

    def _changed(self) -> None:
        """Stop the clock where somebody else has copied something since."""
        if self._left and not self._is_ours():
            self._stop()

    def _is_ours(self) -> bool:
        """Tell whether what lies there is what was put there last.

        Not every system tells who owns the clipboard, so it is read off a mark.
        """
        if self._clipboard.ownsClipboard():
            return True
        data: QMimeData | None = self._clipboard.mimeData()
        return data is not None and data.data(_MARK).data() == self._mark()

    def _mark(self) -> bytes:
        return f"{id(self)}-{self._copies}".encode()

    def _stop(self) -> None:
        running = self._left > 0
        self._left = 0
        self._timer.stop()
        if running:
            self.ticked.emit(0)
