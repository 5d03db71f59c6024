"""A new account: its platform, its name, and what is typed to sign in."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.dialogs.form import Form
from ui.widgets.box import STRETCH, row
from ui.widgets.text import words
from vault.i18n import translate as _

_FIRST: Final = ""
_CHOOSE: Final = _("Choose one, or type any other.")
_UNKNOWN: Final = _(
    "If we have nothing on it, you can write down its steps yourself, on the account's "
    "page."
)


class NewAccount(Form):
    """Offers the platforms by name; takes any other."""

    def __init__(self, parent: QWidget, platforms: tuple[str, ...]) -> None:
        super().__init__(parent, _("New account"), _("Add"))
        self._known = frozenset(platforms)
        platform = self.among("platform", _("Platform"), (_FIRST, *platforms))
        self._platform = platform
        name = self.line(
            "name",
            _("Name"),
            help_text=_("What you call it, such as “Etsy, workshop”."),
        )
        self._steps = self.tick(
            "steps", _("Take the platform's steps and contacts too"), on=True
        )
        self._said = words(
            _("What to do when you are locked out, and who helps. Yours to edit."),
            "small",
        )
        self.add(
            platform,
            name,
            self.line("login", _("Login")),
            self.line("email", _("E-mail")),
            self.line("phone", _("Telephone")),
            row(self._steps, STRETCH),
            self._said,
        )
        self._name = name.control
        self._named = ""  # the name that was filled in for the user
        if isinstance(platform.control, QComboBox):
            platform.control.currentTextChanged.connect(self._platform_changed)
        self._platform_changed("")

    def _platform_changed(self, text: str) -> None:
        """Take the platform's name for the account's, unless one was typed."""
        known = text.strip() in self._known
        self._steps.setVisible(known)
        self._said.setVisible(known)
        other = bool(text.strip()) and not known
        self._platform.help(_UNKNOWN if other else _CHOOSE)
        if isinstance(self._name, QLineEdit) and self._name.text() == self._named:
            self._named = text.strip()
            self._name.setText(self._named)
