"""Share, first step: which accounts go into the file for somebody who is trusted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.views.share_register import ShareLine, ShareRegister
from ui.widgets.box import STRETCH, row
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.tick_list import TickList
from vault.i18n import translate as _

LEAD = _(
    "A share is an encrypted file for one person you trust. It holds the accounts you "
    "choose, and no more of them than you say."
)
NOT_REVOKED = _(
    "What was shared can't be called back, only changed at the platforms: to withdraw "
    "a share is a note, no more."
)


@dataclass(frozen=True)
class AccountsState:
    """The accounts by id and name, and those that are chosen."""

    accounts: Sequence[tuple[str, str]]
    chosen: Sequence[str] = ()
    made: tuple[ShareLine, ...] = ()


class ShareAccounts(StepPage):
    """Emits the ids that are chosen."""

    next_asked = Signal(tuple)
    open_asked = Signal()
    opened = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, state: AccountsState, step: tuple[int, int]) -> None:
        super().__init__(step, _("Which accounts to share"), LEAD)
        self._list = TickList(state.accounts, state.chosen)
        self._list.ticked.connect(self._count)
        self._field = Field(_("Accounts in this share"), self._list)
        every = button(_("All accounts"), lambda: self._list.tick_all(on=True))
        none = button(_("None"), lambda: self._list.tick_all(on=False))
        none.setAccessibleName(_("No account"))
        received = LinkButton(
            _("Open a file someone shared with you"), self.open_asked.emit, "open"
        )
        self.add(
            self._field,
            row(every, none, STRETCH),
            UNIT,
            row(received, STRETCH),
        )
        if state.made:
            register = ShareRegister(state.made, NOT_REVOKED)
            register.opened.connect(self.opened)
            register.withdrawn.connect(self.withdrawn)
            self.add(UNIT, register)
        else:
            self.add(words(NOT_REVOKED, "small"))
        self.foot(_("Next"), self._go_on)
        self.first = self._list
        self._count()

    def _count(self) -> None:
        said = _("{n} of {all} chosen. Space or a click ticks one.")
        chosen = len(self._list.chosen)
        self._field.help(said.format(n=chosen, all=self._list.count()))

    def _go_on(self) -> None:
        if self._list.chosen:
            self.next_asked.emit(self._list.chosen)
            return
        self._field.complain(_("Tick at least one account."))
        self._list.setFocus()


class ShareEmpty(Page):
    """Shown where there is no account yet, or where no share can be made."""

    act_asked = Signal()
    open_asked = Signal()

    def __init__(self, text: str, act: str = "", example: str = "") -> None:
        super().__init__(_("Share"))
        empty = EmptyState(
            "shared-file",
            _("Let somebody you trust step in when you can't"),
            text,
            act,
            example,
        )
        empty.connect_to(self.act_asked.emit)
        received = LinkButton(
            _("Open a file someone shared with you"), self.open_asked.emit, "open"
        )
        self.add(empty, row(received, STRETCH))
        self.first = empty.go or received
