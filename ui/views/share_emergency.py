"""The first page of an opened share: from whom, what to do first, which accounts."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.views.share_lines import copied_line, numbered
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, row
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import Role, words
from vault.i18n import translate as _

_SIGNS = {"warn": "warning", "info": "info"}


@dataclass(frozen=True)
class Number:
    """One number to ring, and whose it is."""

    who: str
    number: str


@dataclass(frozen=True)
class AccountLine:
    """One account in the list: `about` is where and as whom, `first` what to do."""

    id: str
    name: str
    about: str = ""
    first: str = ""
    numbers: tuple[Number, ...] = ()


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
        self._opens: dict[str, QPushButton] = {}
        down = button(_("Choose an account"), self._go_down, "primary", "down")
        leave = button(_("Close the share"), self.closed.emit, picture="lock")
        self.add(FlowBox(down, leave, gap=UNIT), *map(_noticed, state.notices))
        self.first = down
        if state.note:
            said = words(state.note, selectable=True)
            self.add(card(words(state.note_from, "label"), said))
        self.add(UNIT, self._steps_part(state), UNIT, self._signer_part(state))
        self.add(UNIT, self._accounts_part(state))
        if back_from in self._opens:
            self.first = self._opens[back_from]

    def _go_down(self) -> None:
        """Go to the first account: the one that costs most."""
        if self._opens:
            self.go_to(next(iter(self._opens.values())))

    def _steps_part(self, state: EmergencyState) -> Section:
        part = Section(_("What to do first"))
        for number, text in enumerate(state.steps, 1):
            part.add(numbered(number, text))
        return part

    def _accounts_part(self, state: EmergencyState) -> Section:
        part = Section(_("The accounts"))
        for one in state.accounts:
            part.add(self._account(one))
        return part

    def _account(self, one: AccountLine) -> QFrame:
        opens = button(_("Open"), partial(self.account_asked.emit, one.id))
        opens.setAccessibleName(_("Open {name}").format(name=one.name))
        self._opens[one.id] = opens
        said = column(words(one.name, "label"), gap=0)
        for text, role in ((one.about, "small"), (one.first, "")):
            if text:
                said.addWidget(words(text, _role(role)))
        frame = card(Beside(said, opens), gap=2 * UNIT)
        layout = frame.layout()
        for number in one.numbers:
            line = copied_line(
                _("Ring {who}").format(who=number.who),
                number.number,
                self.copied.emit,
                rings=True,
            )
            if layout is not None:
                layout.addWidget(line)
        return frame

    def _signer_part(self, state: EmergencyState) -> Section:
        part = Section(_("Who made this: not confirmed yet"))
        part.say(state.unconfirmed)
        ones = [words(word, "code") for word in state.signer]
        for one in ones:
            one.setWordWrap(False)
        part.add(card(FlowBox(*ones, gap=2 * UNIT), tone="warn"))
        return part


def _role(role: str) -> Role:
    return "small" if role == "small" else ""


def _noticed(notice: Notice) -> QFrame:
    """Return a notice as a part of the page: it stays as long as the page."""
    sign = Sign(_SIGNS.get(notice.tone, "info"), "ink")
    said = column(words(notice.title, "label"), words(notice.text), gap=UNIT // 2)
    line = row(sign, said, gap=2 * UNIT)
    line.setStretch(1, 1)
    return card(line, tone=notice.tone)
