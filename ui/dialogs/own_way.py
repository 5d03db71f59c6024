"""A way back of the owner's own, and a thing that one of them needs."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from ui.widgets.box import STRETCH, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.text import words
from ui.widgets.tick_list import TickList
from vault.i18n import translate as _
from vault.model.route import OwnRoute
from vault.model.thing import Thing

Names = Sequence[tuple[str, str]]  # ids and names, to tick
_ROWS: Final = 4
SORT_WORDS: Final = {
    "phone": _("Phone"),
    "number": _("SIM or number"),
    "mailbox": _("Mailbox"),
    "authenticator": _("Authenticator app"),
    "security-key": _("Security key"),
    "document": _("Document"),
    "safe": _("Safe"),
    "computer": _("Computer"),
    "other": _("Something else"),
}


class OwnWayForm(Form):
    """Its name, how long it takes, and all that it needs; a thing may be new."""

    def __init__(
        self,
        parent: QWidget,
        way: OwnRoute | None,
        offered: Mapping[str, tuple[str, Names]],
        steps: str,
    ) -> None:
        """Take, for each list of the way, its label and what can be ticked."""
        title = _("Change a way back") if way else _("A way back of your own")
        super().__init__(parent, title, _("Keep") if way else _("Add"))
        days = "" if way is None or way.days is None else str(way.days)
        self.add(
            self.line(
                "name",
                _("What you call it"),
                way.name if way else "",
                _("As in: letter to the desk"),
            ),
            self.line(
                "days",
                _("Days it takes"),
                days,
                _("A number; empty where nobody knows."),
            ),
            words(_("It needs all of what you tick here, at once."), "muted"),
        )
        self._lists: dict[str, TickList] = {}
        new = self.line(
            "new_thing",
            _("A new thing it needs"),
            help_text=_("As in: the grey safe, the second phone"),
        )
        for name, (label, names) in offered.items():
            self._offer(name, label, names, getattr(way, name) if way else ())
            if name == "things":
                self.add(new)
        what = self.lines("steps", _("What to do"), steps)
        what.help(_("A step a line. A line may end with the address it leads to."))
        self.add(what)

    @property
    def values(self) -> dict[str, object]:
        """What stands in the fields, and what is ticked."""
        chosen = {name: one.chosen for name, one in self._lists.items()}
        return super().values | chosen

    def _offer(self, name: str, label: str, names: Names, on: Sequence[str]) -> None:
        ticks = self._lists[name] = TickList(names, on)
        ticks.show_rows(_ROWS)
        field = Field(label, ticks)
        self.add(field)
        field.setVisible(bool(names))


class ThingForm(Form):
    """What it is, who has it, and where it lies; or that it is gone for good."""

    removal_asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        thing: Thing,
        people: tuple[str, ...],
        held: str,
        warning: str,
    ) -> None:
        super().__init__(parent, _("Change a thing"), _("Keep"))
        sort = SORT_WORDS.get(thing.sort, thing.sort)
        self.add(
            self.line("name", _("What you call it"), thing.name),
            self.among("sort", _("Sort"), ("", *SORT_WORDS.values()), sort),
            self.among("person", _("Who has it"), ("", *people), held),
            self.line("place", _("Where it lies"), thing.place),
            self.line(
                "address",
                _("Its number or address"),
                thing.address,
                _("Of a phone, a SIM or a mailbox."),
            ),
            self.lines("notes", _("Notes"), thing.notes),
        )
        gone = button(_("Remove this thing"), self._remove, "danger", "remove")
        self.add(words(warning, "small"), row(gone, STRETCH))

    def _remove(self) -> None:
        self.reject()
        self.removal_asked.emit()
