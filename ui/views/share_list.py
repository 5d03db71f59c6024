"""The accounts of an opened share, those that cost most first, a few at a time.

Only so many are made at once that it takes no time; the others are a button away, or
found as one types.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.views.share_lines import copied_line
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.rows import Rows
from ui.widgets.search_line import SearchLine
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _

AT_ONCE: Final = 8


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


class ShareList(Section):
    """Emits the account that is chosen, and what is to be copied."""

    account_asked = Signal(str)
    copied = Signal(str, str)

    def __init__(self, accounts: Sequence[AccountLine], begin_at: str = "") -> None:
        super().__init__(_("The accounts"))
        self._accounts = accounts
        self._found = list(accounts)
        self._start = 0
        self._opens: dict[str, QPushButton] = {}
        self._find = SearchLine(_("Find an account"))
        self._find.textChanged.connect(self._search)
        self._find.entered.connect(lambda _opens: self._go_to_first())
        self._rows = Rows(self._made, gap=2 * UNIT)
        self._place = words("", "small")
        self._back = button(_("Those before"), partial(self._turn, -AT_ONCE))
        self._on = button(_("More accounts"), partial(self._turn, AT_ONCE))
        self._pager = QWidget()
        self._pager.setLayout(row(self._back, self._on, self._place, STRETCH))
        self.add(self._find, self._rows, self._pager)
        if len(accounts) <= AT_ONCE:
            self._find.hide()
            self._pager.hide()
        places = [one.id for one in accounts]
        if begin_at in places:
            self._start = places.index(begin_at) // AT_ONCE * AT_ONCE
        self._draw()

    def opener(self, account: str = "") -> QPushButton | None:
        """Return the button of an account, by default of the first that is shown."""
        return self._opens.get(account) or next(iter(self._opens.values()), None)

    def _search(self, text: str) -> None:
        wanted = text.strip().casefold()
        self._found = [
            one
            for one in self._accounts
            if wanted in f"{one.name} {one.about}".casefold()
        ]
        self._start = 0
        self._draw()

    def _turn(self, step: int) -> None:
        self._start += step
        self._draw()
        self._go_to_first()

    def _go_to_first(self) -> None:
        if (first := self.opener()) is not None:
            first.setFocus()

    def _draw(self) -> None:
        shown = self._found[self._start : self._start + AT_ONCE]
        kept = {one.id for one in shown}
        self._opens = {id_: one for id_, one in self._opens.items() if id_ in kept}
        self._rows.show_rows((one.id, one) for one in shown)
        self._opens = {one.id: self._opens[one.id] for one in shown}
        end = self._start + len(shown)
        said = _("{first} to {last} of {all}")
        none = _("No account is called so.")
        place = said.format(first=self._start + 1, last=end, all=len(self._found))
        self._place.setText(place if shown else none)
        self._back.setEnabled(self._start > 0)
        self._on.setEnabled(end < len(self._found))

    def _made(self, one: AccountLine) -> QFrame:
        """Return the card of one account."""
        opens = button(_("Open"), partial(self.account_asked.emit, one.id))
        opens.setAccessibleName(_("Open {name}").format(name=one.name))
        self._opens[one.id] = opens
        said = column(words(one.name, "label"), gap=0)
        if one.about:
            said.addWidget(words(one.about, "small"))
        if one.first:
            said.addWidget(words(one.first))
        ring = _("Ring {who}")
        numbers = [
            copied_line(
                ring.format(who=each.who), each.number, self.copied.emit, rings=True
            )
            for each in one.numbers
        ]
        return card(Beside(said, opens), *numbers, gap=2 * UNIT)
