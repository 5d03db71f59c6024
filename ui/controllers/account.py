"""The page of one account: shown, redrawn after each change, and what is typed kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.controllers.account_records import AccountRecords
from ui.controllers.account_view import Sitting, account_state
from ui.controllers.edits import put, put_typed
from ui.controllers.forms import ask
from ui.dialogs.choose_accounts import ChooseAccounts
from ui.dialogs.open_link import OpenLink
from ui.dialogs.person import PersonForm
from ui.views.account import AccountPage
from ui.views.account_details import NEW_PERSON
from ui.views.account_state import AccountState
from ui.widgets.pick import Option
from vault.app.edit import account_name
from vault.app.people import naming_owner
from vault.app.search import by_name
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.codes import CodesFlow
    from ui.controllers.platforms import Platforms
    from ui.controllers.stage import Desk

_FIELDS = {
    "name": _("Rename {account}"),
    "platform": _("Change the platform of {account}"),
    "login": _("Change the login of {account}"),
    "email": _("Change the e-mail of {account}"),
    "phone": _("Change the telephone of {account}"),
    "url": _("Change the address of {account}"),
    "worth_a_day": _("Change the worth of {account}"),
    "importance": _("Change how much {account} matters"),
    "created": _("Change the day {account} was opened"),
    "notes": _("Change the notes on {account}"),
}


class AccountDetail:
    """The page of the account that is shown, and what is done on it."""

    def __init__(
        self,
        desk: Desk,
        page: AccountPage,
        platforms: Platforms,
        sitting: Sitting,
        codes: CodesFlow,
    ) -> None:
        self._desk = desk
        self.id = ""  # of the account that is shown
        self.page = page
        self._platforms = platforms
        self._sitting = sitting
        self._codes = codes
        self._records = AccountRecords(desk, page, sitting)
        page.sign_in.own_asked.connect(self._go_to_own)
        page.kept.connect(self._keep)
        page.owner_picked.connect(self._pick_owner)
        page.through_asked.connect(self._choose_through)
        page.copied.connect(self._copy)
        page.link_asked.connect(self._open_link)
        page.pack_asked.connect(lambda: desk.go("pack", self.id))
        page.news.asked.connect(lambda: desk.go("news", self.id))
        page.checks.asked.connect(lambda: desk.go("to-check"))
        page.ticked.connect(self._tick)
        page.files_dropped.connect(self._records.take_files)
        page.procedure_edited.connect(self._records.edit_procedure)

    def turn(self, id_: str) -> None:
        """Show another account; what was typed for the one before is forgotten."""
        self.id = self._records.account = id_
        if id_:
            self.page.sign_in.offer_platforms(self._platforms.groups)
            self.page.turn(self._codes.section(id_), self._state())

    def show(self) -> None:
        """Show the account as it is now."""
        self.page.sign_in.offer_platforms(self._platforms.groups)
        self.page.show_state(self._state())

    def do(self, act: str, kind: str, id_: str) -> None:
        """Do what a button on the page is for."""
        if act == "toggle":
            self._sitting.open ^= {id_}
            self.show()
        elif act == "clear":
            self._sitting.done.pop(id_, None)
            self.show()
        else:
            self._records.do(act, kind, id_)

    @property
    def _name(self) -> str:
        return account_name(self._desk.vault.vault, self.id)

    def _state(self) -> AccountState:
        vault = self._desk.vault
        return account_state(
            vault.vault,
            self.id,
            self._platforms,
            self._sitting,
            self._desk.ports.today(),
            may_write=vault.may_write,
        )

    def _keep(self, field: str, text: str) -> None:
        """Keep a field as it was typed, or say below it why not."""
        if self.id not in self._desk.vault.vault.accounts:
            return  # it was removed while something was typed
        name = _FIELDS[field].format(account=self._name)
        self.page.complain(field, put_typed(self._desk, self.id, field, text, name))

    def _go_to_own(self, new: bool) -> None:
        """Go to the owner's own platform of this account, or to a new one for it."""
        self._desk.go("platform", ("new" if new else "edit", self.id))

    def _pick_owner(self, person: str) -> None:
        name = _("Change who answers for {account}").format(account=self._name)
        if person != NEW_PERSON.key:
            self._try(
                lambda: put(self._desk, "account", self.id, {"owner": person}, name)
            )
            return
        self.show()  # until somebody is named, all is as before

        def take(values: Mapping[str, Any]) -> None:
            vault = self._desk.vault
            changes = naming_owner(self._desk.ports, vault.vault, self.id, values)
            vault.apply(changes, name)

        ask(self._desk, PersonForm(self.page.window(), None), take)

    def _choose_through(self) -> None:
        vault = self._desk.vault.vault
        others = [one for one in vault.accounts.values() if one.id != self.id]
        form = ChooseAccounts(
            self.page.window(),
            _("What gives {account} back").format(account=self._name),
            _("The accounts that can give it back, such as its mailbox."),
            [Option(one.id, one.name) for one in sorted(others, key=by_name)],
            vault.accounts[self.id].recovers_through,
        )
        form.given.connect(self._take_through)
        form.open()

    def _take_through(self, ids: list[str]) -> None:
        name = _("Change what gives {account} back").format(account=self._name)
        fields = {"recovers_through": ids}
        self._try(lambda: put(self._desk, "account", self.id, fields, name))

    def _copy(self, what: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("Copied: {what}").format(what=what))

    def _open_link(self, address: str) -> None:
        """Show the address, and open it only when that is wanted."""
        form = OpenLink(self.page.window(), address)
        form.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        form.copied.connect(lambda: self._copy(_("address"), address))
        form.open()

    def _tick(self, procedure: str, step: int, on: bool) -> None:
        done = self._sitting.done.setdefault(procedure, set())
        (done.add if on else done.discard)(step)
        self.show()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except VaultError as error:
            self._desk.tell(error)
