"""The line at the bottom: what was said last, the work that goes on, when it saved."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar

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
        self.clip = words("", "small")
        self.saved = words("", "small")
        self.work_sign = WorkSign()
        self.setSizeGripEnabled(False)
        for label in (self.clip, self.saved):
            label.setWordWrap(False)
        for widget in (self.clip, self.work_sign, self.saved):
            self.addPermanentWidget(widget)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        beside = sum(one.width() for one in (self.clip, self.work_sign, self.saved))
        room = max(self.width() - beside - _EDGES, 0)
        cut = Qt.TextElideMode.ElideRight
        self.showMessage(
            self.fontMetrics().elidedText(sentence, cut, room), SAID_FOR_MS
        )

    def tell_clipboard(self, seconds_left: int) -> None:
        """Show for how long a secret stays on the clipboard."""
        said = _("On the clipboard for {n} s").format(n=seconds_left)
        self.clip.setText(said if seconds_left else "")
