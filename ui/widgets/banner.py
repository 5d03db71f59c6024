"""The strip above a page that tells one thing: what happened and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.widgets.beside import Beside
from ui.widgets.box import column, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

_PICTURES = {"info": "info", "good": "check-circle", "warn": "warning", "bad": "error"}


class Banner(QWidget):
    """Shows one notice until another comes, or it is closed, where that is allowed."""

    acted = Signal()
    closed = Signal()

    def __init__(self, *, closable: bool = True) -> None:
        super().__init__()
        self._closable = closable
        self._layout = column(gap=0)
        self._layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 0)
        self.setLayout(self._layout)
        self._frame: QFrame | None = None
        self.notice: Notice | None = None
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show it in place of what was shown."""
        self.clear()
        self.notice = notice
        self._frame = self._built(notice)
        self._layout.addWidget(self._frame)
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self.notice = None
        if self._frame is not None:
            self._frame.setParent(None)
            self._frame.deleteLater()
            self._frame = None
        self.hide()

    def _built(self, notice: Notice) -> QFrame:
        said = column(words(notice.title, "label"), gap=UNIT // 2)
        if notice.text:
            said.addWidget(words(notice.text, selectable=True))
        act = [button(notice.action, self.acted.emit)] if notice.action else []
        sign = Sign(_PICTURES[notice.tone], _token(notice))
        line = row(Beside(said, *act, sign=sign), gap=UNIT)
        line.setStretch(0, 1)
        if self._closable:
            line.addWidget(icon_button("close", _("Close this message"), self._close))
        frame = QFrame()
        frame.setProperty("role", notice.tone)
        frame.setAccessibleName(f"{notice.title}. {notice.text}")
        line.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        frame.setLayout(line)
        return frame

    def _close(self) -> None:
        self.clear()
        self.closed.emit()


def _token(notice: Notice) -> str:
    return "accent" if notice.tone == "info" else notice.tone
