"""Who helps with an account: names, ways to reach them, hours and case numbers."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.account_state import AccountState, ContactState
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, emptied
from ui.widgets.buttons import button, icon_button
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.rows import Rows
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.contact import Channel, Contact

_PICTURES: Final = {
    "phone": "phone",
    "mail": "mail",
    "email": "mail",
    "form": "note",
    "chat": "contact",
}


class ContactRow(QWidget):
    """One contact, with each of its channels to be copied or opened."""

    asked = Signal(str, str)
    copied = Signal(str, str)
    link_asked = Signal(str)

    def __init__(self, state: ContactState) -> None:
        super().__init__()
        self._layout = column(gap=UNIT)
        self.setLayout(self._layout)
        self.show_state(state)

    def show_state(self, state: ContactState) -> None:
        """Show the contact as it is now."""
        contact = state.contact
        with keyboard_kept(self):
            emptied(self._layout)
            self._layout.addWidget(self._head(state))
            for channel in contact.channels:
                self._layout.addWidget(self._channel(contact, channel))
            if contact.notes:
                self._layout.addWidget(words(contact.notes, "small", selectable=True))

    def _head(self, state: ContactState) -> QWidget:
        contact = state.contact
        said = column(words(contact.name, "label"), gap=0)
        about = " · ".join(filter(None, _about(contact)))
        if about:
            said.addWidget(words(about, "small"))
        if not state.may_write:
            return Beside(said)
        name = contact.name
        edit, gone = _("Change {name}"), _("Remove {name}")
        return Beside(
            said,
            icon_button("edit", edit.format(name=name), self._asker("edit", contact)),
            icon_button(
                "remove", gone.format(name=name), self._asker("remove", contact)
            ),
        )

    def _channel(self, contact: Contact, channel: Channel) -> QWidget:
        said = column(words(channel.address, selectable=True), gap=0)
        if channel.note:
            said.addWidget(words(channel.note, "small"))
        copy = _("Copy: {what}").format(what=channel.address)
        buttons = [icon_button("copy", copy, self._copier(contact, channel.address))]
        if channel.address.startswith(("https://", "http://")):
            name = _("Open {address}").format(address=channel.address)
            ask = partial(self.link_asked.emit, channel.address)
            buttons.append(icon_button("open", name, ask))
        sign = Sign(_PICTURES.get(channel.kind, "link"), "muted")
        return Beside(said, *buttons, sign=sign, letters=16)

    def _asker(self, act: str, contact: Contact) -> partial[None]:
        return partial(self.asked.emit, act, contact.id)

    def _copier(self, contact: Contact, address: str) -> partial[None]:
        return partial(self.copied.emit, contact.name, address)


class ContactsSection(Section):
    """All contacts of an account."""

    asked = Signal(str, str, str)
    copied = Signal(str, str)
    link_asked = Signal(str)

    def __init__(self) -> None:
        add = button(_("Add a contact…"), self._add, picture="plus")
        super().__init__(_("Who helps"), add)
        self._rows = Rows(self._made, gap=3 * UNIT)
        self._card = card(self._rows)
        self.add(self._card)

    def show_state(self, state: AccountState) -> None:
        """Show the contacts."""
        self._rows.show_rows((one.contact.id, one) for one in state.contacts)
        self._card.setVisible(bool(state.contacts))
        none = _("Nobody yet: a support desk, a hot line, someone who knows the way.")
        self.say("" if state.contacts else none)
        self.allow(may_write=state.may_write)

    def _made(self, state: ContactState) -> QWidget:
        made = ContactRow(state)
        made.asked.connect(lambda act, id_: self.asked.emit(act, "contact", id_))
        made.copied.connect(self.copied)
        made.link_asked.connect(self.link_asked)
        return made

    def _add(self) -> None:
        self.asked.emit("add", "contact", "")


def _about(contact: Contact) -> list[str]:
    cases = ", ".join(contact.case_numbers)
    return [
        contact.role,
        contact.hours,
        contact.language,
        _("case {numbers}").format(numbers=cases) if cases else "",
    ]
