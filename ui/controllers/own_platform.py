"""A platform of the owner's own: written down, changed and removed on one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ui.controllers.platforms import Platforms
from ui.controllers.removal import remove
from ui.views.own_platform import OwnPlatformPage
from ui.views.own_platform_state import OwnPlatformState
from ui.widgets.pick import Option
from vault.app.explain import explain
from vault.app.own_packs import pack_for
from vault.app.own_platform import (
    FIELDS,
    accounts_on,
    beginning_platform,
    changes_name,
    form_of,
    keeping_platform,
    own_platform_of,
)
from vault.app.search import by_name
from vault.app.typed import refusal
from vault.errors import BadInput, Invalid, Refused, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk

NEW: Final = "new"
EDIT: Final = "edit"
_NAMELESS: Final = _("Give the platform a name above, and this is kept too.")
_UNNAMED: Final = _("A platform without a name")
_EMPTY: Final = dict.fromkeys(FIELDS, "")


class OwnPlatformFlow:
    """Shows one page for one platform, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)  # a name is compared with the shipped ones
        self._page: OwnPlatformPage | None = None
        self._id = ""  # of the platform, "" while it is not kept yet
        self._account = ""  # id of the account that the way led here from
        desk.vault.changed.connect(self._redraw)
        desk.vault.committing.connect(self._commit)

    def show(self, what: object) -> None:
        """Show a platform by its id; (NEW, account), (EDIT, account) or None: new."""
        self._platforms.then(partial(self._show, what))

    def _show(self, what: object) -> None:
        vault = self._desk.vault.vault
        wanted, self._account = what if isinstance(what, tuple) else (what, "")
        account = vault.accounts.get(self._account)
        own = own_platform_of(vault, account) if account and wanted == EDIT else None
        known = str(wanted) if wanted in vault.platforms else ""
        self._id = own.id if own else known
        page = self._page = OwnPlatformPage(self._state())
        page.kept.connect(self._keep)
        page.account_asked.connect(lambda id_: self._desk.go("accounts", id_))
        page.other_asked.connect(lambda id_: self._desk.go("platform", id_))
        page.removed.connect(self._remove)
        page.left.connect(self._leave)
        page.hidden.connect(partial(self._keep_nameless, page))
        self._desk.stage.show_page(page, "platform")

    @property
    def _is_on(self) -> bool:
        return self._page is not None and self._desk.stage.page is self._page

    def _redraw(self) -> None:
        if self._page is None or not self._is_on:
            return
        if self._id and self._id not in self._desk.vault.vault.platforms:
            self._go_back()  # it was removed, or taken back
            return
        self._page.show_state(self._state())

    def _state(self) -> OwnPlatformState:
        vault = self._desk.vault.vault
        one = vault.platforms.get(self._id)
        account = vault.accounts.get(self._account)
        bare = account if account and pack_for(vault, account) is None else None
        begun = {"name": bare.platform} if bare else {}
        on_it = sorted(accounts_on(vault, one), key=by_name) if one else []
        others = (other for other in vault.platforms.values() if other.id != self._id)
        return OwnPlatformState(
            texts=form_of(one) if one else _EMPTY | begun,
            known=one is not None,
            account=account.name if account else "",
            accounts=tuple(Option(each.id, each.name) for each in on_it),
            others=tuple(
                Option(other.id, other.name)
                for other in sorted(others, key=lambda o: o.name.casefold())
            ),
            may_write=self._desk.vault.may_write,
        )

    def _keep(self, field: str, text: str) -> None:
        """Keep a field as it was typed, or say below it why not."""
        if self._page is None:
            return
        try:
            if self._id:
                self._change(field, text)
            elif not self._begin(field):
                return
        except (BadInput, Invalid, Refused) as error:
            where, why = _told(error, field)
            self._page.complain(where, why)
        except VaultError as error:
            self._desk.tell(error)
        else:
            self._page.complain(field, "")

    def _change(self, field: str, text: str) -> None:
        vault = self._desk.vault
        typed = form_of(vault.vault.platforms[self._id]) | {field: text}
        changes = keeping_platform(self._desk.ports, vault.vault, self._id, typed)
        if changes:
            vault.apply(changes, changes_name(changes))

    def _begin(self, field: str) -> bool:
        """Bring it in with all that is typed so far; tell whether it is there now.

        Without a name nothing can be kept: that is said below each field with a text.
        """
        page, vault = self._page, self._desk.vault
        if page is None:
            return False
        typed = page.texts
        if not typed["name"].strip():
            for name, text in typed.items():
                page.complain(name, _NAMELESS if text.strip() else "")
            return False
        ports, account = self._desk.ports, self._account
        made, changes = beginning_platform(ports, vault.vault, typed, account)
        self._id = made
        try:
            vault.apply(changes, changes_name(changes))
        except VaultError:
            self._id = ""
            raise
        page.settle(field)
        page.show_state(self._state())
        return True

    def _commit(self) -> None:
        """Keep what is typed and not kept yet: the vault is about to be locked."""
        if self._page is not None and self._is_on:
            self._page.commit()
            self._keep_nameless(self._page)

    def _keep_nameless(self, page: OwnPlatformPage) -> None:
        """Keep what stands on a page without a name under one: nothing is lost."""
        if page is not self._page or self._id or not page.refused:
            return
        if self._desk.vault.is_open and not page.texts["name"].strip():
            page.fields["name"].put(_UNNAMED)

    def _remove(self) -> None:
        one = self._desk.vault.vault.platforms[self._id]
        remove(self._desk, "platform", self._id, one.name)

    def _leave(self) -> None:
        """Go back, unless something that is typed could not be kept."""
        page = self._page
        if page is None:
            return
        page.commit()
        if page.refused:
            page.go_to(page.fields[page.refused].editor)
            return
        self._go_back()

    def _go_back(self) -> None:
        there = self._account in self._desk.vault.vault.accounts
        self._desk.go("accounts", self._account if there else None)


def _told(error: VaultError, field: str) -> tuple[str, str]:
    """Return the field that was not taken, and why."""
    if isinstance(error, Refused):
        said = explain(error)
        return "name", f"{said.happened} {said.advice}"
    where, why = refusal(error)
    return (where if where in FIELDS else field), why
