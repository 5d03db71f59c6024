"""What is known of an account's platform, shown whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.controllers.incident_words import first_large
from ui.controllers.platforms import Platforms
from ui.dialogs.open_link import OpenLink
from ui.shared.days import day_words
from ui.views.pack import FactState, PackPage, PackPart, PackState
from vault.app.own_packs import packs_of
from vault.app.pack_facts import ToldPart
from vault.app.pack_told import told_pack
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class PackFlow:
    """Shows one page, of the platform of the account that it was asked from."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._page: PackPage | None = None

    def show(self, what: object) -> None:
        """Show the pack for an account, by its id."""
        self._platforms.then(partial(self._show, str(what or "")))

    def _show(self, id_: str) -> None:
        vault = self._desk.vault.vault
        account = vault.accounts.get(id_)
        if account is None:
            self._desk.go("accounts")
            return
        try:
            glance, parts = told_pack(account.platform, packs_of(vault))
        except VaultError as error:
            self._desk.tell(error)
            return
        words = _(
            "As of {edition}; the sources were read on {stored}. Each fact says how "
            "old and how sure it is."
        )
        about = words.format(
            edition=day_words(glance.edition), stored=day_words(glance.stored)
        )
        if glance.own:
            about = _("Written down by you.")
        shown = [_part(one) for one in parts if one.facts]
        lacking = ", ".join(one.heading for one in parts if not one.facts)
        page = self._page = PackPage(PackState(glance.name, about, shown, lacking))
        page.link_asked.connect(self._open_link)
        page.left.connect(partial(self._desk.go, "accounts", id_))
        self._desk.stage.show_page(page, "pack")

    def _open_link(self, address: str) -> None:
        """Show the address, and open it only when that is wanted."""
        if self._page is not None:
            form = OpenLink(self._page.window(), address)
            form.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
            form.copied.connect(lambda: self._copy(address))
            form.open()

    def _copy(self, address: str) -> None:
        self._desk.clipboard.copy(address)
        said = _("Copied: {what}").format(what=_("the address"))
        self._desk.stage.announce(said)


def _part(one: ToldPart) -> PackPart:
    facts = [
        FactState(fact.text, fact.link, first_large(fact.source)) for fact in one.facts
    ]
    return PackPart(one.part, one.heading, facts)
