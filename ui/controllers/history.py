"""The history and what was deleted lately: shown, brought back, forgotten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ui.controllers.history_words import day_states, deleted_state
from ui.controllers.removal import take_back
from ui.shared.notice import Notice
from ui.views.deleted import DeletedPage
from ui.views.history import HistoryPage
from ui.views.history_state import DeletedState, HistoryState
from vault.app import history
from vault.app.history import Brought, Gone
from vault.app.past_names import Names
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ui.controllers.stage import Desk
    from vault.app.history import Key

MOST: Final = 200  # changes of one page; reading more would hold the window up


class HistoryFlow:
    """Shows one page at a time, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: HistoryPage | None = None
        self._deleted: DeletedPage | None = None
        self._about: Key | None = None  # whose history is shown; None for all
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the history of `what`, a kind and an id; of all where it is None."""
        if not self._desk.vault.is_open:
            return
        self._about = (str(what[0]), str(what[1])) if isinstance(what, tuple) else None
        page = self._page = HistoryPage(self._state())
        page.brought.connect(self._bring_value)
        page.deleted_asked.connect(partial(self._desk.go, "deleted"))
        page.forget_asked.connect(self._forget)
        page.left.connect(self._leave)
        page.told.connect(self._desk.stage.announce)
        self._desk.stage.show_page(page, "history")

    def show_deleted(self, _what: object) -> None:
        """Show what was removed and can be brought back."""
        if not self._desk.vault.is_open:
            return
        page = self._deleted = DeletedPage(self._records())
        page.brought.connect(self._bring_record)
        page.forget_asked.connect(self._forget_record)
        page.left.connect(partial(self._desk.go, "history"))
        self._desk.stage.show_page(page, "deleted")

    def _redraw(self) -> None:
        shown = self._desk.stage.page
        if self._page is not None and shown is self._page:
            self._page.show_state(self._state())
        elif self._deleted is not None and shown is self._deleted:
            self._deleted.show_records(self._records())

    def _state(self) -> HistoryState:
        vault, may_write = self._desk.vault.vault, self._desk.vault.may_write
        keys: Collection[Key] | None = None
        name = called = ""
        if self._about is not None:
            names = Names(vault)
            keys = history.related(vault, *self._about)
            name, called = names.of(*self._about), names.with_kind(*self._about)
        hidden = history.lines(vault, keys, most=MOST + 1)
        bare = history.lines(vault, keys, most=MOST + 1, reveal=True)
        return HistoryState(
            name,
            day_states(hidden[:MOST], bare[:MOST], called),
            secrets=any(one.secret for one in hidden[:MOST]),
            deleted=self._count(keys),
            cut=len(hidden) > MOST,
            may_write=may_write,
        )

    def _gone(self) -> tuple[Gone, ...]:
        return history.gone_lately(self._desk.vault.vault, self._desk.ports.today())

    def _count(self, keys: Collection[Key] | None) -> int:
        """Count what can be brought back, of one history or of all."""
        found = ((one.kind, one.id) for one in self._gone())
        return sum(keys is None or key in keys for key in found)

    def _records(self) -> list[DeletedState]:
        names = Names(self._desk.vault.vault)
        may_write = self._desk.vault.may_write
        return [deleted_state(names, one, may_write=may_write) for one in self._gone()]

    def _bring_value(self, key: str) -> None:
        vault, today = self._desk.vault.vault, self._desk.ports.today()
        self._bring(partial(history.bringing_back, vault, today, [key]))

    def _bring_record(self, id_: str) -> None:
        vault = self._desk.vault.vault
        for gone in self._gone():
            if gone.id == id_:
                self._bring(partial(history.record_brought, vault, gone))
                break

    def _bring(self, find: Callable[[], Brought]) -> None:
        """Do it as one act, and say what came back, with the way to take that back."""
        try:
            brought = find()
            self._desk.vault.apply(brought.changes, brought.name)
        except VaultError as error:
            self._desk.tell(error)
            return
        if brought.said:
            title, *rest = brought.said
            self._tell(title, " ".join(rest), brought.name)
        else:
            self._desk.stage.announce(_("Done: {act}").format(act=brought.name))

    def _forget(self) -> None:
        if self._about is not None:
            self._let_go(self._about)

    def _forget_record(self, id_: str) -> None:
        for gone in self._gone():
            if gone.id == id_:
                self._let_go((gone.kind, id_))
                break

    def _let_go(self, key: Key) -> None:
        """Forget what a record was before; undo brings it back until the lock."""
        done = history.forgotten(self._desk.vault.vault, *key)
        if not done.changes:
            self._desk.stage.announce(_("There is no earlier value to forget."))
            return
        self._desk.vault.apply(done.changes, done.name)
        text = _(
            "Until the vault is locked, Undo brings it back. Backups made before still "
            "hold it."
        )
        self._tell(_("Forgotten"), text, done.name)

    def _tell(self, title: str, text: str, act: str) -> None:
        undo = partial(take_back, self._desk, act)
        self._desk.stage.notify(Notice("info", title, text, _("Undo")), undo)

    def _leave(self) -> None:
        """Go back to what the history was of."""
        kind, id_ = self._about or ("", "")
        if kind == "account":
            self._desk.go("accounts", id_)
        else:
            self._desk.go("people" if kind == "person" else "history")
