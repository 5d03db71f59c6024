"""A copy that opens otherwise than the vault: its own passphrase is asked for."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class KeyState:
    """Which copy; whether it is being opened; what went wrong, and what may be agreed.

    `costly` where opening costs more than is spent unasked.
    """

    name: str
    busy: bool = False
    wrong: Notice | None = None
    costly: bool = False


class MergeKey(Page):
    """Emits the passphrase, with whether its cost is agreed to."""

    given = Signal(str, bool)
    left = Signal()

    def __init__(self, state: KeyState) -> None:
        super().__init__(
            _("This copy opens otherwise"),
            _(
                "Its passphrase was changed after the two went apart, here or there. "
                "Give the one that opens this copy."
            ),
        )
        self._name = words(state.name, "label")
        self._passphrase = SecretEdit()
        self._field = Field(_("Passphrase of the copy"), self._passphrase)
        note = _("Nothing is changed by opening it. Yours stays as it is.")
        self.add(self._name, self._field, UNIT, words(note, "small"))
        self._go = self.foot(_("Open the copy"), self._give, self.left.emit)
        self._passphrase.line.returnPressed.connect(self._give)
        self.first = self._passphrase.line
        self.show_state(state)

    def show_state(self, state: KeyState) -> None:
        """Show that it waits, that it works, or what was wrong."""
        self._state = state
        self._passphrase.setEnabled(not state.busy)
        self.set_busy(busy=state.busy)
        usual = _("Open it even so") if state.costly else _("Open the copy")
        self._go.setText(_("Opening…") if state.busy else usual)
        wrong = state.wrong
        self._field.complain(f"{wrong.title}. {wrong.text}" if wrong else "")
        if wrong:
            self.begin()
            self._passphrase.line.selectAll()

    def _give(self) -> None:
        if self._go.isEnabled():
            self.given.emit(self._passphrase.line.text(), self._state.costly)
