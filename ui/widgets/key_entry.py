"""What opens a kit, typed: the passphrase, the code on the key card, or both."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.code_edit import CodeEdit
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.text import Role
from vault.i18n import translate as _

Ways = Literal["passphrase", "card", "either", "both"]


class KeyEntry(QWidget):
    """Emits what was typed; the code is also told while it grows."""

    given = Signal(str, str)  # passphrase, code; "" for what is not asked for
    code_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ways: Ways = "either"
        self._by_card = False
        self.passphrase = SecretEdit()
        self._passphrase_field = Field(_("Passphrase"), self.passphrase)
        self.code = CodeEdit()
        self._code_field = Field(
            _("Code on the key card"),
            self.code,
            _("31 letters and digits. Case and hyphens do not matter."),
        )
        self._other = button("", self._swap, "link", "card")
        self.setLayout(
            column(
                self._passphrase_field,
                self._code_field,
                row(self._other, STRETCH),
                gap=2 * UNIT,
            )
        )
        self.code.textChanged.connect(self.code_typed)
        self._arrange()

    def ask(self, ways: Ways, *, passphrase_help: str = "") -> None:
        """Ask for what opens it."""
        self._ways = ways
        self._by_card = ways == "card"
        self._passphrase_field.help(passphrase_help)
        self._arrange()

    def give(self) -> None:
        """Hand on what was typed; where both are asked for, the code comes second."""
        if self._ways == "both" and not self.code.text():
            self.code.setFocus()
            return
        passphrase = self.passphrase.line.text() if self._wants_passphrase else ""
        self.given.emit(passphrase, self.code.text() if self._wants_code else "")

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.line.setFocus()
        self.line.selectAll()

    def put_code(self, code: str) -> None:
        """Fill in a code that was read off a picture of the card."""
        self.code.setText(code)
        if self._ways == "either":
            self._by_card = True
            self._arrange()

    def tell_code(self, text: str, role: Role) -> None:
        """Say below the code how far it is."""
        self._code_field.say(text, role)

    def complain(self, text: str) -> None:
        """Say what was wrong, below the field that was asked for."""
        field = self._passphrase_field if self._wants_passphrase else self._code_field
        field.complain(text)

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing while it is being opened."""
        for widget in (self.passphrase, self.code, self._other):
            widget.setEnabled(not busy)

    @property
    def line(self) -> QLineEdit:
        """The field to begin with."""
        return self.passphrase.line if self._wants_passphrase else self.code

    @property
    def _wants_passphrase(self) -> bool:
        return self._ways in ("passphrase", "both") or (
            self._ways == "either" and not self._by_card
        )

    @property
    def _wants_code(self) -> bool:
        return self._ways in ("card", "both") or self._by_card

    def _swap(self) -> None:
        self._by_card = not self._by_card
        self._arrange()
        self.begin()

    def _arrange(self) -> None:
        self._passphrase_field.setVisible(self._wants_passphrase)
        self._code_field.setVisible(self._wants_code)
        self._other.setVisible(self._ways == "either")
        card, typed = _("Use the key card instead"), _("Use the passphrase instead")
        self._other.setText(typed if self._by_card else card)
