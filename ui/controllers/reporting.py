"""Where to report: the bodies of a country, which is remembered once it is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from ui.controllers.incident_words import first_large
from ui.controllers.stage import Desk
from ui.dialogs.open_link import OpenLink
from ui.views.reporting import BodyState, ReportingPage, ReportingState
from ui.widgets.pick import Option
from vault.app.reporting import countries, reporting_in
from vault.i18n import translate as _


class ReportingFlow:
    """Shows one page; leads back to the incident it was asked from, or to the start."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: ReportingPage | None = None
        self._incident = ""

    def show(self, what: object) -> None:
        """Show the page; `what` is the id of an incident to go back to, or None."""
        self._incident = str(what or "")
        # The bodies are read from the program's own files: off the window's thread.
        work = partial(_state, self._country)
        self._desk.ops.run(work, self._open, self._desk.tell)

    def _open(self, state: ReportingState) -> None:
        page = self._page = ReportingPage(state)
        page.country_chosen.connect(self._choose)
        page.copied.connect(self._copy)
        page.link_asked.connect(self._open_link)
        page.left.connect(self._leave)
        self._desk.stage.show_page(page, "reporting")

    @property
    def _country(self) -> str:
        """The country that was chosen, or that of this computer."""
        here = QLocale.territoryToCode(QLocale.system().territory())
        return self._desk.settings.country or here

    def _choose(self, country: str) -> None:
        self._desk.settings.country = country
        if self._page is not None:
            self._page.show_state(_state(country))

    def _copy(self, what: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("Copied: {what}").format(what=what))

    def _open_link(self, address: str) -> None:
        """Show the address, and open it only when that is wanted."""
        if self._page is not None:
            form = OpenLink(self._page.window(), address)
            form.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
            form.copied.connect(partial(self._copy, _("the address"), address))
            form.open()

    def _leave(self) -> None:
        vault = self._desk.vault
        if vault.is_open and self._incident in vault.vault.incidents:
            self._desk.go("incident", self._incident)
        else:
            self._desk.go("home" if vault.is_open else "welcome")


def _state(country: str) -> ReportingState:
    told = reporting_in(country)
    known = dict(countries())
    offered = [Option(*one) for one in known.items()]
    if told.country not in known:
        offered.append(Option(told.country, _("Another country")))
    bodies = tuple(
        BodyState(
            one.name,
            one.what_for,
            one.phone,
            one.email,
            one.url,
            one.note,
            first_large(one.source),
        )
        for one in told.bodies
    )
    advice = tuple((one.text, first_large(one.source)) for one in told.advice)
    return ReportingState(told.country, tuple(offered), told.known, bodies, advice)
