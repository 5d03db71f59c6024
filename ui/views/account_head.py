"""The head of an account's page: it stays while the page scrolls.

So it takes little room: a name longer than two lines is cut there, and whole in its tip
and in the field below.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from ui.shared.grid import MARGIN, UNIT
from ui.shared.tip import tip
from ui.views.account_state import AccountState
from ui.widgets.box import column, row
from ui.widgets.buttons import icon_button
from ui.widgets.monogram import Monogram
from ui.widgets.text import words
from vault.i18n import translate as _

LINES: Final = 1.6  # of two: where a line breaks, some of it stays empty


class AccountHead(QFrame):
    """Shows the platform's tile and the account's name."""

    back = Signal()
    history_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._back = icon_button("back", _("Back to the list"), self.back.emit)
        self._tile = Monogram()
        self._whole = ("", "")
        self._name = words("", "heading")
        self._below = words("", "muted")
        said = column(self._name, self._below, gap=0)
        name = _("History of this account")
        history = icon_button("history", name, self.history_asked.emit)
        line = row(self._back, self._tile, said, history, gap=2 * UNIT)
        line.setStretch(2, 1)
        line.setContentsMargins(MARGIN, 2 * UNIT, MARGIN, 2 * UNIT)
        self.setLayout(line)
        self.show_back(shown=False)

    def show_state(self, state: AccountState) -> None:
        """Show whose page this is."""
        account = state.account
        self._tile.show_name(state.platform or account.name)
        platform = state.platform if state.platform != account.name else ""
        below = " · ".join(filter(None, (platform, account.login)))
        self._whole = (account.name, below)
        self._below.setVisible(bool(below))
        self._cut()

    def show_back(self, *, shown: bool) -> None:
        """Show the way back to the list, where the list is not beside the page."""
        self._back.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut both lines to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        for label, whole in zip((self._name, self._below), self._whole, strict=True):
            cut = _cut_to(label, whole)
            label.setText(cut)
            label.setToolTip(tip(whole) if cut != whole else "")
            label.setAccessibleName(whole)


def _cut_to(label: QLabel, whole: str) -> str:
    """Return what of a text fits into two lines of a label."""
    room = round(LINES * label.width())
    return label.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
