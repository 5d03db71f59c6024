"""What is lost and which accounts it touches: proposed, ticked, to be put right."""

from typing import Final

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.views.incident_state import TouchedState
from ui.views.share_lines import copied_line
from ui.widgets.box import card, column
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.text import words
from ui.widgets.tick_list import TickList
from vault.i18n import translate as _

_THINGS: Final = 4  # rows seen at once, so that the accounts are near below them
_ACCOUNTS: Final = 6


class WhatIsTouched(Page):
    """Emits what is lost whenever that changes, and at the end accounts and things."""

    lost_changed = Signal(tuple)
    begun = Signal(tuple, tuple)  # accounts, things
    copied = Signal(str, str)  # whose number, the number
    left = Signal()

    def __init__(self, state: TouchedState) -> None:
        super().__init__(state.title, _lead(state))
        self._by_hand: set[str] = set()
        self._shown = set(state.chosen)
        self._things = TickList(state.things, state.lost)
        self._accounts = TickList(state.accounts, state.chosen)
        self._things.show_rows(_THINGS)
        self._accounts.show_rows(_ACCOUNTS)
        if state.rings:
            rings = [
                column(
                    copied_line(one.name, one.number, self.copied.emit, rings=True),
                    words(one.note, "small"),
                    gap=0,
                )
                for one in state.rings
            ]
            self.add(card(words(_("Ring"), "label"), *rings, tone="info"))
        if state.things:
            self.add(Field(_("What is lost"), self._things))
        else:
            self._things.hide()
        self.add(
            Field(_("Accounts it touches, in the order of action"), self._accounts)
        )
        self.add(UNIT)
        self.first = self._things if state.things else self._accounts
        self._things.ticked.connect(lambda: self.lost_changed.emit(self._things.chosen))
        self._accounts.ticked.connect(self._note_by_hand)
        self.foot(state.act, self._begin, self.left.emit)

    def show_proposed(self, accounts: tuple[str, ...]) -> None:
        """Tick what is proposed now; what was ticked by hand stays ticked."""
        self._shown = self._by_hand | set(accounts)
        self._accounts.tick_only(self._shown)

    def _note_by_hand(self) -> None:
        chosen = set(self._accounts.chosen)
        self._by_hand = (self._by_hand | (chosen - self._shown)) & chosen
        self._shown = chosen

    def _begin(self) -> None:
        self.begun.emit(self._accounts.chosen, self._things.chosen)


def _lead(state: TouchedState) -> str:
    if state.things:
        return _(
            "What hangs on it is ticked, as far as the vault knows. Put it right where "
            "you know better; it can be changed later."
        )
    return _("Tick the accounts; others can be added later.")
