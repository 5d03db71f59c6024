"""The line at the bottom: what was said last, the work that goes on, when it saved."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from ui.shared.grid import UNIT
from ui.shared.tip import tip
from ui.widgets.text import words
from ui.widgets.work_sign import WorkSign
from vault.i18n import translate as _

SAID_FOR_MS: Final = 8000


class Sentence(QLabel):
    """A sentence cut to the room there is, whole in its tip; it never asks for more."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._whole = sentence
        self.setToolTip(tip(sentence))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut it to the new width."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cut it anew where letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        right = Qt.TextElideMode.ElideRight
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, right, room))


class StatusLine(QStatusBar):
    """Holds a sentence for a while, and beside it what stays to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Sentence()
        self.clip = words("", "small")
        self.saved = words("", "small")
        self.work_sign = WorkSign()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        for label in (self.clip, self.saved):
            label.setWordWrap(False)
        self.addWidget(self.said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_FOR_MS)
        self._silence.timeout.connect(lambda: self.said.say(""))
        for widget in (self.clip, self.work_sign, self.saved):
            self.addPermanentWidget(widget)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self.said.say(sentence)
        self._silence.start()

    def tell_clipboard(self, seconds_left: int) -> None:
        """Show for how long a secret stays on the clipboard."""
        said = _("On the clipboard for {n} s").format(n=seconds_left)
        self.clip.setText(said if seconds_left else "")
