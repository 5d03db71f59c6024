"""The sign in the status bar that long work goes on: what, how far, and a way out."""

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import row
from ui.widgets.buttons import button
from ui.widgets.text import words
from ui.workers.op import Op
from vault.i18n import translate as _

SHOWN_AFTER_MS: Final = 300  # WINDOW: shorter work needs no sign


class WorkSign(QWidget):
    """Shows one Op at a time, the one given last."""

    def __init__(self) -> None:
        super().__init__()
        self._op: Op[Any] | None = None
        self._what = words("", "small")
        self._what.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(15 * UNIT)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = button(_("Stop"), self._stop_it, "link")
        self.setLayout(row(self._what, self._bar, self._stop))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, op: Op[Any], what: str) -> None:
        """Show this work, once it has lasted a while."""
        self._op = op
        self._what.setText(what)
        self._bar.setRange(0, 0)
        op.progressed.connect(lambda _, done, total: self._progress(op, done, total))
        op.finished.connect(lambda: self._end(op))
        self._timer.start()

    def _progress(self, op: Op[Any], done: int, total: int) -> None:
        if op is self._op:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _end(self, op: Op[Any]) -> None:
        if op is self._op:
            self._op = None
            self._timer.stop()
            self.hide()

    def _stop_it(self) -> None:
        if self._op:
            self._op.stop()
            self._timer.stop()
            self.hide()
