"""The line on an account's page that tells of a newer pack, where there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.account_state import AccountState
from ui.widgets.beside import Beside
from ui.widgets.box import card, column
from ui.widgets.buttons import button
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count


class AccountNews(QWidget):
    """Emits that it is to be looked at."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", "label")
        text = _("This version knows the platform otherwise. What you have stays.")
        said = column(self._title, words(text), gap=UNIT // 2)
        go = button(_("Compare"), self.asked.emit)
        line = Beside(said, go, sign=Sign("info", "accent"))
        self.setLayout(column(card(line, tone="info"), gap=0))
        self.hide()

    def show_state(self, state: AccountState) -> None:
        """Show how much differs; nothing where nothing does."""
        text = translate_count(
            "{n} newer fact for {platform}",
            "{n} newer facts for {platform}",
            state.news,
        )
        self._title.setText(text.format(n=state.news, platform=state.platform))
        self.setVisible(bool(state.news))
