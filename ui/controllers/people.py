"""People: shown with what each of them reaches; named, changed, removed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ui.controllers.edits import put
from ui.controllers.forms import ask
from ui.controllers.removal import remove
from ui.controllers.stage import Desk
from ui.dialogs.person import PersonForm
from ui.views.people import People, PersonState
from ui.widgets.pick import Option
from vault.app.edit import account_name, adding
from vault.app.search import by_name
from vault.i18n import translate as _
from vault.model.person import Access, Person
from vault.model.vault import Vault

NEW: Final = "new"
NEW_TRUSTED: Final = "new-trusted"


class PeopleFlow:
    """Shows one page, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: People | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the page; `what` is a person to change, NEW, NEW_TRUSTED or None."""
        vault = self._desk.vault
        page = self._page = People(self._people(), may_write=vault.may_write)
        page.asked.connect(self._do)
        page.copied.connect(self._copy)
        page.account_asked.connect(lambda id_: self._desk.go("accounts", id_))
        self._desk.stage.show_page(page, "people")
        if not vault.may_write:
            return
        if what in (NEW, NEW_TRUSTED):
            self._ask_new(trusted=what == NEW_TRUSTED)
        elif what in vault.vault.people:
            self._ask_change(str(what))

    def _redraw(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_people(self._people())

    def _people(self) -> list[PersonState]:
        vault, may_write = self._desk.vault.vault, self._desk.vault.may_write
        people = sorted(vault.people.values(), key=_trusted_first)
        return [
            PersonState(one, _owned(vault, one.id), _reached(vault, one.id), may_write)
            for one in people
        ]

    def _do(self, act: str, id_: str) -> None:
        if act == "add":
            nobody = not any(p.trusted for p in self._desk.vault.vault.people.values())
            self._ask_new(trusted=nobody)
        elif act == "edit":
            self._ask_change(id_)
        elif act == "leave":
            self._desk.go("leaver", id_)
        elif act == "rules":
            self._desk.go("rules")
        elif act == "history":
            self._desk.go("history", ("person", id_))
        else:
            remove(self._desk, "person", id_, self._desk.vault.vault.people[id_].name)

    def _ask_new(self, *, trusted: bool) -> None:
        def take(values: Mapping[str, Any]) -> None:
            vault = self._desk.vault
            changes = adding(self._desk.ports, vault.vault, "person", values)[1]
            vault.apply(changes, _("Add {name}").format(name=values["name"]))

        if self._page is not None:
            form = PersonForm(self._page.window(), None, trusted=trusted)
            ask(self._desk, form, take)

    def _ask_change(self, id_: str) -> None:
        person = self._desk.vault.vault.people[id_]
        name = _("Change {name}").format(name=person.name)

        def take(values: Mapping[str, Any]) -> None:
            put(self._desk, "person", id_, values, name)

        if self._page is not None:
            ask(self._desk, PersonForm(self._page.window(), person), take)

    def _copy(self, what: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("Copied: {what}").format(what=what))


def _trusted_first(person: Person) -> tuple[bool, str, str]:
    return (not person.trusted, person.name.casefold(), person.id)


def _owned(vault: Vault, person: str) -> tuple[Option, ...]:
    """Return the accounts that a person answers for."""
    own = (one for one in vault.accounts.values() if one.owner == person)
    return tuple(Option(one.id, one.name) for one in sorted(own, key=by_name))


def _reached(vault: Vault, person: str) -> tuple[Option, ...]:
    """Return the accounts that a person gets into, with the role there."""
    own = (a for a in vault.access.values() if a.person == person and not a.ended)
    options = (Option(one.account, _access_words(vault, one)) for one in own)
    return tuple(sorted(options, key=lambda one: one.words.casefold()))


def _access_words(vault: Vault, access: Access) -> str:
    name = account_name(vault, access.account)
    if not access.role:
        return name
    return _("{account} ({role})").format(account=name, role=access.role)
