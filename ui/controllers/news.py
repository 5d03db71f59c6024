"""Newer packs: one account's differences at a time, taken or left, then the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.incident_words import first_large
from ui.controllers.platforms import Platforms
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.news import NewsItem, NewsPage, NewsState
from vault.app.pack_news import News, pack_news, part_words, settling
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class NewsFlow:
    """Shows one page an account; what is left is not asked again for that edition."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._page: NewsPage | None = None
        self._news: News | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the news of an account by its id, else of the first that has some."""
        self._platforms.then(partial(self._show, str(what or "")))

    def _show(self, account: str) -> None:
        found = pack_news(self._desk.vault.vault)
        if not found:
            title = _("Nothing newer is known")
            text = _("What you took from a platform's pack is what this version says.")
            self._leave(account)
            self._desk.stage.notify(Notice("info", title, text))
            return
        chosen = next((one for one in found if one.account.id == account), found[0])
        self._open(chosen, len(found) - 1)

    def _open(self, news: News, more: int) -> None:
        self._news = news
        state = _state(news, more, may_write=self._desk.vault.may_write)
        page = self._page = NewsPage(state)
        page.settled.connect(self._settle)
        page.left.connect(partial(self._leave, news.account.id))
        self._desk.stage.show_page(page, "news")

    def _redraw(self) -> None:
        """Show it anew where an undo or another act changed what is compared."""
        shown = self._page is not None and self._desk.stage.page is self._page
        if not shown or self._news is None:
            return
        found = pack_news(self._desk.vault.vault)
        id_ = self._news.account.id
        now = next((one for one in found if one.account.id == id_), None)
        if now is None:
            self._next(id_)
        elif now.differences != self._news.differences:
            self._open(now, len(found) - 1)

    def _settle(self, taken: tuple[int, ...]) -> None:
        """Take those and leave the others, as one act; then go on to the next."""
        news = self._news
        if news is None:
            return
        vault = self._desk.vault
        name = _("Compare {account} with the newer facts")
        try:
            changes = settling(self._desk.ports, vault.vault, news, taken)
            vault.apply(changes, name.format(account=news.account.name))
        except VaultError as error:
            self._desk.tell(error)
            return
        said = _("{n} of {all} taken").format(n=len(taken), all=len(news.differences))
        self._desk.stage.announce(said)

    def _next(self, account: str) -> None:
        if pack_news(self._desk.vault.vault):
            self._show("")
        else:
            self._leave(account)

    def _leave(self, account: str) -> None:
        self._news = None
        if account in self._desk.vault.vault.accounts:
            self._desk.go("accounts", (account, "steps"))
        else:
            self._desk.go("home")


def _state(news: News, more: int, *, may_write: bool) -> NewsState:
    items = tuple(
        NewsItem(
            one.of,
            first_large(part_words(one.part, one.place)),
            one.mine,
            one.theirs,
            first_large(one.source),
        )
        for one in news.differences
    )
    edition = day_words(news.pack.edition)
    name, platform = news.account.name, news.pack.name
    return NewsState(name, platform, edition, items, more, may_write)
