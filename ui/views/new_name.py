"""A new vault, first step: what the business is called, and where the file goes."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from vault.i18n import translate as _

MOST_CHARACTERS = 200


@dataclass(frozen=True)
class NameState:
    """The name typed so far, and the file; once it is made, it stays where it is."""

    name: str = ""
    file: str = ""
    folder: str = ""
    made: bool = False


class NewName(StepPage):
    """Emits the name as it is typed, a wish for another place, and the next step."""

    named = Signal(str)
    place_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: NameState, step: tuple[int, int]) -> None:
        lead = _("It stands on the printed kit, so that whoever finds it knows whose.")
        super().__init__(step, _("What is your business called?"), lead)
        self._name = QLineEdit(state.name)
        self._name.setMaxLength(MOST_CHARACTERS)
        self._field = Field(_("Name of the business"), self._name)
        self._file = words("", "label")
        self._where = words("", "small")
        self._change = button(
            _("Choose another place…"), self.place_asked.emit, "link", "open"
        )
        self.add(
            self._field,
            UNIT,
            column(
                words(_("The file of your vault"), "small"),
                self._file,
                self._where,
                gap=UNIT // 2,
            ),
            row(self._change, STRETCH),
        )
        back = None if state.made else self.back_asked.emit
        self.foot(_("Next"), self._go_on, back)
        self.first = self._name
        self._name.textEdited.connect(self._edited)
        self.show_state(state)

    def show_state(self, state: NameState) -> None:
        """Show where the file will be, or is."""
        self._change.setVisible(not state.made)
        where = _("It is in the folder {folder}.") if state.made else _("In {folder}.")
        self._file.setText(state.file or _("Named after the business"))
        self._where.setText(where.format(folder=state.folder) if state.folder else "")

    def _edited(self, text: str) -> None:
        self._field.complain("")
        self.named.emit(text)

    def _go_on(self) -> None:
        if self._name.text().strip():
            self.next_asked.emit()
            return
        self._field.complain(_("Type a name; any will do, and it can be changed."))
        self.begin()
