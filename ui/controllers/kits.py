"""The kits: shows the register, notes places and what was destroyed, leads on."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.controllers.kit_words import (
    holds_words,
    kit_name,
    sheets_words,
    state_words,
    ways_words,
)
from ui.controllers.stage import Desk
from ui.dialogs.kit_place import KitPlace
from ui.shared.days import day_words
from ui.views.kit_list import KitCardState, KitList, KitListState, Look
from vault.app.kit_register import (
    Standing,
    State,
    destroyed,
    kept_at,
    standings,
)
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.model.change import Change
from vault.model.kit import Kit

_LOOKS: dict[State, Look] = {
    "proven": "good",
    "stale": "warn",
    "exposed": "warn",
    "unproven": "warn",
    "destroyed": "muted",
}
_PAPERS = {"a4": _("A4"), "letter": _("Letter")}


class KitsFlow:
    """Shows one page, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: KitList | None = None
        self._sheet: QWidget | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show the register."""
        if not self._desk.vault.is_open:
            return
        page = KitList(self._state())
        page.print_asked.connect(partial(self._desk.go, "kit-new"))
        page.read_asked.connect(partial(self._desk.go, "kit-read"))
        page.places_asked.connect(self._ask_places)
        page.destroyed.connect(self._destroy)
        page.kept_after_all.connect(self._keep)
        self._page = page
        self._desk.stage.show_page(page, "kits")

    def _redraw(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_state(self._state())

    def _state(self) -> KitListState:
        vault = self._desk.vault
        cards = tuple(self._card(one) for one in standings(vault.vault))
        return KitListState(cards, may_write=vault.may_write)

    def _card(self, standing: Standing) -> KitCardState:
        kit = standing.kit
        return KitCardState(
            key=kit.id,
            name=kit_name(kit),
            state=state_words(standing),
            look=_LOOKS[standing.state],
            facts=self._facts(kit),
            is_destroyed=bool(kit.destroyed),
            may_write=self._desk.vault.may_write,
        )

    def _facts(self, kit: Kit) -> tuple[tuple[str, str], ...]:
        paper = _PAPERS.get(kit.paper, kit.paper)
        facts = [
            (_("Printed"), f"{day_words(kit.made)}, {paper}"),
            (_("Holds"), holds_words(self._desk.vault.vault, kit)),
            (_("Opens with"), ways_words(kit.ways, kit)),
            (_("Sheets"), sheets_words(kit.needed, kit.sheets)),
            (_("Lies at"), "; ".join(kit.places) or _("Not noted yet")),
        ]
        if kit.note:
            facts.append((_("Note"), kit.note))
        return tuple(facts)

    def _kit(self, key: str) -> Kit | None:
        return self._desk.vault.vault.kits.get(key)

    def _ask_places(self, key: str) -> None:
        kit = self._kit(key)
        if kit is None or self._page is None:
            return
        title = _("Where {kit} lies").format(kit=kit_name(kit))
        sheet = KitPlace(self._page, title, kit.places, kit.note)
        sheet.kept.connect(partial(self._keep_places, key))
        self._sheet = sheet
        sheet.open()

    def _keep_places(self, key: str, places: list[str], note: str) -> None:
        if kit := self._kit(key):
            name = _("Note where kit {n} lies").format(n=kit.number)
            self._apply(kept_at(kit, places, note), name)

    def _destroy(self, key: str) -> None:
        if kit := self._kit(key):
            name = _("Mark kit {n} destroyed").format(n=kit.number)
            if self._apply(destroyed(kit, self._desk.ports.today()), name):
                said = _("Kit {n} is marked destroyed")
                self._desk.stage.announce(said.format(n=kit.number))

    def _keep(self, key: str) -> None:
        if kit := self._kit(key):
            name = _("Kit {n} still exists").format(n=kit.number)
            self._apply(destroyed(kit, ""), name)

    def _apply(self, change: Change, name: str) -> bool:
        try:
            self._desk.vault.apply(change, name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        return True
