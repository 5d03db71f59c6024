"""Who helps with an account: a name and ways to reach it."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.form import Form
from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.field import Field
from ui.widgets.keyboard import give
from ui.widgets.pick import Option, Pick
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.contact import Channel, Contact

KINDS: Final[tuple[Option, ...]] = (
    Option("phone", _("Telephone")),
    Option("email", _("E-mail")),
    Option("form", _("Form or page")),
    Option("chat", _("Chat")),
    Option("in-app", _("In the app")),
    Option("community", _("Community")),
    Option("social", _("Social network")),
    Option("post", _("By post")),
)
_EMPTY: Final = Channel("phone", "")


class ContactForm(Form):
    """A name, channels, hours, language, case numbers."""

    def __init__(self, parent: QWidget, contact: Contact | None) -> None:
        title = _("Change a contact") if contact else _("Add a contact")
        super().__init__(parent, title, _("Keep") if contact else _("Add"))
        known = contact or Contact(id="", name="")
        self._channels: list[_ChannelEdit] = []
        self._number = 0  # counts on when one is removed: no two of one name
        self._list = column(gap=2 * UNIT)
        self.add(
            self.line("name", _("Name"), known.name),
            self.line(
                "role",
                _("What they are"),
                known.role,
                _("For example: support desk, carrier, lawyer."),
            ),
            words(_("Ways to reach them"), "label"),
            self._list,
            row(button(_("Add a way"), self._add_empty, picture="plus"), STRETCH),
            self.line("hours", _("Hours"), known.hours),
            self.line("language", _("Language"), known.language),
            self.line(
                "case_numbers",
                _("Case numbers"),
                ", ".join(known.case_numbers),
                _("Several are parted by commas."),
            ),
            self.lines("notes", _("Notes"), known.notes),
        )
        for channel in known.channels or (_EMPTY,):
            self._add_channel(channel)

    @property
    def values(self) -> dict[str, object]:
        """What stands in the fields now; ways without an address are left out."""
        values = super().values
        numbers = str(values["case_numbers"]).split(",")
        values["case_numbers"] = [one.strip() for one in numbers if one.strip()]
        found = (one.value for one in self._channels)
        values["channels"] = [one for one in found if one["address"]]
        return values

    def _add_empty(self) -> None:
        self._add_channel(_EMPTY)
        self._channels[-1].show()
        give(self._channels[-1])

    def _add_channel(self, channel: Channel) -> None:
        self._number += 1
        made = _ChannelEdit(channel, self._number)
        made.remove.clicked.connect(partial(self._drop, made))
        self._channels.append(made)
        self._list.addWidget(made)

    def _drop(self, one: "_ChannelEdit", _checked: bool = False) -> None:
        self._channels.remove(one)
        self._list.removeWidget(one)
        one.hide()
        one.deleteLater()


class _ChannelEdit(QWidget):
    """One way to reach somebody: its kind, the address, a note."""

    def __init__(self, channel: Channel, number: int) -> None:
        super().__init__()
        self._kind = Pick()
        options = KINDS
        if channel.kind not in (one.key for one in KINDS):
            options = (*KINDS, Option(channel.kind, channel.kind))
        self._kind.show_options(options, channel.kind)
        self._address = QLineEdit(channel.address)
        self._note = QLineEdit(channel.note)
        self.remove = icon_button("remove", _("Remove way {n}").format(n=number))
        kind = Field(_("Kind of way {n}").format(n=number), self._kind)
        address = Field(_("Number or address {n}").format(n=number), self._address)
        note = Field(_("What to know about way {n}").format(n=number), self._note)
        head = row(kind, self.remove, gap=UNIT)
        head.setStretch(0, 1)
        self.setLayout(column(head, address, note, gap=UNIT))
        self.setFocusProxy(self._address)

    @property
    def value(self) -> dict[str, str]:
        """The way as plain fields."""
        return {
            "kind": str(self._kind.currentData()),
            "address": self._address.text().strip(),
            "note": self._note.text().strip(),
        }
