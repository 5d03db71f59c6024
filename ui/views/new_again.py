"""A new vault, third step: the passphrase once more, and the file is made."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.step_page import StepPage
from vault.i18n import translate as _


@dataclass(frozen=True)
class AgainState:
    """What was typed before, whether words were drawn, whether it is being made."""

    drawn: bool = True
    text: str = field(default="", repr=False)
    busy: bool = False
    wrong: str = ""


class NewAgain(StepPage):
    """Emits what was typed, and that the vault is to be made."""

    typed = Signal(str)
    make_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: AgainState, step: tuple[int, int]) -> None:
        lead = _("From your paper, not from memory: so you know that it can be read.")
        if not state.drawn:
            lead = _("So you know that it is what you meant to type.")
        super().__init__(step, _("Once more, to be sure"), lead)
        self._again = SecretEdit()
        self._again.line.setText(state.text)
        label = _("The six words again") if state.drawn else _("The passphrase again")
        self._field = Field(label, self._again)
        self.add(self._field)
        self._go: QPushButton = self.foot(
            _("Create the vault"), self.make_asked.emit, self.back_asked.emit
        )
        self.first = self._again.line
        self._again.line.textChanged.connect(self.typed)
        self.show_state(state)

    def show_state(self, state: AgainState) -> None:
        """Show that it is being made, or what was wrong."""
        self._again.setEnabled(not state.busy)
        self.set_busy(busy=state.busy)
        making, create = _("Making the vault…"), _("Create the vault")
        self._go.setText(making if state.busy else create)
        self._field.complain(state.wrong)
        if state.wrong:
            self.begin()
            self._again.line.selectAll()
