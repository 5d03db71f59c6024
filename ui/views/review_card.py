"""A review under way: one card an account, then one way in to be tried."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QProgressBar

from ui.shared.grid import UNIT
from ui.views.review_state import CardState
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.facts import Facts
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _


class ReviewCard(Page):
    """Emits the answer, with the ids of the access that stays ticked."""

    answered = Signal(str, tuple)
    change_asked = Signal()
    back_asked = Signal()
    left = Signal()

    def __init__(self, state: CardState) -> None:
        place = _("{n} of {all}").format(n=state.number, all=state.of)
        super().__init__(state.name, place)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Cards so far"))
        bar.setRange(0, state.of)
        bar.setValue(state.number - 1)
        bar.setAccessibleDescription(place)
        facts = Facts()
        facts.show_facts(state.facts)
        self._boxes: dict[str, QCheckBox] = {}
        self.add(bar, card(facts), self._access(state))
        if state.given:
            said = _("Answered before: {answer}").format(answer=state.given)
            self.add(words(said, "muted"))
        change = button(_("Change…"), self.change_asked.emit, picture="edit")
        gone = button(_("Gone"), lambda: self._answer("gone"))
        skip = button(_("Skip"), lambda: self._answer("skipped"))
        self.add(FlowBox(change, gone, skip, gap=UNIT))
        right = _("Now it is right") if state.changed else _("Still right")
        answer = "changed" if state.changed else "right"
        back, back_words = self.back_asked.emit, _("Back")
        if state.first:
            back, back_words = self.left.emit, _("Later")
        self.first = self.foot(right, lambda: self._answer(answer), back, back_words)

    def _access(self, state: CardState) -> Section:
        part = Section(_("Who has access"))
        if not state.holders:
            part.say(_("Nobody is written down."))
            return part
        part.say(
            _(
                "Untick whoever should not have it; Change… leads to where it is "
                "taken away."
            )
        )
        ticks = column(gap=UNIT)
        for id_, text in state.holders:
            box = QCheckBox()
            box.setAccessibleName(text)
            box.setChecked(True)
            self._boxes[id_] = box
            said = column(words(text), gap=0)
            said.setContentsMargins(0, UNIT, 0, 0)
            line = row(column(box, STRETCH, gap=0), said, gap=UNIT)
            line.setStretch(1, 1)
            ticks.addLayout(line)
        held = card(ticks)
        part.add(held)
        return part

    def _answer(self, answer: str) -> None:
        ticked = tuple(id_ for id_, box in self._boxes.items() if box.isChecked())
        self.answered.emit(answer, ticked if answer in ("right", "changed") else ())


class ReviewTry(Page):
    """Emits what came of trying one way in: "worked", "failed", or "" for not now."""

    tried = Signal(str)
    back_asked = Signal()
    account_asked = Signal()

    def __init__(self, name: str, what: str) -> None:
        lead = _(
            "One way in is tried each time, another one in turn: what is never tried "
            "may not work on the day it is needed."
        )
        super().__init__(_("Try one way in"), lead)
        see = button(
            _("Open {name}").format(name=_short(name)), self.account_asked.emit
        )
        see.setAccessibleName(_("Open {name}").format(name=name))
        self.add(card(words(what, "heading"), row(see, STRETCH), gap=2 * UNIT))
        failed = button(_("It did not"), lambda: self.tried.emit("failed"))
        later = button(_("Not now"), lambda: self.tried.emit(""))
        self.add(FlowBox(failed, later, gap=UNIT))
        worked = _("It worked")
        self.first = self.foot(
            worked, lambda: self.tried.emit("worked"), self.back_asked.emit
        )


_MOST = 24  # letters of a name on a button


def _short(name: str) -> str:
    return name if len(name) <= _MOST else f"{name[:_MOST]}…"
