"""Make a share: which accounts, how much, a note and a day, what opens it, the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from ui.controllers.share_words import NOTED, depth_state, made_state, register_lines
from ui.controllers.stage import Desk, notice_of
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from ui.views.share_accounts import AccountsState, ShareAccounts, ShareEmpty
from ui.views.share_depth import ShareDepth
from ui.views.share_lock import LockState, ShareLock
from ui.views.share_made import ShareMade
from ui.views.share_terms import ShareTerms, TermsState
from ui.widgets.page import Page
from ui.workers.op import Op
from vault.app.credentials import Passphrase, chosen_passphrase, draw_words
from vault.app.first_run import free_place
from vault.app.share_give import GivenShare, give_share, take_back_share
from vault.app.share_make import Depth, ShareOrder, must_fit_terms
from vault.app.share_preview import SharePreview
from vault.app.share_register import enter_share, noted, numbered
from vault.app.share_terms import previews, usual_last_day
from vault.app.strength import strength_of
from vault.errors import BadInput, ReadOnly, Refused, VaultError
from vault.i18n import translate as _

STEPS: Final = 4


@dataclass(frozen=True)
class Wish:
    """What was chosen on the pages so far."""

    accounts: tuple[str, ...] = ()
    depth: Depth = "procedures"
    note: str = ""
    last_day: str = ""
    keeper: str = ""
    words: str = field(default="", repr=False)
    own: bool = False
    place: Path | None = None


class ShareNewFlow:
    """One share at a time; going back loses nothing that was chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wish = Wish()
        self._previews: dict[Depth, SharePreview] = {}
        self._page: Any = None
        self._op: Op[Any] | None = None

    def begin(self, _what: object) -> None:
        """Begin with the accounts, or say why there is nothing to share."""
        vault = self._desk.vault
        self._wish = Wish(last_day=usual_last_day(self._desk.ports.today()))
        if vault.session.read_only:
            said = notice_of(ReadOnly(vault.session.read_only))
            self._show_empty(ShareEmpty(f"{said.title}. {said.text}"))
        elif not vault.vault.accounts:
            self._show_empty(_nothing_yet())
        else:
            self._accounts()

    def _show(self, page: Page) -> None:
        self._page = page
        self._desk.stage.show_page(page, "shares")

    def _show_empty(self, page: ShareEmpty) -> None:
        page.act_asked.connect(partial(self._desk.go, "new-account"))
        page.open_asked.connect(partial(self._desk.go, "shared"))
        self._show(page)

    # Which accounts.

    def _accounts(self) -> None:
        accounts = self._desk.vault.vault.accounts.values()
        names = sorted((one.name.casefold(), one.id, one.name) for one in accounts)
        state = AccountsState(
            [(id_, name) for _key, id_, name in names],
            self._wish.accounts,
            register_lines(self._desk.vault, self._desk.ports.today()),
        )
        page = ShareAccounts(state, (1, STEPS))
        page.next_asked.connect(self._take_accounts)
        page.open_asked.connect(partial(self._desk.go, "shared"))
        page.opened.connect(partial(self._note, "opened"))
        page.withdrawn.connect(partial(self._note, "withdrawn"))
        self._show(page)

    def _note(self, what: str, id_: str) -> None:
        """Note of a share what became of it today, and show it so."""
        vault, today = self._desk.vault, self._desk.ports.today()
        share = vault.vault.shares.get(id_)
        if share is None:
            return
        vault.apply(noted(share, today, **{what: today}), NOTED[what])
        self._accounts()
        self._desk.stage.announce(NOTED[what])

    def _take_accounts(self, accounts: tuple[str, ...]) -> None:
        """Count what each depth would hold: with many accounts that takes a while."""
        self._wish = replace(self._wish, accounts=accounts)
        page = self._page
        work = partial(previews, self._desk.vault.vault, accounts)

        def counted(told: dict[Depth, SharePreview]) -> None:
            self._previews = told
            if self._page is page and self._desk.stage.page is page:
                self._depth()

        self._desk.ops.run(work, counted, self._desk.tell)

    # How much of them.

    def _depth(self) -> None:
        page = ShareDepth(depth_state(self._previews, self._wish.depth), (2, STEPS))
        page.next_asked.connect(self._take_depth)
        page.back_asked.connect(self._accounts)
        self._show(page)

    def _take_depth(self, depth: Depth) -> None:
        self._wish = replace(self._wish, depth=depth)
        self._terms()

    # A note and a day.

    def _terms(self) -> None:
        state = TermsState(self._wish.note, self._wish.last_day, self._wish.keeper)
        page = ShareTerms(state, (3, STEPS))
        page.next_asked.connect(self._take_terms)
        page.back_asked.connect(self._leave_terms)
        self._show(page)

    def _leave_terms(self, note: str, last_day: str, keeper: str) -> None:
        self._wish = replace(self._wish, note=note, last_day=last_day, keeper=keeper)
        self._depth()

    def _take_terms(self, note: str, last_day: str, keeper: str) -> None:
        self._wish = replace(self._wish, note=note, last_day=last_day, keeper=keeper)
        try:
            must_fit_terms(note, last_day, self._desk.ports.today())
        except BadInput as error:
            said = notice_of(error).text
            about_day = error.where == "expires"
            page = self._page
            (page.complain_of_day if about_day else page.complain_of_note)(said)
            return
        words = self._wish.words or draw_words(self._desk.ports)
        self._wish = replace(self._wish, words=words)
        self._lock()

    # What opens it, and where it goes.

    def _lock(self) -> None:
        page = ShareLock(self._lock_state(), (4, STEPS))
        page.another_asked.connect(self._draw)
        page.own_asked.connect(self._choose_own)
        page.own_typed.connect(self._tell_strength)
        page.place_asked.connect(self._ask_place)
        page.make_asked.connect(self._make)
        page.back_asked.connect(self._terms)
        self._show(page)
        if self._wish.place is None:
            work = partial(_free_place_of, self._desk, self._desk.vault.vault.name)
            self._desk.ops.run(work, self._found_place, self._desk.tell)

    def _lock_state(self, *, busy: bool = False) -> LockState:
        place = self._wish.place
        return LockState(
            file=place.name if place else "",
            folder=str(place.parent) if place else "",
            drawn=tuple(self._wish.words.split()),
            own=self._wish.own,
            busy=busy,
        )

    def _show_lock(self, *, busy: bool = False) -> None:
        page = self._page
        if isinstance(page, ShareLock) and self._desk.stage.page is page:
            page.show_state(self._lock_state(busy=busy))

    def _draw(self) -> None:
        self._wish = replace(self._wish, words=draw_words(self._desk.ports))
        self._show_lock()
        self._desk.stage.announce(_("Other words are drawn"))

    def _choose_own(self, own: bool) -> None:
        self._wish = replace(self._wish, own=own)
        self._show_lock()

    def _tell_strength(self, text: str) -> None:
        told = strength_of(text, self._desk.vault.vault.name)
        self._page.tell_strength(told.level, told.words)

    def _found_place(self, place: Path) -> None:
        self._wish = replace(self._wish, place=self._wish.place or place)
        self._show_lock()

    def _ask_place(self) -> None:
        if self._wish.place:
            title = _("Where the share goes")
            choose_place(self._page, title, self._wish.place, self._chose_place)

    def _chose_place(self, place: Path) -> None:
        self._wish = replace(self._wish, place=place)
        self._show_lock()

    # It is made.

    def _make(self, first: str, again: str) -> None:
        wish, session = self._wish, self._desk.vault.session
        if wish.place is None:
            return
        try:
            passphrase = _passphrase(wish, first, again)
        except Refused as error:
            self._page.complain(notice_of(error).text, again=True)
            return
        order = ShareOrder(
            wish.accounts,
            wish.depth,
            passphrase,
            wish.note,
            wish.last_day,
            wish.keeper,
        )
        order = numbered(session.vault, order)
        self._show_lock(busy=True)
        work = partial(give_share, session, order, wish.place)
        take_back = partial(take_back_share, session)
        made = partial(self._made, order)
        self._op = self._desk.ops.run(work, made, self._not_made, take_back)
        self._op.finished.connect(self._show_lock)
        self._desk.stage.work(self._op, _("Making the share…"), exclusive=True)

    def _not_made(self, error: VaultError) -> None:
        if isinstance(error, Refused) and self._wish.own:
            said = notice_of(error)
            self._page.complain(said.text)
            self._desk.stage.announce(said.title)
            return
        self._desk.tell(error)

    def _made(self, order: ShareOrder, given: GivenShare) -> None:
        wish, vault = self._wish, self._desk.vault
        try:
            vault.touched(enter_share(vault.session, order, given.made))
        except VaultError as error:  # such as a name that no record may have
            take_back_share(vault.session, given)
            self._desk.tell(error)
            return
        drawn = () if wish.own else tuple(wish.words.split())
        state = made_state(given, self._previews[wish.depth], drawn)
        self._wish = replace(wish, words="", place=None)
        page = ShareMade(state)
        page.done.connect(partial(self._desk.go, "home"))
        page.another_asked.connect(partial(self._desk.go, "shares"))
        self._show(page)
        self._desk.stage.announce(_("The share is made"))
        if given.unconfirmed:
            said = notice_of(given.unconfirmed)
            self._desk.stage.notify(Notice("warn", said.title, said.text))


def _passphrase(wish: Wish, first: str, again: str) -> Passphrase:
    """Return what opens the share; raises `Refused`."""
    if wish.own:
        return chosen_passphrase(first, again, drawn=False)
    return chosen_passphrase(wish.words, wish.words, drawn=True)


def _free_place_of(desk: Desk, business: str) -> Path:
    """Return where the file goes unless told otherwise; reads the disk."""
    name = _("Share of {business}").format(business=business or _("a vault"))
    return free_place(desk.ports, desk.documents(), name)


def _nothing_yet() -> ShareEmpty:
    return ShareEmpty(
        _(
            "A share is an encrypted file with chosen accounts, for one person. There "
            "is no account yet that could go into it."
        ),
        _("New account"),
        _(
            "For example: your partner gets the steps and contacts of the shop's "
            "accounts, and not one code."
        ),
    )
