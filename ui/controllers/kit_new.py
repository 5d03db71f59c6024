"""Print a kit: what goes in, how it is locked, print it, read it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ui.controllers.kit_clear import clear_page, clear_words
from ui.controllers.kit_making import Paper, Shown, Wish, make_shown, usual_paper
from ui.controllers.stage import Desk, notice_of
from ui.views.kit_contents import ContentsState, KitContents, KitNothing
from ui.views.kit_locks import KitLocks, LocksState
from ui.views.kit_making import KitMaking
from ui.workers.op import Op
from vault.app.credentials import draw_words
from vault.app.in_clear import InClear, Sort
from vault.app.kit_order import default_ways, locks_of, must_fit_letter
from vault.errors import NoKey, ReadOnly, Refused, VaultError
from vault.i18n import translate as _
from vault.model.kit import Ways

if TYPE_CHECKING:
    from ui.controllers.kit_preview import Preview
    from ui.controllers.kit_proving import KitProving

STEPS: Final = 4


class KitNewFlow:
    """One kit; going back loses nothing that was chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wish = Wish()
        self._chosen_ways: Ways | None = None
        self._page: Any = None
        self._preview: Preview | None = None
        self._proving: KitProving | None = None
        self._op: Op[Any] | None = None

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
        self._show(page)

    def _show(self, page: Any) -> None:  # noqa: ANN401 - one of the pages of this flow
        self._page = page
        self._desk.stage.show_page(page, "kit-new")

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
        self._show(page)

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
        self._show(page)

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
        self._show(page)

    def _take_locks(self, ways: Ways, typed: str, code_on_card: bool) -> None:
        self._chosen_ways = ways
        self._wish = replace(
            self._wish, ways=ways, typed=typed, code_on_card=code_on_card
        )
        self._make()

    # It is made, and shown.

    def _make(self) -> None:
        page = KitMaking((3, STEPS))
        self._show(page)
        work = partial(make_shown, self._desk.vault.session, self._wish)
        op = self._desk.ops.run(work, self._made, self._not_made)
        op.progressed.connect(page.tell)
        op.finished.connect(partial(self._ended, op))
        page.stopped.connect(op.stop)
        page.stopped.connect(self._locks)
        page.destroyed.connect(op.stop)
        self._op = op
        self._desk.stage.work(op, _("Making the kit…"), exclusive=True)

    def _made(self, shown: Shown) -> None:
        from ui.controllers.kit_preview import (  # noqa: PLC0415 - loaded by the work
            Onward,
            Preview,
        )

        if not isinstance(self._page, KitMaking):
            return
        onward = Onward(self._make_on, self._locks, self._read_back, self._make_dense)
        self._preview = Preview(self._desk, shown, self._wish, (3, STEPS), onward)
        self._show(self._preview.page)
        self._desk.stage.announce(_("The kit is made, and proven."))

    def _not_made(self, error: VaultError) -> None:
        self._locks()
        if isinstance(error, NoKey | Refused) and self._wish.typed:
            said = notice_of(error)
            self._page.complain(f"{said.title}. {said.text}")
        else:
            self._desk.tell(error)

    def _ended(self, op: Op[Any]) -> None:
        """Go back where it was stopped from the status bar."""
        if op.stopped() and self._desk.stage.page is self._page:
            if isinstance(self._page, KitMaking):
                self._locks()
            self._desk.stage.announce(_("Stopped. No kit was made."))

    def _make_on(self, paper: Paper) -> None:
        """Make it anew for another paper."""
        self._wish = replace(self._wish, paper=paper)
        self._make()

    def _make_dense(self, density: str) -> None:
        """Make it anew, compact or sturdy."""
        self._wish = replace(self._wish, compact=density == "compact")
        self._make()

    # It is read back.

    def _read_back(self, saved: list[Any]) -> None:
        from ui.controllers.kit_proving import (  # noqa: PLC0415 - when it is needed
            KitProving,
        )

        if self._preview is None:
            return
        kit = self._preview.kit
        self._proving = KitProving(self._desk, kit, saved, (4, STEPS))
        self._proving.show("kit-new")


def _refusal(reason: str) -> str:
    """Return why a lock is refused, in words; "" where it is not."""
    return notice_of(Refused(reason)).text if reason else ""
