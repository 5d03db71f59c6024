"""A new vault, last step: someone to ring when the owner can't act."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from vault.i18n import translate as _

MOST_CHARACTERS = 200


@dataclass(frozen=True)
class NewPersonState:
    """Who was named before."""

    name: str = ""
    phone: str = ""


class NewPerson(StepPage):
    """Emits name and number when the page is left, and that all is done."""

    left = Signal(str, str)
    done_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: NewPersonState, step: tuple[int, int]) -> None:
        lead = _(
            "Somebody who may be rung when you are ill, away or locked out. Name and "
            "number are printed on the cover of a kit, where all can read them."
        )
        super().__init__(step, _("Name someone you trust"), lead)
        self._name = QLineEdit(state.name)
        self._phone = QLineEdit(state.phone)
        for line in (self._name, self._phone):
            line.setMaxLength(MOST_CHARACTERS)
        self._name_field = Field(_("Name"), self._name)
        self._phone_field = Field(_("Telephone number"), self._phone)
        self.add(
            Columns(self._name_field, self._phone_field),
            words(
                _("Nobody yet? Leave both blank; the home page will remind you."),
                "small",
            ),
        )
        self.foot(_("Done"), self._go_on, self.back_asked.emit)
        self.first = self._name
        for line in (self._name, self._phone):
            line.textEdited.connect(self._edited)

    @property
    def named(self) -> tuple[str, str]:
        """Name and number as they are typed."""
        return self._name.text(), self._phone.text()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what was typed when the page goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit(*self.named)

    def _edited(self) -> None:
        for one in (self._name_field, self._phone_field):
            one.complain("")

    def _go_on(self) -> None:
        name, phone = self._name.text().strip(), self._phone.text().strip()
        if phone and not name:
            self._name_field.complain(_("Whose number is it?"))
            self.go_to(self._name)
        elif name and not phone:
            self._phone_field.complain(_("A number is needed to ring them."))
            self.go_to(self._phone)
        else:
            self.done_asked.emit()
