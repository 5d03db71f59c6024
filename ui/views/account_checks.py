"""The line on an account's page that tells of values to check, where there are any."""

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


class AccountChecks(QWidget):
    """Emits that they are to be looked at."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", "label")
        text = _("Two copies had changed the same. One shows, the other is kept.")
        said = column(self._title, words(text), gap=UNIT // 2)
        go = button(_("Check them"), self.asked.emit)
        line = Beside(said, go, sign=Sign("warning", "warn"))
        self.setLayout(column(card(line, tone="warn"), gap=0))
        self.hide()

    def show_state(self, state: AccountState) -> None:
        """Show how many there are; nothing where there are none."""
        text = translate_count(
            "{n} value to check", "{n} values to check", state.checks
        )
        self._title.setText(text.format(n=state.checks))
        self.setVisible(bool(state.checks))
