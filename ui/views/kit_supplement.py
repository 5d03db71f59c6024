"""Print what changed: what goes on the sheets, and what will open them."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class SupplementState:
    """What is told before it is made; `refused` says why a new kit is needed."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...] = ()
    asks: bool = False  # the vault's passphrase, which did not open the vault
    refused: str = ""


class KitSupplement(StepPage):
    """Emits the passphrase ("" where none is asked), or that a new kit is wanted."""

    next_asked = Signal(str)
    new_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: SupplementState, step: tuple[int, int]) -> None:
        super().__init__(step, state.title, state.lead)
        self._state = state
        facts = Facts()
        facts.show_facts(state.facts)
        self._passphrase = SecretEdit()
        self._field = Field(
            _("Passphrase of the vault"),
            self._passphrase,
            _("It locks the sheets too; this time the key card opened the vault."),
        )
        self._field.setVisible(state.asks)
        if state.refused:
            self.add(words(state.refused))
            go = _("Print a new kit")
        else:
            self.add(facts, UNIT, self._field)
            go = _("Next")
        first = self.foot(go, self._go_on, self.back_asked.emit)
        self.first = self._passphrase.line if state.asks else first

    def complain(self, text: str) -> None:
        """Say below the passphrase what was wrong."""
        self._field.setVisible(True)
        self._field.complain(text)
        self._passphrase.line.setFocus()
        self._passphrase.line.selectAll()

    def _go_on(self) -> None:
        if self._state.refused:
            self.new_asked.emit()
        else:
            asked = self._field.isVisible()
            self.next_asked.emit(self._passphrase.line.text() if asked else "")
