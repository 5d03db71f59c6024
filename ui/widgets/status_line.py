"""The line at the bottom: what was said last, the work that goes on, when it saved."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar

from ui.shared.grid import UNIT
from ui.widgets.text import words
from ui.widgets.work_sign import WorkSign
from vault.i18n import translate as _

SAID_FOR_MS: Final = 8000
_EDGES: Final = 4 * UNIT


class StatusLine(QStatusBar):
    """Holds a sentence for a while, and beside it what stays to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.said = words("", "small")
        self.clip = words("", "small")
        self.saved = words("", "small")
        self.work_sign = WorkSign()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        for label in (self.said, self.clip, self.saved):
            label.setWordWrap(False)
        # A long sentence is cut; it never makes the window wide.
        fixed = QSizePolicy.Policy.Fixed
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, fixed)
        self._sentence = ""
        self.addWidget(self.said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_FOR_MS)
        self._silence.timeout.connect(lambda: self._draw(""))
        for widget in (self.clip, self.work_sign, self.saved):
            self.addPermanentWidget(widget)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._draw(sentence)
        self._silence.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the sentence to the new width."""
        super().resizeEvent(event)
        self._draw(self._sentence)

    def _draw(self, sentence: str) -> None:
        self._sentence = sentence
        beside = (self.clip, self.work_sign, self.saved)
        taken = sum(one.width() for one in beside if one.isVisible())
        room = max(self.width() - taken - _EDGES, 0)
        cut = Qt.TextElideMode.ElideRight
        self.said.setText(self.said.fontMetrics().elidedText(sentence, cut, room))
        self.said.setToolTip(sentence)

    def tell_clipboard(self, seconds_left: int) -> None:
        """Show for how long a secret stays on the clipboard."""
        said = _("On the clipboard for {n} s").format(n=seconds_left)
        self.clip.setText(said if seconds_left else "")
