"""The head of an account's page: it stays while the page scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.shared.grid import MARGIN, UNIT
from ui.views.account_state import AccountState
from ui.widgets.box import column, row
from ui.widgets.buttons import icon_button
from ui.widgets.monogram import Monogram
from ui.widgets.text import words
from vault.i18n import translate as _


class AccountHead(QFrame):
    """Shows the platform's tile and the account's name."""

    back = Signal()
    history_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._back = icon_button("back", _("Back to the list"), self.back.emit)
        self._tile = Monogram()
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
        self._name.setText(account.name)
        platform = state.platform if state.platform != account.name else ""
        below = " · ".join(filter(None, (platform, account.login)))
        self._below.setText(below)
        self._below.setVisible(bool(below))

    def show_back(self, *, shown: bool) -> None:
        """Show the way back to the list, where the list is not beside the page."""
        self._back.setVisible(shown)
