"""Edit a set of codes: its sort, label, the day it was issued, notes."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.shared.grid import UNIT
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from vault.i18n import translate as _
from vault.model.moment import is_day

MOST_CHARACTERS = 200  # of a label


@dataclass(frozen=True)
class EditCodesState:
    """What is known of the set; `kinds` are the sorts there are, word and label."""

    title: str
    kind: str
    label: str
    issued: str
    notes: str
    kinds: tuple[tuple[str, str], ...] = ()


class EditCodes(Sheet):
    """Read `fields` once it is accepted."""

    def __init__(self, parent: QWidget, state: EditCodesState) -> None:
        super().__init__(parent, state.title, _("Keep"))
        self._kind = Choice(state.kinds)
        self._kind.setCurrentIndex(max(self._kind.findData(state.kind), 0))
        self._label = QLineEdit(state.label)
        self._label.setMaxLength(MOST_CHARACTERS)
        self._issued = QLineEdit(state.issued)
        self._notes = QPlainTextEdit(state.notes)
        self._notes.setTabChangesFocus(True)
        self._notes.setMinimumHeight(12 * UNIT)
        self._issued_field = Field(
            _("Day the platform issued them"),
            self._issued,
            _("Like 2026-03-01; empty where nobody knows."),
        )
        self.add(
            Field(_("What you call them"), self._label),
            Field(_("Sort of codes"), self._kind),
            self._issued_field,
            Field(
                _("Notes"),
                self._notes,
                _("Notes are shown without asking: no codes in here."),
            ),
        )
        self.first = self._label

    @property
    def fields(self) -> dict[str, object]:
        """What is typed, by the names of the record's fields."""
        return {
            "label": self._label.text().strip(),
            "kind": self._kind.value,
            "issued": self._issued.text().strip(),
            "notes": self._notes.toPlainText().strip(),
        }

    def accept(self) -> None:
        """Close, unless the day is no day."""
        day = self._issued.text().strip()
        if day and not is_day(day):
            self._issued_field.complain(
                _("This is no day. Write it as 2026-03-01, or leave it empty.")
            )
            self._issued.setFocus()
            return
        super().accept()
