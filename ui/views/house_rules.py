"""The house rules: what staff keep to, and who confirmed the rules as they are."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.share_lines import numbered
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, emptied
from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.flow import FlowBox
from ui.widgets.keyboard import controls, keyboard_kept
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 20  # people; more on demand
_LEAD: Final = _(
    "A few short rules that everybody who works on your accounts confirms. Once they "
    "change, everybody is asked again."
)


@dataclass(frozen=True)
class RulesPerson:
    """One person: when they confirmed, and whether that was of the rules as they are.

    `works` tells whether they have an account to work on.
    """

    id: str
    name: str
    about: str
    holds: bool = False
    works: bool = True


@dataclass(frozen=True)
class HouseRulesState:
    """The rules, or with `own` False those that are proposed; and the people."""

    rules: tuple[str, ...]
    own: bool
    since: str = ""
    people: tuple[RulesPerson, ...] = ()
    may_write: bool = True

    @property
    def missing(self) -> tuple[RulesPerson, ...]:
        """Those who work here and have not confirmed the rules as they are."""
        return tuple(one for one in self.people if one.works and not one.holds)


class HouseRulesPage(Page):
    """Emits what is to be done with the rules, and who confirmed them today."""

    proposal_taken = Signal()
    change_asked = Signal()
    save_asked = Signal()
    confirmed = Signal(tuple)  # ids of people
    left = Signal()

    def __init__(self, state: HouseRulesState) -> None:
        super().__init__(_("House rules"), _LEAD)
        self._rules = column(gap=2 * UNIT)
        take = button(_("Take these"), self.proposal_taken.emit, "primary", "check")
        own = button(_("Write your own…"), self.change_asked.emit, picture="edit")
        self._begin = FlowBox(take, own, gap=UNIT)
        change = button(_("Change the rules…"), self.change_asked.emit, picture="edit")
        self._change = FlowBox(change, gap=UNIT)
        save = button(_("Save a list to sign…"), self.save_asked.emit, picture="file")
        self._save = FlowBox(save, gap=UNIT)
        self._every = button(_("All of them confirmed today"), self._confirm_every)
        self._people = Section(_("Who confirmed them"), self._every)
        self._few = Few(self._person, _more, AT_ONCE)
        self._people.add(card(self._few))
        self.add(self._rules, self._begin, self._change, self._people, self._save)
        self.escape = button(_("Back to People"), self.left.emit, "link", "back")
        self.add(FlowBox(self.escape))
        self.show_state(state)

    def show_state(self, state: HouseRulesState) -> None:
        """Show how they read now, and who has yet to confirm them."""
        self._state = state
        with keyboard_kept(self):
            self._fill_rules()
            self._begin.setVisible(state.may_write and not state.own)
            self._change.setVisible(state.may_write and state.own)
            self._save.setVisible(state.own)
            self._people.setVisible(state.own)
            self._people.say(_told(state))
            self._people.allow(may_write=state.may_write and len(state.missing) > 1)
            self._few.show_items(state.people)
        self.first = next(iter(controls(self._begin) + controls(self._change)), None)
        self.first = self.first or self.escape

    def _fill_rules(self) -> None:
        emptied(self._rules)
        state = self._state
        since = _("The rules since {day}").format(day=state.since)
        title = since if state.own else _("None are set yet. For example:")
        lines = [numbered(number, one) for number, one in enumerate(state.rules, 1)]
        for part in (words(title, "heading"), card(*lines, gap=2 * UNIT)):
            self._rules.addWidget(part)
            part.show()

    def _person(self, one: RulesPerson) -> QWidget:
        said = column(words(one.name, "label"), words(one.about, "small"), gap=0)
        tone = "good" if one.holds else "warn" if one.works else "muted"
        sign = Sign("check-circle" if one.holds else "circle", tone)
        if one.holds or not self._state.may_write:
            return Beside(said, sign=sign)
        act = button(_("Confirmed today"), partial(self.confirmed.emit, (one.id,)))
        act.setAccessibleName(_("{name} confirmed today").format(name=one.name))
        return Beside(said, act, sign=sign)

    def _confirm_every(self) -> None:
        self.confirmed.emit(tuple(one.id for one in self._state.missing))


def _told(state: HouseRulesState) -> str:
    """Say whom to ask."""
    if not state.people:
        return _("Nobody is named yet: name people under People, then ask them.")
    if not state.missing:
        return _("Everybody who works on your accounts confirmed them.")
    count = len(state.missing)
    text = translate_count(
        "{n} person has yet to confirm them.",
        "{n} people have yet to confirm them.",
        count,
    )
    return text.format(n=count)


def _more(count: int) -> str:
    return translate_count("{n} more person", "{n} more people", count).format(n=count)
