"""An incident: begun by what happened, gone through account by account, ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.controllers.incident_words import incident_state
from ui.controllers.platforms import Platforms
from ui.controllers.stage import Desk
from ui.controllers.trouble import trouble_lines
from ui.dialogs.open_link import OpenLink
from ui.views.incident import IncidentPage
from ui.views.incident_state import IncidentState
from ui.views.trouble import Choice, Trouble, WhichAccount
from vault.app import incident as acts
from vault.app.edit import account_name
from vault.app.incident_general import SITUATION, situation_name
from vault.app.incident_order import in_order
from vault.app.incident_report import report
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.model.change import Change
from vault.model.incident import Incident


class IncidentFlow:
    """Shows which, then the page of one; redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._page: IncidentPage | None = None
        self._id = ""
        self._unkept: Incident | None = None  # where nothing may be changed
        self._account = ""
        desk.vault.changed.connect(self._redraw)
        desk.vault.committing.connect(self._commit)

    def show(self, what: object) -> None:
        """Show an incident by its id, begin one by its kind, or ask what happened."""
        self._platforms.then(partial(self._show, str(what or "")))

    def _show(self, what: str) -> None:
        self._desk.urgent = ""
        if what in self._desk.vault.vault.incidents:
            self._open(what)
        elif what in SITUATION:
            self._ask_account(what)
        else:
            self._ask_what()

    def _ask_what(self) -> None:
        going = acts.open_incidents(self._desk.vault.vault)
        lines = [Choice(one.id, one.title, one.began[:10]) for one in going]
        page = Trouble(trouble_lines(), lines)
        page.chosen.connect(self._ask_account)
        page.resumed.connect(self._open)
        page.left.connect(partial(self._desk.go, "home"))
        self._desk.stage.show_page(page, "incident")

    def _ask_account(self, sort: str) -> None:
        """Ask which account; a lost phone touches all, and is begun at once."""
        vault = self._desk.vault.vault
        if sort == "phone-lost" or not vault.accounts:
            self._begin(sort, "")
            return
        ordered = sorted(
            in_order(vault, vault.accounts),
            key=lambda one: -(one.worth_a_day or 0),
        )
        choices = [Choice(one.id, one.name, one.login) for one in ordered]
        page = WhichAccount(situation_name(sort), choices)
        page.chosen.connect(partial(self._begin, sort))
        page.left.connect(self._ask_what)
        self._desk.stage.show_page(page, "incident")

    def _begin(self, sort: str, account: str) -> None:
        vault = self._desk.vault
        chosen = [account] if account else []
        one, changes = acts.beginning(self._desk.ports, vault.vault, sort, chosen)
        if vault.may_write:
            self._do(changes, _("Begin: {what}").format(what=one.title))
            self._open(one.id)
        else:
            self._unkept = one
            self._open("")

    def _open(self, id_: str) -> None:
        self._id = id_
        self._account = self._first_open()
        page = self._page = IncidentPage(self._state())
        page.account_chosen.connect(self._turn_to)
        page.ticked.connect(self._tick)
        page.used.connect(self._use)
        page.done_with.connect(self._done_with)
        page.added.connect(self._add)
        page.logged.connect(self._log)
        page.learned.connect(self._learn)
        page.copied.connect(self._copy)
        page.ended.connect(self._end)
        page.reopened.connect(self._reopen)
        page.link_asked.connect(self._open_link)
        page.report_asked.connect(self._copy_report)
        self._desk.stage.show_page(page, "incident")

    @property
    def _one(self) -> Incident | None:
        return self._desk.vault.vault.incidents.get(self._id) or self._unkept

    def _first_open(self) -> str:
        """Return the first account that is not dealt with, or the first of all."""
        one = self._one
        if one is None:
            return ""
        ids = [each.id for each in acts.accounts_in_order(self._desk.vault.vault, one)]
        left = (id_ for id_ in ids if not acts.is_ticked(one, id_, acts.ACCOUNT_DONE))
        return next(left, ids[0] if ids else "")

    def _state(self) -> IncidentState:
        one = self._one
        assert one is not None, "no incident"  # noqa: S101 - our bug
        vault = self._desk.vault
        return incident_state(
            vault.vault, one, self._account, may_write=vault.may_write
        )

    def _redraw(self, _changes: object = None) -> None:
        page = self._page
        if page is None or self._desk.stage.page is not page:
            return
        if self._one is None:  # its beginning was undone
            self._page = None
            self._ask_what()
            return
        page.show_state(self._state())

    def _turn_to(self, account: str) -> None:
        self._account = account
        self._redraw()

    def _do(self, changes: list[Change], name: str) -> None:
        """Do one named act; say what went wrong where it fails."""
        try:
            if changes:
                self._desk.vault.apply(changes, name)
        except VaultError as error:
            self._desk.tell(error)

    def _tick(self, account: str, step: str) -> None:
        if one := self._one:
            self._do(acts.ticking(self._desk.ports, one, account, step), _("Tick"))

    def _use(self, account: str, code: str) -> None:
        vault = self._desk.vault.vault
        if one := self._one:
            try:
                use = acts.using_next(self._desk.ports, one, vault, account, code)
            except VaultError as error:
                self._desk.tell(error)
                return
            name = account_name(vault, account)
            self._do(use, _("Use a code of {account}").format(account=name))
            self._desk.stage.announce(_("Marked used. The next one is shown."))

    def _done_with(self, account: str) -> None:
        vault = self._desk.vault.vault
        if one := self._one:
            name = account_name(vault, account) if account else one.title
            changes = acts.done_with(self._desk.ports, one, vault, account)
            self._do(changes, _("Done: {account}").format(account=name))
            now = self._one
            if now and acts.is_ticked(now, account, acts.ACCOUNT_DONE):
                self._turn_to(self._first_open())

    def _add(self, account: str) -> None:
        vault = self._desk.vault.vault
        if one := self._one:
            changes = acts.adding_account(self._desk.ports, one, vault, account)
            name = account_name(vault, account)
            self._do(changes, _("Add {account}").format(account=name))

    def _log(self, text: str) -> None:
        if one := self._one:
            self._do(acts.logging(self._desk.ports, one, text), _("Add to the log"))

    def _learn(self, lesson: str) -> None:
        if one := self._one:
            self._do(acts.learning(one, lesson), _("Say how it happened"))

    def _end(self) -> None:
        if one := self._one:
            self._do(acts.ending(self._desk.ports, one), _("End the incident"))

    def _reopen(self) -> None:
        if one := self._one:
            self._do(acts.reopening(self._desk.ports, one), _("Go on"))

    def _copy(self, what: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("Copied: {what}").format(what=what))

    def _open_link(self, address: str) -> None:
        if self._page is not None:
            form = OpenLink(self._page.window(), address)
            form.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
            form.copied.connect(lambda: self._copy(_("the address"), address))
            form.open()

    def _copy_report(self) -> None:
        """Copy it: a report in clear goes to no disk unless its owner puts it there."""
        if one := self._one:
            self._copy(_("the report"), report(self._desk.vault.vault, one))

    def _commit(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.commit()
