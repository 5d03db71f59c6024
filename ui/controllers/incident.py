"""An incident: begun by what happened, gone through account by account, ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.controllers.attachments import AttachmentActs
from ui.controllers.incident_asking import Asking
from ui.controllers.incident_files import IncidentFiles
from ui.controllers.incident_words import Shown, incident_state
from ui.controllers.platforms import Platforms
from ui.controllers.stage import Desk
from ui.dialogs.open_link import OpenLink
from ui.views.incident import IncidentPage
from ui.views.incident_state import IncidentState
from vault.app import incident as acts
from vault.app.attachments import About
from vault.app.edit import account_name
from vault.app.incident_general import SITUATION
from vault.app.incident_lost import Reckoner, coming_back
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
        self._user: str | None = None  # who uses the codes, once somebody said so
        self._reckoner = Reckoner()
        self._files = IncidentFiles(desk)
        self._evidence = AttachmentActs(desk, self._window)
        self._asking = Asking(desk, self._reckoner, self._begin, self._open)
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
            self._asking.ask_account(what)
        else:
            self._asking.ask_what()

    def _begin(self, sort: str, accounts: Sequence[str], things: Sequence[str]) -> None:
        vault, ports = self._desk.vault, self._desk.ports
        one, changes = acts.beginning(ports, vault.vault, sort, accounts, things=things)
        if vault.may_write:
            self._do(changes, _("Begin: {what}").format(what=one.title))
            self._open(one.id)
        else:
            self._unkept = one
            self._open("")

    def _choose(self) -> None:
        """Ask again what is touched, of the incident that is shown."""
        if one := self._one:
            self._asking.ask_again(one, partial(self._take_in, one.id))

    def _take_in(
        self, id_: str, accounts: Sequence[str], things: Sequence[str]
    ) -> None:
        vault = self._desk.vault.vault
        one = vault.incidents.get(id_)
        if one is not None:
            changes = acts.taking_in(self._desk.ports, one, vault, accounts, things)
            self._do(changes, _("Say what is touched"))
        self._open(id_)

    def _open(self, id_: str) -> None:
        self._id = id_
        if self._one is None:  # its beginning was undone meanwhile
            self._asking.ask_what()
            return
        self._account = self._first_open()
        page = self._page = IncidentPage(self._state())
        page.account_chosen.connect(self._turn_to)
        page.ticked.connect(self._tick)
        page.used.connect(self._use)
        page.user_picked.connect(self._name_user)
        page.done_with.connect(self._done_with)
        page.added.connect(self._add)
        page.logged.connect(self._log)
        page.learned.connect(self._learn)
        page.copied.connect(self._copy)
        page.ended.connect(self._end)
        page.reopened.connect(self._reopen)
        page.choice_asked.connect(self._choose)
        page.link_asked.connect(self._open_link)
        page.report_asked.connect(self._copy_report)
        page.save_asked.connect(self._save_report)
        page.file_asked.connect(self._do_file)
        page.reporting_asked.connect(self._go_to_reporting)
        page.files_dropped.connect(self._take_files)
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
        built = self._reckoner.built(vault.vault)
        coming = coming_back(vault.vault, one, built)
        today = self._desk.ports.today()
        shown = Shown(self._account, coming, self._user, today)
        return incident_state(vault.vault, one, shown, may_write=vault.may_write)

    def _redraw(self, _changes: object = None) -> None:
        page = self._page
        if page is None or self._desk.stage.page is not page:
            return
        if self._one is None:  # its beginning was undone
            self._page = None
            self._asking.ask_what()
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

    def _use(self, account: str, code: str, by: str) -> None:
        vault, ports = self._desk.vault.vault, self._desk.ports
        if one := self._one:
            try:
                use = acts.using_next(ports, one, vault, account, code, by)
            except VaultError as error:
                self._desk.tell(error)
                return
            name = account_name(vault, account)
            self._do(use, _("Use a code of {account}").format(account=name))
            self._desk.stage.announce(_("Marked used. The next one is shown."))

    def _name_user(self, person: str) -> None:
        self._user = person

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

    def _window(self) -> QWidget:
        assert self._page is not None, "no page"  # noqa: S101 - our bug
        return self._page.window()

    def _do_file(self, act: str, id_: str) -> None:
        self._evidence.do(act, id_, About(incident=self._id))

    def _go_to_reporting(self) -> None:
        self._desk.go("reporting", self._id)

    def _take_files(self, paths: Sequence[str]) -> None:
        self._evidence.take(paths, About(incident=self._id))

    def _save_report(self) -> None:
        if self._page is not None and (one := self._one):
            self._files.ask_report(self._page.window(), one)

    def _copy_report(self) -> None:
        """Copy it: a report in clear goes to no disk unless its owner puts it there."""
        if one := self._one:
            work = partial(
                report, self._desk.vault.vault, one, self._desk.ports.today()
            )
            done = partial(self._copy, _("the report"))
            self._desk.ops.run(work, done, self._desk.tell)

    def _commit(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.commit()
