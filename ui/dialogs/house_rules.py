"""The house rules, to be typed: a line each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from ui.widgets.text import words
from vault.i18n import translate as _


class HouseRulesForm(Form):
    """One field of several lines."""

    def __init__(self, parent: QWidget, rules: Sequence[str]) -> None:
        super().__init__(parent, _("House rules"), _("Keep"))
        self.add(
            self.lines("rules", _("The rules, a line each"), "\n".join(rules)),
            words(_("Whoever confirmed the rules so far is asked again."), "small"),
        )
