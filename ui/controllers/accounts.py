"""Accounts: the list, the search, and the account that is shown beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.controllers.account import AccountDetail
from ui.controllers.account_view import Sitting, account_lines
from ui.controllers.codes import CodesFlow
from ui.controllers.forms import ask
from ui.controllers.platforms import Platforms
from ui.controllers.removal import remove
from ui.controllers.stage import Desk
from ui.dialogs.new_account import NewAccount
from ui.models.account_list import AccountLine
from ui.views.accounts import Accounts
from vault.app.adopt import pack_steps
from vault.app.edit import account_name, adding
from vault.app.platforms import platform_meant
from vault.app.search import Index, by_name, index_of
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.change import Change


class AccountsFlow:
    """Shows one page; remembers, until the vault is locked, which account it was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._codes = CodesFlow(desk)
        self._sitting = Sitting()
        self._view: Accounts | None = None
        self._detail: AccountDetail | None = None
        self._shown = ""  # id of the account that is shown, or was last
        self._index: Index | None = None  # made when something is searched
        self._order: tuple[str, ...] = ()
        self._lines: dict[str, AccountLine] = {}
        desk.vault.changed.connect(self._changed)
        desk.vault.committing.connect(self._commit)

    def show(self, what: object) -> None:
        """Show the page; `what` is an account's id, (id, part of its page), or None."""
        id_, part = what if isinstance(what, tuple) else (what or "", "")
        self._platforms.then(lambda: self._show(str(id_), str(part)))

    def turn_to(self, what: object) -> None:
        """Show an account on the page that is on the screen, where there is one."""
        if self._view is not None and self._is_on and what != self._shown:
            self._show(str(what), "")

    def search(self, _what: object) -> None:
        """Show the page, ready to type what is searched."""
        self._platforms.then(lambda: self._page().search())

    def new(self, _what: object) -> None:
        """Show the page, and ask for a new account."""
        self._platforms.then(self._new)

    def rename(self, _what: object) -> None:
        """Let the shown account's name be typed anew."""
        self._platforms.then(self._rename)

    def copy_next_code(self, _what: object) -> None:
        """Copy the next unused code of the account that is shown."""
        if self._shown in self._desk.vault.vault.accounts:
            self._codes.copy_next(self._shown)
        else:
            self.show(None)

    @property
    def _is_on(self) -> bool:
        return self._view is not None and self._desk.stage.page is self._view

    def _show(self, id_: str, part: str) -> None:
        view = self._page()
        if id_ and id_ in self._desk.vault.vault.accounts:
            if view.search_text:
                view.clear_search()
            self._show_account(id_)
            view.choose(id_)
            view.go_in()
            if part and self._detail:
                self._detail.page.go_to(part)

    def _page(self) -> Accounts:
        """Return the page, put on the screen if it is not there."""
        if self._view is not None and self._is_on:
            return self._view
        view = self._view = Accounts(
            may_write=self._desk.vault.may_write,
            list_width=self._desk.settings.list_width,
        )
        view.widened.connect(self._widened)
        self._detail = AccountDetail(
            self._desk, view.account, self._platforms, self._sitting, self._codes
        )
        view.account.asked.connect(self._do)
        view.account.account_asked.connect(lambda id_: self._show(id_, ""))
        view.account.back.connect(view.go_back)
        view.searched.connect(self._search)
        view.shown.connect(self._show_account)
        view.removed.connect(self._remove)
        view.new_asked.connect(self._ask_new)
        view.told.connect(self._desk.stage.announce)
        self._read()
        self._draw()
        self._desk.stage.show_page(view, "accounts")
        return view

    def _read(self) -> None:
        """Prepare the lines of the vault as it is now."""
        vault = self._desk.vault.vault
        self._index = None
        self._order = tuple(
            one.id for one in sorted(vault.accounts.values(), key=by_name)
        )
        self._lines = account_lines(vault, self._platforms)

    def _found(self, text: str) -> tuple[str, ...]:
        """Return the accounts that are found, in order of name."""
        if not text.strip():
            return self._order
        if self._index is None:
            self._index = index_of(self._desk.vault.vault, self._platforms.name)
        return self._index.find(text)

    def _draw(self) -> None:
        """Show what is found, and the account that is shown, or another one."""
        if self._view is None:
            return
        found = self._found(self._view.search_text)
        if self._shown not in self._lines:
            self._shown = found[0] if found else next(iter(self._lines), "")
        lines = [self._lines[id_] for id_ in found]
        self._view.show_lines(lines, len(self._lines), self._shown)
        self._show_account(self._shown)

    def _search(self, text: str) -> None:
        """Show what is found; the account beside it stays until one is chosen."""
        if self._view is not None:
            lines = [self._lines[id_] for id_ in self._found(text)]
            self._view.show_lines(lines, len(self._lines), self._shown)

    def _show_account(self, id_: str) -> None:
        """Show an account beside the list, or redraw it where it is shown."""
        if self._detail is None:
            return
        if self._detail.id != id_:
            self._commit()  # while what it was typed for is still shown
            self._shown = id_
            self._detail.turn(id_)
        elif id_:
            self._detail.show()

    def _do(self, act: str, kind: str, id_: str) -> None:
        if (act, kind) == ("remove", "account"):
            self._remove(self._shown)
        elif act == "history":
            self._desk.go("history", ("account", self._shown))
        elif self._detail is not None:
            self._detail.do(act, kind, id_)

    def _changed(self) -> None:
        if self._is_on:
            self._read()
            self._draw()

    def _widened(self, pixels: int) -> None:
        self._desk.settings.list_width = pixels

    def _commit(self) -> None:
        """Keep what is typed on the page and not kept yet."""
        if self._view is not None and self._is_on:
            self._view.account.commit()

    def _new(self) -> None:
        self._page()
        self._ask_new()

    def _ask_new(self) -> None:
        if self._view is not None and self._desk.vault.may_write:
            form = NewAccount(self._view.window(), self._platforms.names)
            ask(self._desk, form, self._take_new)

    def _take_new(self, values: Mapping[str, Any]) -> None:
        """Bring in an account, with its platform's steps where they are wanted."""
        fields = {**values}
        steps = fields.pop("steps")
        vault, ports = self._desk.vault, self._desk.ports
        fields["platform"] = platform_meant(fields["platform"], vault.vault)
        record, changes = adding(ports, vault.vault, "account", fields)
        account = record if isinstance(record, Account) else None
        brought: list[Change] = [*changes]
        if steps and account:
            brought += pack_steps(ports, vault.vault, account)
        name = _("Add {account}").format(account=fields["name"])
        vault.apply(brought, name)
        self._show(record.id, "")

    def _rename(self) -> None:
        view = self._page()
        if self._detail is not None:
            view.go_in()
            self._detail.page.rename()

    def _remove(self, id_: str) -> None:
        vault = self._desk.vault
        if not vault.may_write or id_ not in vault.vault.accounts:
            return
        self._commit()
        ids = self._found(self._view.search_text if self._view else "")
        at = ids.index(id_) if id_ in ids else 0
        others = [one for one in ids if one != id_]
        self._shown = others[min(at, len(others) - 1)] if others else ""
        remove(self._desk, "account", id_, account_name(vault.vault, id_))
