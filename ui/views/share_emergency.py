"""The first page of an opened share: from whom, what to do first, which accounts."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.views.share_lines import numbered
from ui.views.share_list import AccountLine, ShareList
from ui.widgets.box import card, column, row
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

_SIGNS = {"warn": "warning", "info": "info"}


@dataclass(frozen=True)
class EmergencyState:
    """What the first page shows; `notices` are warn or info."""

    title: str
    lead: str
    steps: tuple[str, ...]
    signer: tuple[str, ...]
    unconfirmed: str
    note: str = ""
    note_from: str = ""
    notices: tuple[Notice, ...] = ()
    accounts: tuple[AccountLine, ...] = ()


class ShareEmergency(Page):
    """Emits the account that was chosen, what is to be copied, and that it is closed.

    `back_from` is the account from whose page one comes back.
    """

    account_asked = Signal(str)
    copied = Signal(str, str)
    closed = Signal()

    def __init__(self, state: EmergencyState, back_from: str = "") -> None:
        super().__init__(state.title, state.lead)
        down = button(_("Choose an account"), self._go_down, "primary", "down")
        leave = button(_("Close the share"), self.closed.emit, picture="lock")
        self.add(FlowBox(down, leave, gap=UNIT), *map(_noticed, state.notices))
        if state.note:
            said = words(state.note, selectable=True)
            self.add(card(words(state.note_from, "label"), said))
        self.add(UNIT, self._steps_part(state), UNIT, self._signer_part(state))
        self._list = ShareList(state.accounts, back_from)
        self._list.account_asked.connect(self.account_asked)
        self._list.copied.connect(self.copied)
        self.add(UNIT, self._list)
        self.first = self._list.opener(back_from) if back_from else down

    def _go_down(self) -> None:
        """Go to the first account: the one that costs most."""
        if (first := self._list.opener()) is not None:
            self.go_to(first)

    def _steps_part(self, state: EmergencyState) -> Section:
        part = Section(_("What to do first"))
        for number, text in enumerate(state.steps, 1):
            part.add(numbered(number, text))
        return part

    def _signer_part(self, state: EmergencyState) -> Section:
        part = Section(_("Who made this: not confirmed yet"))
        part.say(state.unconfirmed)
        ones = [words(word, "code") for word in state.signer]
        for one in ones:
            one.setWordWrap(False)
        part.add(card(FlowBox(*ones, gap=2 * UNIT), tone="warn"))
        return part


def _noticed(notice: Notice) -> QFrame:
    """Return a notice as a part of the page: it stays as long as the page."""
    sign = Sign(_SIGNS.get(notice.tone, "info"), "ink")
    said = column(words(notice.title, "label"), words(notice.text), gap=UNIT // 2)
    line = row(sign, said, gap=2 * UNIT)
    line.setStretch(1, 1)
    return card(line, tone=notice.tone)
