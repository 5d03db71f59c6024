"""Who has access to an account: role, since when, how they sign in."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.days import day_words
from ui.shared.grid import UNIT
from ui.views.account_state import AccessState, AccountState
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, emptied
from ui.widgets.buttons import button, icon_button
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.rows import Rows
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.person import Access


class AccessRow(QWidget):
    """One person's access."""

    asked = Signal(str, str)

    def __init__(self, state: AccessState) -> None:
        super().__init__()
        self._layout = column(gap=0)
        self.setLayout(self._layout)
        self.show_state(state)

    def show_state(self, state: AccessState) -> None:
        """Show the access as it is now."""
        access = state.access
        said = column(words(state.name, "label"), gap=0)
        about = " · ".join(filter(None, _about(access)))
        if about:
            said.addWidget(words(about, "small"))
        if access.notes:
            said.addWidget(words(access.notes, "small"))
        sign = Sign("history" if access.ended else "person", "muted")
        with keyboard_kept(self):
            emptied(self._layout)
            buttons = self._buttons(state) if state.may_write else []
            self._layout.addWidget(Beside(said, *buttons, sign=sign))

    def _buttons(self, state: AccessState) -> list[QWidget]:
        """Return what can be done with this access."""
        id_, name = state.access.id, state.name
        acts = [("edit", "edit", _("Change the access of {name}"))]
        if not state.access.ended:
            acts.append(("end", "close", _("End the access of {name}")))
        acts.append(("remove", "remove", _("Remove the access of {name}")))
        return [
            icon_button(picture, said.format(name=name), self._asker(act, id_))
            for act, picture, said in acts
        ]

    def _asker(self, act: str, id_: str) -> partial[None]:
        return partial(self.asked.emit, act, id_)


class AccessSection(Section):
    """All who have access, those whose access ended last."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        add = button(_("Add a person…"), self._add, picture="person-add")
        super().__init__(_("Who has access"), add)
        self._rows = Rows(self._made, gap=2 * UNIT)
        self._card = card(self._rows)
        self.add(self._card)

    def show_state(self, state: AccountState) -> None:
        """Show who has access."""
        self._rows.show_rows((one.access.id, one) for one in state.access)
        self._card.setVisible(bool(state.access))
        self.say(_lead(state))
        self.allow(may_write=state.may_write)

    def _made(self, state: AccessState) -> QWidget:
        made = AccessRow(state)
        made.asked.connect(lambda act, id_: self.asked.emit(act, "access", id_))
        return made

    def _add(self) -> None:
        self.asked.emit("add", "access", "")


def _lead(state: AccountState) -> str:
    """Say who answers for the account, or what is gained by naming people."""
    if state.owner:
        return _("{name} answers for this account.").format(name=state.owner)
    if not state.access:
        return _("Nobody yet. With a second person in, one lost phone is no lock-out.")
    return ""


def _about(access: Access) -> list[str]:
    since, seen = access.since, access.last_confirmed
    ended = _("ended {day}").format(day=day_words(access.ended))
    return [
        ended if access.ended else "",
        access.role,
        _("since {day}").format(day=day_words(since)) if since else "",
        access.factor,
        _("confirmed {day}").format(day=day_words(seen)) if seen else "",
    ]
