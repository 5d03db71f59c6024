"""The first accounts of a new vault: ticked, then filled in one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from ui.controllers.first_words import codes_hint, codes_kept, codes_seen, comes_with
from ui.controllers.platforms import Platforms
from ui.controllers.stage import Desk, notice_of
from ui.views.new_account import NewAccount, NewAccountState
from ui.views.new_platforms import NewPlatforms, PlatformTile
from ui.workers.op import Op
from vault.app.code_paste import Pasted, PasteOrder, read_code_file, understand
from vault.app.code_words import kind_choices
from vault.app.edit import sets_of
from vault.app.first_run import beginning, filling_in, leaving_out, unnamed
from vault.app.platforms import platform_groups
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account

OTHER = ""  # the tile of a platform without a pack


class FirstAccounts:
    """Shows the tiles and the pages of the accounts that were ticked."""

    def __init__(
        self,
        desk: Desk,
        steps: tuple[int, int, int],
        before: Callable[[], None],
        after: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._tiles_step, self._page_step, self._steps = steps
        self._before = before
        self._after = after
        self._platforms = Platforms(desk)
        self._page: NewAccount | None = None
        self._at = 0
        self._op: Op[Any] | None = None
        self._ids: dict[str, str] = {}  # platform → the account made for it
        self._ticked: set[str] = set()
        desk.vault.committing.connect(self._commit)
        desk.vault.changed.connect(self._redraw)

    def forget(self) -> None:
        """Begin anew with nothing ticked."""
        self._ids, self._ticked, self._page = {}, set(), None

    def platforms(self) -> None:
        """Show the tiles."""
        self._platforms.then(self._show_tiles)

    def last(self) -> None:
        """Show the last of the ticked accounts, or the tiles where there is none."""
        self._show_account(len(self._accounts) - 1)

    def _show_tiles(self) -> None:
        ticked = self._ticked
        tiles = [
            PlatformTile(one.id, one.name, one.id in ticked, group, one.also)
            for group, members in platform_groups()
            for one in members
        ]
        other, last = _("Something else"), _("Not among these")
        tiles.append(PlatformTile(OTHER, other, OTHER in ticked, last))
        page = NewPlatforms(tiles, (self._tiles_step, self._steps))
        page.ticked.connect(self._tick)
        page.next_asked.connect(self._begin_accounts)
        page.back_asked.connect(self._before)
        self._page = None
        self._desk.stage.show_page(page, "new")

    def _tick(self, platform: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(platform)

    def _begin_accounts(self) -> None:
        """Enter what is ticked, take out what is not any more, and go on."""
        vault = self._desk.vault
        order = [*(one.id for one in self._platforms.known), OTHER]
        there = {p for p, id_ in self._ids.items() if id_ in vault.vault.accounts}
        wanted = [one for one in order if one in self._ticked - there]
        gone = [self._ids[one] for one in there - self._ticked]
        accounts, changes = beginning(self._desk.ports, vault.vault, wanted)
        if changes:
            names = ", ".join(one.name for one in accounts)
            vault.apply(changes, _("Begin with {names}").format(names=names))
        self._ids |= zip(wanted, (one.id for one in accounts), strict=True)
        for account in gone:
            name = vault.vault.accounts[account].name
            act = _("Leave out {account}").format(account=name)
            vault.apply(leaving_out(vault.vault, account), act)
        self._show_account(0)

    @property
    def _accounts(self) -> list[Account]:
        """The accounts of the ticked tiles that are there, in order."""
        accounts = self._desk.vault.vault.accounts
        order = [*(one.id for one in self._platforms.known), OTHER]
        ids = (self._ids.get(one, "") for one in order if one in self._ticked)
        return [accounts[id_] for id_ in ids if id_ in accounts]

    def _show_account(self, at: int) -> None:
        """Show the page of one; before the first are the tiles, after the last more."""
        self._at = at
        if at < 0:
            self._show_tiles()
            return
        if at >= len(self._accounts):
            self._page = None
            self._after()
            return
        page = NewAccount(self._state(), (self._page_step, self._steps))
        page.kept.connect(self._keep_field)
        page.codes_typed.connect(self._look_at_codes)
        page.file_dropped.connect(self._read_file)
        page.next_asked.connect(self._go_on)
        page.back_asked.connect(partial(self._show_account, at - 1))
        page.left.connect(partial(self._keep_left, self._accounts[at].id))
        self._page = page
        self._desk.stage.show_page(page, "new")

    def _state(self) -> NewAccountState:
        account = self._accounts[self._at]
        vault, known = self._desk.vault.vault, account.platform != OTHER
        named = account.name if account.name != unnamed() else ""
        return NewAccountState(
            title=account.name,
            name=named,
            number=self._at + 1,
            count=len(self._accounts),
            known=known,
            login=account.login,
            phone=account.phone,
            email=account.email,
            comes_with=comes_with(vault, account.id),
            codes_hint=codes_hint(account.platform) if known else "",
            kept_codes=codes_kept(sets_of(vault, account.id)),
        )

    def _redraw(self) -> None:
        """Show what is kept now; where undo took the account away, show the tiles."""
        if self._page is None or self._desk.stage.page is not self._page:
            return
        if self._at < len(self._accounts):
            self._page.show_state(self._state())
        else:
            self._show_tiles()

    def _keep_field(self, name: str, text: str) -> None:
        vault, account = self._desk.vault, self._accounts[self._at]
        changes = filling_in(self._desk.ports, vault.vault, account.id, {name: text})
        if not changes:
            return
        try:
            act = _("Fill in {account}").format(account=account.name)
            vault.apply(changes, act)
        except VaultError as error:
            self._desk.tell(error)

    def _order(self, account: str, text: str) -> PasteOrder:
        """Say whose codes these are; more of them join the set that is kept."""
        vault = self._desk.vault.vault
        kind = kind_choices(vault.accounts[account].platform)[0].kind
        sets = [one for one in sets_of(vault, account) if not one.retired]
        joins = next((one.id for one in sets if one.kind == kind), "")
        return PasteOrder(account, kind, text, joins)

    def _look_at_codes(self, text: str) -> None:
        """Say what is understood of the codes typed so far."""
        if self._op:
            self._op.stop()
        page = self._page
        if page is None or not self._is_on(page):
            return  # asked for by the last key, a moment before the page was left
        if not text.strip():
            page.tell_codes("", "small")
            return
        order = self._order(self._accounts[self._at].id, text)
        work = partial(understand, self._desk.vault.session, order)
        told = partial(self._tell_codes, page)
        self._op = self._desk.ops.run(work, told, partial(self._tell_wrong, page))

    def _is_on(self, page: NewAccount) -> bool:
        """Tell whether an answer still has a page to be shown on."""
        return self._page is page and self._desk.stage.page is page

    def _tell_codes(self, page: NewAccount, pasted: Pasted) -> None:
        if self._is_on(page):
            page.tell_codes(*codes_seen(pasted))

    def _tell_wrong(self, page: NewAccount, error: VaultError) -> None:
        if self._is_on(page):
            said = notice_of(error)
            page.tell_codes(f"{said.title}. {said.text}", "bad")

    def _read_file(self, path: str) -> None:
        page = self._page
        if page is not None:
            work = partial(read_code_file, self._desk.ports, Path(path))
            wrong = partial(self._tell_wrong, page)
            self._desk.ops.run(work, partial(self._put_codes, page), wrong)

    def _put_codes(self, page: NewAccount, text: str) -> None:
        if self._is_on(page):
            page.put_codes(text)

    def _go_on(self) -> None:
        """Keep the codes, then show the next page; what can't be kept is told here."""
        page = self._page
        if page is None:
            return
        page.commit()
        if not page.codes.strip():
            self._show_account(self._at + 1)
            return
        order = self._order(self._accounts[self._at].id, page.codes)
        work = partial(understand, self._desk.vault.session, order)
        done = partial(self._kept_then_on, page)
        self._op = self._desk.ops.run(work, done, partial(self._tell_wrong, page))

    def _kept_then_on(self, page: NewAccount, pasted: Pasted) -> None:
        if not self._is_on(page):
            return
        if not pasted.codes:
            page.complain_codes(_("No code is seen here. Empty the field to go on."))
            return
        page.put_codes("")
        self._keep_codes(pasted)
        self._show_account(self._at + 1)

    def _keep_codes(self, pasted: Pasted) -> None:
        if pasted.changes:
            count = pasted.new
            words = translate_count("Add {n} code", "Add {n} codes", count)
            self._desk.vault.apply(pasted.changes, words.format(n=count))

    def _keep_left(self, account: str, text: str) -> None:
        """Keep the codes of a page that has gone, once another is there."""
        if text.strip():
            QTimer.singleShot(0, partial(self._keep_codes_of, account, text))

    def _keep_codes_of(self, account: str, text: str) -> None:
        vault = self._desk.vault
        if vault.may_write and account in vault.vault.accounts:
            try:
                self._keep_codes(understand(vault.session, self._order(account, text)))
            except VaultError as error:
                self._desk.tell(error)

    def _commit(self) -> None:
        page = self._page
        if page is not None and self._desk.stage.page is page:
            page.commit()
            text = page.codes
            page.put_codes("")
            if text.strip():
                self._keep_codes_of(self._accounts[self._at].id, text)
