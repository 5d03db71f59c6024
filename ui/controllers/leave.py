"""Somebody leaves: shows what the person reaches, and keeps what is settled."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from ui.controllers.kit_making import usual_paper
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from ui.views.leave import Leave
from ui.views.leave_state import LeaveItem, LeavePart, LeaveState
from ui.widgets.pick import Option
from vault.app.edit import account_name
from vault.app.incident_order import harm_words
from vault.app.leaving import OWNER, leaving, ticking
from vault.app.leaving_report import save_leaving
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.model.vault import Vault


class LeaveFlow:
    """Shows one page for one person, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._person = ""
        self._heir = ""
        self._page: Leave | None = None
        self._sheet: QWidget | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the list of that person; without one, people to choose from."""
        people = self._desk.vault.vault.people
        if not isinstance(what, str) or what not in people:
            self._desk.go("people")
            return
        self._person, self._heir = what, self._likely_heir(what)
        page = self._page = Leave(self._state())
        page.settled.connect(self._settle)
        page.heir_chosen.connect(self._choose)
        page.save_asked.connect(self._ask_report)
        page.left.connect(partial(self._desk.go, "people"))
        self._desk.stage.show_page(page, "leaver")

    def _redraw(self) -> None:
        page = self._page
        if page is None or self._desk.stage.page is not page:
            return
        if self._person not in self._desk.vault.vault.people:
            self._desk.go("people")
            return
        page.show_state(self._state())

    def _likely_heir(self, person: str) -> str:
        """Return somebody who is trusted, else anybody else, else ""."""
        people = self._desk.vault.vault.people.values()
        others = sorted(people, key=lambda one: (not one.trusted, one.name.casefold()))
        return next((one.id for one in others if one.id != person), "")

    def _state(self) -> LeaveState:
        vault = self._desk.vault.vault
        items = leaving(vault, self._person)
        parts = [
            LeavePart(
                account_name(vault, account) if account else _("Besides"),
                tuple(
                    LeaveItem(one.key, one.what, one.warnings, one.steps, one.done)
                    for one in those
                ),
                _harm(vault, account),
            )
            for account, those in groupby(items, key=lambda one: one.account)
        ]
        owns = any(one.key.startswith(OWNER) and not one.done for one in items)
        others = sorted(
            (one for one in vault.people.values() if one.id != self._person),
            key=lambda one: one.name.casefold(),
        )
        return LeaveState(
            name=vault.people[self._person].name,
            parts=tuple(parts),
            heirs=tuple(Option(one.id, one.name) for one in others if owns),
            heir=self._heir,
            may_write=self._desk.vault.may_write,
        )

    def _choose(self, heir: str) -> None:
        self._heir = heir

    def _settle(self, keys: tuple[str, ...]) -> None:
        """Note what is settled, as one act that can be undone."""
        vault = self._desk.vault.vault
        if any(key.startswith(OWNER) for key in keys) and not self._heir:
            text = _("Add another person first: somebody must answer for the account.")
            self._desk.stage.notify(Notice("warn", _("Nobody else is there"), text))
            return
        name = _("Settle what {name} had").format(name=vault.people[self._person].name)
        day = self._desk.ports.today()
        try:
            changes = ticking(vault, self._person, keys, day, self._heir)
            self._desk.vault.apply(changes, name)
        except VaultError as error:
            self._desk.tell(error)
            return
        state = self._state()
        said = _("{done} of {n} done").format(done=state.done, n=state.count)
        self._desk.stage.announce(said)

    def _ask_report(self) -> None:
        if self._page is None:
            return
        parent = self._page.window()
        text = _(
            "It names your accounts and people, and whoever has the file can read "
            "it. No code and no passphrase is in it."
        )
        answers = (
            Answer("pdf", _("Save as PDF…"), _("To print, and to tick by hand.")),
            Answer("md", _("Save as text…"), _("To go on writing.")),
        )
        sheet = Choice(parent, _("Save the list?"), text, answers)
        sheet.chosen.connect(partial(self._ask_place, parent))
        self._sheet = sheet
        sheet.open()

    def _ask_place(self, parent: QWidget, sort: str) -> None:
        day = self._desk.ports.today()
        place = self._desk.documents() / f"leaver-{day}.{sort}"
        choose_place(parent, _("Save the list"), place, self._save)

    def _save(self, path: Path) -> None:
        vault, ports = self._desk.vault.vault, self._desk.ports
        work = partial(save_leaving, ports, vault, self._person, path, usual_paper())
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the list…"))

    def _saved(self, path: Path) -> None:
        said = _("Whoever gets the file can read it. {path}").format(path=path)
        self._desk.stage.notify(Notice("good", _("The list is saved"), said))


def _harm(vault: Vault, account: str) -> str:
    found = vault.accounts.get(account)
    return harm_words(vault, found) if found else ""
