"""Name a person, or change what is known of one."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from ui.widgets.box import STRETCH, row
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.person import Person


class PersonForm(Form):
    """A name, how to reach the person, and whether to ring in doubt."""

    def __init__(
        self, parent: QWidget, person: Person | None, *, trusted: bool = False
    ) -> None:
        title = _("Change a person") if person else _("Name a person")
        super().__init__(parent, title, _("Keep") if person else _("Add"))
        known = person or Person(id="", name="", trusted=trusted)
        self.add(
            self.line("name", _("Name"), known.name),
            self.line("phone", _("Telephone"), known.phone),
            self.line("email", _("E-mail"), known.email),
            self.line(
                "role",
                _("What they are to you"),
                known.role,
                _("For example: partner, bookkeeper, agency."),
            ),
            row(
                self.tick("trusted", _("Someone to ring in doubt"), on=known.trusted),
                STRETCH,
            ),
            words(
                _("Whoever is to be rung is named on the cover of every kit."), "small"
            ),
            self.lines("notes", _("Notes"), known.notes),
        )
