"""Share, third step: for whom it is, a note to them, and the last day it counts."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.shared.grid import UNIT
from ui.widgets.field import Field
from ui.widgets.step_page import StepPage
from vault.i18n import translate as _

_NOTE_HEIGHT = 18 * UNIT


@dataclass(frozen=True)
class TermsState:
    """What is typed so far."""

    note: str = ""
    last_day: str = ""
    keeper: str = ""


class ShareTerms(StepPage):
    """Emits note, day and name when it goes on, and what is typed on the way back."""

    next_asked = Signal(str, str, str)
    back_asked = Signal(str, str, str)

    def __init__(self, state: TermsState, step: tuple[int, int]) -> None:
        lead = _("The note is the first thing that is read once the share is open.")
        super().__init__(step, _("For whom, and how long it counts"), lead)
        self._keeper = QLineEdit(state.keeper)
        keeper = Field(
            _("For whom"),
            self._keeper,
            _("A person of this vault, or any name. The register lists it so."),
        )
        self._note = QPlainTextEdit(state.note)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(_NOTE_HEIGHT)
        self._note.setPlaceholderText(
            _("For example: ring my sister first. The shop must be open before ten.")
        )
        self._note_field = Field(_("Note"), self._note, _("It may stay empty."))
        self._day = QLineEdit(state.last_day)
        self._day_field = Field(
            _("Last day"),
            self._day,
            _(
                "Like 2026-09-01. After it the share still opens, and says that it is "
                "old. Empty: it never says so."
            ),
        )
        self.add(keeper, self._note_field, self._day_field)
        self.foot(_("Next"), self._go_on, self._go_back)
        self.first = self._keeper

    def complain_of_note(self, text: str) -> None:
        """Say below the note what is wrong with it."""
        self._note_field.complain(text)
        self._note.setFocus()

    def complain_of_day(self, text: str) -> None:
        """Say below the day what is wrong with it."""
        self._day_field.complain(text)
        self._day.setFocus()
        self._day.selectAll()

    def _go_on(self) -> None:
        self._note_field.complain("")
        self._day_field.complain("")
        self.next_asked.emit(*self._typed())

    def _go_back(self) -> None:
        self.back_asked.emit(*self._typed())

    def _typed(self) -> tuple[str, str, str]:
        note, day = self._note.toPlainText().strip(), self._day.text().strip()
        return note, day, self._keeper.text().strip()
