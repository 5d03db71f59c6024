"""A review: begun, gone through card by card, one way in tried, signed off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.platforms import Platforms
from ui.controllers.review_end import ReviewEnd
from ui.controllers.review_files import ReviewFiles
from ui.controllers.review_words import card_state, start_state
from ui.shared.notice import Notice
from ui.views.review import ReviewStart
from ui.views.review_card import ReviewCard, ReviewTry
from ui.views.review_summary import ReviewSummary
from vault.app import review as acts
from vault.app.edit import account_name
from vault.app.review_due import setting_months
from vault.app.review_words import way_words
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.controllers.stage import Desk
    from ui.widgets.page import Page
    from vault.model.change import Change
    from vault.model.review import Review
    from vault.model.vault import Vault


class ReviewFlow:
    """Shows one page at a time; what was answered is in the vault, not in here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._page: Page | None = None
        self._account = ""  # whose card is shown, or was last
        self._left_for = ""  # the account that somebody went to change
        self._put_off = ""  # the review in which nothing is to be tried now
        self._answered: list[tuple[str, str]] = []  # in this sitting, for undo
        self._end = ReviewEnd(desk, self._platforms)
        self._files = ReviewFiles(desk)
        self._acting = False
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the first page; "begin" or "on" goes on, an account's id its card."""
        self._platforms.then(partial(self._show, str(what or "")))

    def _show(self, what: str) -> None:
        if what == "begin":
            self._begin()
        elif what == "on" and self._account in self._vault.accounts:
            self._card(self._account)
        elif what == "on":
            self._go_on()
        elif self._one and what in self._vault.accounts:
            self._card(what)
        else:
            self._start()

    @property
    def _vault(self) -> Vault:
        return self._desk.vault.vault

    @property
    def _one(self) -> Review | None:
        return acts.going(self._vault)

    @property
    def _today(self) -> str:
        return self._desk.vault.session.ports.today()

    def _put(self, page: Page) -> None:
        self._page = page
        self._desk.stage.show_page(page, "review")

    def _start(self) -> None:
        may_write = self._desk.vault.may_write
        page = ReviewStart(start_state(self._vault, self._today, may_write=may_write))
        page.begun.connect(self._begin)
        page.months_set.connect(self._set_months)
        page.calendar_asked.connect(partial(self._files.ask_calendar, page))
        page.report_asked.connect(partial(self._files.ask_report, page))
        page.add_asked.connect(partial(self._desk.go, "new-account"))
        self._put(page)

    def _begin(self) -> None:
        vault = self._desk.vault
        if not vault.may_write or not self._vault.accounts:
            self._start()
            return
        _one, changes = acts.beginning(self._desk.ports, self._vault)
        if self._do(changes, _("Begin a review")):
            self._go_on()

    def _go_on(self) -> None:
        """Show what comes next: a card, the try, or the end."""
        one = self._one
        if one is None:
            self._start()
        elif account := acts.next_card(self._vault, one):
            self._card(account.id)
        elif not one.tried and self._put_off != one.id and self._way() is not None:
            self._try()
        else:
            self._summary()

    def _card(self, id_: str) -> None:
        one = self._one
        if one is None or id_ not in self._vault.accounts:
            self._go_on()
            return
        self._account = id_
        account, changed = self._vault.accounts[id_], self._left_for == id_
        page = ReviewCard(card_state(self._vault, one, account, changed=changed))
        page.answered.connect(partial(self._answer, id_))
        page.change_asked.connect(partial(self._change, id_))
        page.back_asked.connect(partial(self._before, id_))
        page.left.connect(self._start)
        self._put(page)

    def _answer(self, id_: str, answer: str, ticked: Iterable[str]) -> None:
        one = self._one
        if one is None:
            return
        changes = acts.answering(
            self._desk.ports, self._vault, one, id_, answer, ticked
        )
        name = _("Review {name}").format(name=account_name(self._vault, id_))
        if self._do(changes, name):
            self._left_for = ""
            self._answered.append((id_, answer))
            self._go_on()

    def _change(self, id_: str) -> None:
        """Go to the account; the same card waits behind a button above the page."""
        self._left_for = id_
        self._desk.go("accounts", id_)
        text = _("Change what is not right any more. The card waits.")
        notice = Notice("info", _("Review"), text, _("Back to the card"))
        self._desk.stage.notify(notice, partial(self._desk.go, "review", "on"))

    def _before(self, id_: str) -> None:
        """Show the card before this one, or the last where `id_` is none."""
        one = self._one
        ids = [each.id for each in acts.accounts_of(self._vault, one)] if one else []
        at = ids.index(id_) if id_ in ids else len(ids)
        if at:
            self._card(ids[at - 1])
        else:
            self._start()

    def _way(self) -> acts.Way | None:
        one = self._one
        given = acts.answers(one) if one else {}
        gone = [id_ for id_, answer in given.items() if answer == "gone"]
        return acts.way_to_try(self._vault, gone)

    def _try(self) -> None:
        way = self._way()
        if way is None:
            self._summary()
            return
        name = account_name(self._vault, way.account)
        page = ReviewTry(name, way_words(self._vault, way))
        page.tried.connect(partial(self._tried, way))
        page.back_asked.connect(partial(self._before, ""))
        page.account_asked.connect(partial(self._look_at, way.account))
        self._put(page)

    def _look_at(self, account: str) -> None:
        self._account = ""  # it is gone on with the try, not with a card
        self._desk.go("accounts", (account, "codes"))
        text = _("Try it, then come back and say what came of it.")
        notice = Notice("info", _("Review"), text, _("Back to the review"))
        self._desk.stage.notify(notice, partial(self._desk.go, "review", "on"))

    def _tried(self, way: acts.Way, result: str) -> None:
        one = self._one
        if one is None:
            return
        if not result:
            self._put_off = one.id
        else:
            changes = acts.trying(self._desk.ports, one, way, result)
            if not self._do(changes, _("Try a way in")):
                return
        self._summary()

    def _summary(self) -> None:
        page = self._end.summary()
        page.asked.connect(self._lead)
        page.signed.connect(self._sign)
        page.back_asked.connect(partial(self._before, ""))
        self._put(page)

    def _lead(self, place: str, what: object) -> None:
        """Go where something is mended; the review waits behind a button."""
        if place == "review":
            self._card(str(what))
            return
        self._account = ""
        self._desk.go(place, what)
        text = _("What you mend counts at once.")
        notice = Notice("info", _("Review"), text, _("Back to the review"))
        self._desk.stage.notify(notice, partial(self._desk.go, "review", "on"))

    def _sign(self, name: str) -> None:
        one = self._one
        if one is None:
            return
        if self._do(self._end.signing(one, name), _("Sign the review off")):
            self._answered.clear()
            self._account = self._put_off = ""
            self._signed(one.id)

    def _signed(self, id_: str) -> None:
        page = self._end.signed(id_)
        page.report_asked.connect(partial(self._files.ask_report, page, id_))
        page.calendar_asked.connect(partial(self._files.ask_calendar, page))
        page.left.connect(partial(self._desk.go, "home"))
        self._put(page)

    def _set_months(self, usual: int, vital: int, minor: int) -> None:
        changes = setting_months(self._vault, usual, vital, minor)
        self._do(changes, _("Change how often accounts are looked at"))
        self._redraw()

    def _do(self, changes: list[Change], name: str) -> bool:
        """Do one named act; say what went wrong where it fails, and stay."""
        self._acting = True  # the next page is shown by whoever does it
        try:
            if changes:
                self._desk.vault.apply(changes, name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        finally:
            self._acting = False
        return True

    def _redraw(self, _changes: object = None) -> None:
        """Show what somebody undid or did again, where a page of this is shown."""
        page = self._page
        if self._acting or page is None or self._desk.stage.page is not page:
            return
        if self._taken_back():
            return
        one = self._one
        given = acts.answers(one) if one else {}
        if isinstance(page, ReviewStart):
            may_write = self._desk.vault.may_write
            page.show_state(start_state(self._vault, self._today, may_write=may_write))
        elif isinstance(page, ReviewSummary) and one:
            self._end.redraw(page)
        elif isinstance(page, ReviewCard) and self._account not in given:
            self._card(self._account)
        else:  # the answer was given again, the signature or the beginning undone
            self._go_on()

    def _taken_back(self) -> bool:
        """Show the card whose answer was undone last, if one was; tell whether."""
        one = self._one
        if one is None or not self._answered:
            return False
        id_, answer = self._answered[-1]
        if acts.answers(one).get(id_) == answer:
            return False
        self._answered.pop()
        self._card(id_)
        return True
