"""What hangs on an account, added and changed: contacts, access, procedures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ui.controllers.account_view import Sitting, name_of
from ui.controllers.attachments import AttachmentActs
from ui.controllers.edits import put
from ui.controllers.forms import ask
from ui.controllers.own_ways import OwnWayActs
from ui.controllers.removal import remove
from ui.dialogs.access import AccessForm
from ui.dialogs.contact import ContactForm
from vault.app.adopt import pack_steps
from vault.app.attachments import About
from vault.app.edit import account_name, adding
from vault.app.people import changing_access, giving_access
from vault.app.typed import refusal, typing
from vault.errors import BadInput, Invalid, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk
    from ui.views.account import AccountPage

Values = Mapping[str, Any]


class AccountRecords:
    """Does what is asked on the page of an account about its records."""

    def __init__(self, desk: Desk, page: AccountPage, sitting: Sitting) -> None:
        self._desk = desk
        self._page = page
        self.account = ""  # id of the account that the page shows
        self._sitting = sitting
        self._files = AttachmentActs(desk, page.window)
        self._ways = OwnWayActs(desk, page.window)
        self._acts: dict[tuple[str, str], Callable[[str], None]] = {
            ("add", "contact"): self._add_contact,
            ("edit", "contact"): self._edit_contact,
            ("remove", "contact"): self._remove_contact,
            ("add", "access"): self._add_access,
            ("edit", "access"): self._edit_access,
            ("end", "access"): self._end_access,
            ("remove", "access"): self._remove_access,
            ("add", "procedure"): self._add_procedure,
            ("adopt", "procedure"): self._adopt,
            ("check", "procedure"): self._check,
            ("remove", "procedure"): self._remove_procedure,
        }
        for act, kind in (
            ("add", "route"),
            ("edit", "route"),
            ("remove", "route"),
            ("edit", "thing"),
        ):
            self._acts[act, kind] = partial(self._do_way, act, kind)
        for act in ("add", "save", "edit", "remove"):
            self._acts[act, "attachment"] = partial(self._do_file, act)

    def do(self, act: str, kind: str, id_: str) -> None:
        """Do what a button is for."""
        try:
            self._acts[act, kind](id_)
        except VaultError as error:
            self._desk.tell(error)

    def edit_procedure(self, id_: str, fields: Values) -> None:
        """Take what was typed in the steps, or say below the field why not."""
        self._sitting.done.pop(id_, None)  # the ticks were for the steps as they were
        name = _("Change the steps “{title}”").format(title=self._title(id_))
        vault, ports = self._desk.vault, self._desk.ports
        try:
            if "wait_days" in fields:
                changes = typing(ports, vault.vault, "procedure", id_, fields)
                vault.apply(changes, name)
            else:
                put(self._desk, "procedure", id_, fields, name)
        except (BadInput, Invalid) as error:
            if card := self._page.steps.card_of(id_):
                card.complain(refusal(error)[1])

    def take_files(self, paths: Sequence[str]) -> None:
        """Keep files that were dropped on the page."""
        self._files.take(paths, About(account=self.account))

    def _do_file(self, act: str, id_: str) -> None:
        self._files.do(act, id_, About(account=self.account))

    def _do_way(self, act: str, kind: str, id_: str) -> None:
        self._ways.do(act, kind, id_, self.account)

    @property
    def _name(self) -> str:
        return account_name(self._desk.vault.vault, self.account)

    def _title(self, id_: str) -> str:
        return self._desk.vault.vault.procedures[id_].title

    def _add_contact(self, _id: str) -> None:
        name = _("Add a contact to {account}").format(account=self._name)

        def take(values: Values) -> None:
            fields = {**values, "account": self.account}
            vault = self._desk.vault
            changes = adding(self._desk.ports, vault.vault, "contact", fields)[1]
            vault.apply(changes, name)

        ask(self._desk, ContactForm(self._page.window(), None), take)

    def _edit_contact(self, id_: str) -> None:
        contact = self._desk.vault.vault.contacts[id_]
        name = _("Change the contact {name}").format(name=contact.name)

        def take(values: Values) -> None:
            put(self._desk, "contact", id_, values, name)

        ask(self._desk, ContactForm(self._page.window(), contact), take)

    def _remove_contact(self, id_: str) -> None:
        contact = self._desk.vault.vault.contacts[id_]
        remove(self._desk, "contact", id_, contact.name)

    def _add_access(self, _id: str) -> None:
        def take(values: Values) -> None:
            fields = {**values}
            who = fields.pop("person")
            vault, ports = self._desk.vault, self._desk.ports
            changes = giving_access(ports, vault.vault, self.account, who, fields)
            name = _("Add {name} to {account}").format(name=who, account=self._name)
            vault.apply(changes, name)

        today = self._desk.ports.today()
        window = self._page.window()
        form = AccessForm(window, self._people(), None, today=today)
        ask(self._desk, form, take)

    def _edit_access(self, id_: str) -> None:
        access = self._desk.vault.vault.access[id_]
        held = name_of(self._desk.vault.vault, access.person)
        name = _("Change the access of {name}").format(name=held)

        def take(values: Values) -> None:
            fields = {**values}
            who = fields.pop("person")
            vault, ports = self._desk.vault, self._desk.ports
            changes = changing_access(ports, vault.vault, id_, who, fields)
            if changes:
                vault.apply(changes, name)

        form = AccessForm(self._page.window(), self._people(), access, held)
        ask(self._desk, form, take)

    def _end_access(self, id_: str) -> None:
        name = _("End the access of {name}").format(name=self._who(id_))
        put(self._desk, "access", id_, {"ended": self._desk.ports.today()}, name)
        self._desk.stage.announce(name)

    def _remove_access(self, id_: str) -> None:
        called = _("the access of {name}").format(name=self._who(id_))
        remove(self._desk, "access", id_, called)

    def _add_procedure(self, _id: str) -> None:
        """Add an empty list of steps, and let it be filled at once."""
        fields = {
            "title": _("Getting back in"),
            "account": self.account,
            "situation": "locked-out",
        }
        vault = self._desk.vault
        record, changes = adding(self._desk.ports, vault.vault, "procedure", fields)
        self._sitting.open.add(record.id)
        vault.apply(changes, _("Add steps to {account}").format(account=self._name))
        if card := self._page.steps.card_of(record.id):
            card.edit()

    def _adopt(self, _id: str) -> None:
        vault = self._desk.vault
        account = vault.vault.accounts[self.account]
        changes = pack_steps(self._desk.ports, vault.vault, account)
        name = _("Take the platform's steps for {account}").format(account=self._name)
        if changes:
            vault.apply(changes, name)

    def _check(self, id_: str) -> None:
        today = self._desk.ports.today()
        title = self._title(id_)
        name = _("Note that “{title}” was checked").format(title=title)
        put(self._desk, "procedure", id_, {"checked": today}, name)
        self._desk.stage.announce(_("Noted: checked today"))

    def _remove_procedure(self, id_: str) -> None:
        called = _("the steps “{title}”").format(title=self._title(id_))
        remove(self._desk, "procedure", id_, called)

    def _who(self, access: str) -> str:
        vault = self._desk.vault.vault
        return name_of(vault, vault.access[access].person)

    def _people(self) -> tuple[str, ...]:
        people = self._desk.vault.vault.people.values()
        return tuple(sorted((one.name for one in people), key=str.casefold))
