"""Print a kit: what goes in, how it is locked, print it, read it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from ui.controllers.kit_clear import clear_page, clear_words
from ui.controllers.kit_maker import Course, KitMaker
from ui.controllers.kit_making import Shown, Wish, make_shown, usual_paper
from ui.controllers.stage import Desk, notice_of
from ui.views.kit_contents import ContentsState, KitContents, KitNothing
from ui.views.kit_locks import KitLocks, LocksState
from vault.app.credentials import draw_words
from vault.app.in_clear import InClear, Sort
from vault.app.kit_order import default_ways, locks_of, must_fit_letter
from vault.app.session import Session
from vault.errors import ReadOnly, Refused, VaultError
from vault.i18n import translate as _
from vault.model.kit import Ways

STEPS: Final = 4


class KitNewFlow(KitMaker):
    """What goes into one kit, and what opens it."""

    def __init__(self, desk: Desk) -> None:
        course = Course(
            "kit-new",
            (3, STEPS),
            making=_("Making the kit…"),
            made=_("The kit is made, and proven."),
            stopped=_("Stopped. No kit was made."),
            dense=True,
        )
        super().__init__(desk, course)
        self._chosen_ways: Ways | None = None

    def begin(self, what: object) -> None:
        """Begin with what goes in; "again" keeps what was chosen already."""
        vault = self._desk.vault
        if vault.is_open and not vault.may_write:
            self._desk.tell(ReadOnly(vault.session.read_only))
        if not vault.may_write:
            return
        if what != "again":
            self._wish = Wish(paper=usual_paper())
            self._chosen_ways = None
        if vault.vault.accounts:
            self._contents()
            return
        page = KitNothing()
        page.account_asked.connect(partial(self._desk.go, "new-account"))
        self.show(page)

    # What goes in.

    def _contents(self) -> None:
        accounts = self._desk.vault.vault.accounts.values()
        names = sorted((one.name.casefold(), one.id, one.name) for one in accounts)
        state = ContentsState(
            accounts=[(id_, name) for _key, id_, name in names],
            chosen=self._wish.accounts,
            part=bool(self._wish.accounts),
            letter=self._wish.letter,
            clear=clear_words(self._wish.clear),
            first=not self._desk.vault.vault.kits,
        )
        page = KitContents(state, (1, STEPS))
        page.next_asked.connect(self._take_contents)
        page.try_asked.connect(self._try_printer)
        page.clear_asked.connect(self._choose_clear)
        page.back_asked.connect(partial(self._desk.go, "kits"))
        self.show(page)

    def _try_printer(self, accounts: list[str], letter: str) -> None:
        """Leave for the test page; what was chosen is there when one comes back."""
        self._wish = replace(self._wish, accounts=tuple(accounts), letter=letter)
        self._desk.go("test-page", "kit-new")

    def _choose_clear(self, accounts: list[str], letter: str) -> None:
        """Ask what is also printed in clear, of the accounts chosen so far."""
        self._wish = replace(self._wish, accounts=tuple(accounts), letter=letter)
        page = clear_page(self._desk.vault.vault, self._wish, (1, STEPS))
        page.taken.connect(self._take_clear)
        page.back_asked.connect(self._contents)
        self.show(page)

    def _take_clear(self, sorts: list[Sort], accounts: list[str]) -> None:
        clear = InClear(tuple(sorts), tuple(accounts))
        self._wish = replace(self._wish, clear=clear)
        self._contents()

    def _take_contents(self, accounts: list[str], letter: str) -> None:
        try:
            must_fit_letter(letter)
        except VaultError as error:
            said = notice_of(error)
            self._page.complain_of_letter(f"{said.title}. {said.text}")
            return
        chosen = tuple(accounts)
        if bool(chosen) != bool(self._wish.accounts):
            self._chosen_ways = None
        words = self._wish.words or draw_words(self._desk.ports)
        self._wish = replace(
            self._wish,
            accounts=chosen,
            letter=letter,
            words=words if chosen else "",
            clear=self._wish.clear.within(chosen),
        )
        self._locks()

    # How it is locked.

    def _locks(self) -> None:
        vault, accounts = self._desk.vault.vault, self._wish.accounts
        default = default_ways(vault, accounts, own_words=bool(accounts))
        locks = sorted(locks_of(vault, accounts), key=lambda lock: bool(lock.refused))
        state = LocksState(
            refused=[(lock.ways, _refusal(lock.refused)) for lock in locks],
            chosen=self._chosen_ways or default,
            asks=self._desk.vault.session.presented.passphrase is None,
            part=bool(accounts),
            code_on_card=self._wish.code_on_card,
        )
        page = KitLocks(state, (2, STEPS))
        page.next_asked.connect(self._take_locks)
        page.back_asked.connect(self._contents)
        self.show(page)

    def _take_locks(self, ways: Ways, typed: str, code_on_card: bool) -> None:
        self._chosen_ways = ways
        self._wish = replace(
            self._wish, ways=ways, typed=typed, code_on_card=code_on_card
        )
        self.make()

    # How it is made.

    def ask_again(self) -> None:
        """Show the locks."""
        self._locks()

    def work(self, session: Session) -> Shown:
        """Make the kit, and pictures of it."""
        return make_shown(session, self._wish)


def _refusal(reason: str) -> str:
    """Return why a lock is refused, in words; "" where it is not."""
    return notice_of(Refused(reason)).text if reason else ""
