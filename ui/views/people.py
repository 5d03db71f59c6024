"""People: who they are, how to ring them, and which accounts each of them reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import column, emptied, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow, FlowBox
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.pick import Option
from ui.widgets.rows import Rows
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.person import Person

AT_ONCE: Final = 6  # accounts named; more on demand


@dataclass(frozen=True)
class PersonState:
    """One person; accounts by id and words."""

    person: Person
    owns: tuple[Option, ...] = ()
    reaches: tuple[Option, ...] = ()
    may_write: bool = True


class PersonCard(QFrame):
    """One person. `asked` is "edit", "leave", "remove" or "history", with the id."""

    asked = Signal(str, str)
    copied = Signal(str, str)
    account_asked = Signal(str)

    def __init__(self, state: PersonState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._all: set[str] = set()  # lists of accounts that are shown whole
        self._layout = column(gap=UNIT)
        self._layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(self._layout)
        self.show_state(state)

    def show_state(self, state: PersonState) -> None:
        """Show the person as known now."""
        self._state = state
        person = state.person
        self.setAccessibleName(person.name)
        with keyboard_kept(self):
            emptied(self._layout)
            self._layout.addWidget(self._head())
            for picture, what, text in (
                ("phone", _("telephone"), person.phone),
                ("mail", _("e-mail"), person.email),
            ):
                if text:
                    self._layout.addWidget(self._channel(picture, what, text))
            self._add_accounts("owns", _("Answers for"), state.owns)
            self._add_accounts("reaches", _("Has access to"), state.reaches)
            if not state.owns and not state.reaches:
                self._layout.addWidget(words(_("Reaches no account."), "small"))
            if state.owns or state.reaches:
                gone = button(
                    _("Leaves…"), partial(self.asked.emit, "leave", person.id)
                )
                gone.setAccessibleName(_("{name} leaves…").format(name=person.name))
                self._layout.addWidget(FlowBox(gone, gap=UNIT))
            if person.notes:
                self._layout.addWidget(words(person.notes, "small", selectable=True))

    def _head(self) -> QWidget:
        person = self._state.person
        said = column(words(person.name, "heading"), gap=UNIT // 2)
        if person.role:
            said.addWidget(words(person.role, "muted"))
        if person.trusted:
            trusted = words(_("To be rung in doubt"), "good")
            line = row(Sign("shield-check", "good"), trusted, gap=UNIT)
            line.setStretch(1, 1)
            said.addLayout(line)
        history = _("History of {name}").format(name=person.name)
        past = icon_button(
            "history", history, partial(self.asked.emit, "history", person.id)
        )
        if not self._state.may_write:
            return Beside(said, past, letters=12)
        edit = _("Change {name}").format(name=person.name)
        gone = _("Remove {name}").format(name=person.name)
        return Beside(
            said,
            past,
            icon_button("edit", edit, partial(self.asked.emit, "edit", person.id)),
            icon_button("remove", gone, partial(self.asked.emit, "remove", person.id)),
            letters=12,
        )

    def _channel(self, picture: str, what: str, text: str) -> QWidget:
        name = self._state.person.name
        copy = _("Copy the {what} of {name}").format(what=what, name=name)
        return Beside(
            column(words(text, selectable=True), gap=0),
            icon_button("copy", copy, partial(self.copied.emit, what, text)),
            sign=Sign(picture, "muted"),
            letters=16,
        )

    def _add_accounts(self, key: str, title: str, accounts: Sequence[Option]) -> None:
        """Name accounts as links, the first few of them until more are asked for."""
        if not accounts:
            return
        shown = accounts if key in self._all else accounts[:AT_ONCE]
        links: list[QPushButton] = [
            LinkButton(one.words, partial(self.account_asked.emit, one.key), "account")
            for one in shown
        ]
        more = len(accounts) - len(shown)
        if more:
            text = translate_count("Show {n} more", "Show {n} more", more)
            links.append(
                button(
                    text.format(n=more), partial(self._show_all, key), "link", "down"
                )
            )
        flowing = QWidget()
        flowing.setLayout(Flow(*links, gap=UNIT))
        self._layout.addWidget(words(title, "label"))
        self._layout.addWidget(flowing)

    def _show_all(self, key: str) -> None:
        self._all.add(key)
        self.show_state(self._state)


class People(Page):
    """All people of the vault, those to be rung first."""

    asked = Signal(str, str)  # "add", "edit", "remove", "history", "rules"; an id
    copied = Signal(str, str)
    account_asked = Signal(str)

    def __init__(self, people: Sequence[PersonState], *, may_write: bool) -> None:
        super().__init__(_("People"))
        self._may_write = may_write
        self._add = button(_("Name a person"), self._ask, "primary", "person-add")
        self._top = QWidget()
        rules = button(_("House rules…"), self._ask_rules, picture="note")
        self._top.setLayout(Flow(self._add, rules, gap=UNIT))
        self._rows = Rows(self._made, gap=2 * UNIT)
        self._empty = EmptyState(
            "shared-file",
            _("Someone who can act when you cannot"),
            _(
                "Name whom to ring in doubt, and who else gets into which account. "
                "With two people in, one lost phone is no lock-out."
            ),
            _("Name the first person") if may_write else "",
            _("For example: your partner, or whoever does the books."),
        )
        self._empty.connect_to(self._ask)
        self.add(self._empty, self._top, self._rows)
        self.show_people(people)

    def show_people(self, people: Sequence[PersonState]) -> None:
        """Show the people as they are known now."""
        self._rows.show_rows((one.person.id, one) for one in people)
        self._empty.setVisible(not people)
        self._top.setVisible(bool(people))
        self._add.setVisible(self._may_write)
        self.lead.setText(_told(people))
        self.lead.setVisible(bool(people))
        shown = people and self._may_write
        self.first = self._add if shown else self._empty.go

    def _made(self, state: PersonState) -> QWidget:
        made = PersonCard(state)
        made.asked.connect(self.asked)
        made.copied.connect(self.copied)
        made.account_asked.connect(self.account_asked)
        return made

    def _ask(self) -> None:
        self.asked.emit("add", "")

    def _ask_rules(self) -> None:
        self.asked.emit("rules", "")


def _told(people: Sequence[PersonState]) -> str:
    """Say whom to ring, in a sentence."""
    trusted = [one.person.name for one in people if one.person.trusted]
    if not trusted:
        return _("Nobody of them is named to be rung in doubt.")
    return _("To be rung in doubt: {names}.").format(names=", ".join(trusted))
