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
from ui.dialogs.kit_place import KitPlace, KitPlaceState
from ui.shared.days import day_words
from ui.views.kit_list import KitCardState, KitList, KitListState, Look
from vault.app.kit_register import (
    Kept,
    Standing,
    State,
    kept_as,
    standings,
)
from vault.app.kit_retire import kept_on, lays
from vault.app.kit_words import drill_words, keeper_name, lay_words, place_name
from vault.app.supplement_order import why_not
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.model.change import Change
from vault.model.drill import parse_drills
from vault.model.kit import Kit

_LOOKS: dict[State, Look] = {
    "proven": "good",
    "stale": "warn",
    "exposed": "warn",
    "retiring": "warn",
    "replaced": "warn",
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
        page.try_asked.connect(partial(self._desk.go, "test-page", "kits"))
        page.read_asked.connect(partial(self._desk.go, "kit-read"))
        page.supplement_asked.connect(partial(self._desk.go, "kit-supplement"))
        page.places_asked.connect(self._ask_places)
        page.retire_asked.connect(partial(self._desk.go, "kit-retire"))
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
            is_proven=bool(kit.read_back),
            is_retiring=bool(kit.retiring),
            may_write=self._desk.vault.may_write,
            may_supplement=self._may_supplement(standing),
        )

    def _may_supplement(self, standing: Standing) -> bool:
        """Tell whether what changed may be printed alone, and is not on paper yet."""
        if not standing.since.is_stale or standing.newer:
            return False
        return not why_not(self._desk.vault.vault, standing.kit)

    def _facts(self, kit: Kit) -> tuple[tuple[str, str], ...]:
        paper = _PAPERS.get(kit.paper, kit.paper)
        facts = [
            (_("Printed"), f"{day_words(kit.made)}, {paper}"),
            (_("Holds"), holds_words(self._desk.vault.vault, kit)),
            (_("Opens with"), ways_words(kit.ways, kit)),
            (_("Sheets"), sheets_words(kit.needed, kit.sheets)),
            (_("Lies at"), "; ".join(kit.places) or _("Not noted yet")),
        ]
        if kit.keeper:
            facts.append((_("Kept by"), keeper_name(self._desk.vault.vault, kit)))
        if kit.present is not None:
            words = _("{n} of {all} are there")
            facts.append((_("At hand"), words.format(n=kit.present, all=kit.sheets)))
        facts += self._drills(kit)
        if kit.note:
            facts.append((_("Note"), kit.note))
        return tuple(facts)

    def _drills(self, kit: Kit) -> list[tuple[str, str]]:
        """Return the last time it was read, and how far its places are ended."""
        last = parse_drills(kit.drills)[-1:]
        facts = [(_("Last tried"), drill_words(one, day_words)) for one in last]
        if kit.retiring:
            told = [(place_name(one), lay_words(one, day_words)) for one in lays(kit)]
            ended = "; ".join(f"{place}: {words}" for place, words in told)
            facts.append((_("Retiring"), ended))
        return facts

    def _kit(self, key: str) -> Kit | None:
        return self._desk.vault.vault.kits.get(key)

    def _ask_places(self, key: str) -> None:
        kit = self._kit(key)
        if kit is None or self._page is None:
            return
        title = _("Where {kit} lies").format(kit=kit_name(kit))
        state = KitPlaceState(
            places=kit.places,
            keeper=keeper_name(self._desk.vault.vault, kit),
            present=kit.sheets if kit.present is None else kit.present,
            sheets=kit.sheets,
            note=kit.note,
        )
        sheet = KitPlace(self._page, title, state)
        sheet.kept.connect(partial(self._keep_places, key))
        self._sheet = sheet
        sheet.open()

    def _keep_places(self, key: str, typed: KitPlaceState) -> None:
        kit = self._kit(key)
        if kit is None:
            return
        people = self._desk.vault.vault.people.values()
        known = [one.id for one in people if one.name == typed.keeper.strip()]
        keeper = kit.keeper if kit.keeper in known else (*known, typed.keeper)[0]
        kept = Kept(typed.places, keeper, typed.present, typed.note)
        name = _("Note where kit {n} lies").format(n=kit.number)
        self._apply(kept_as(kit, kept), name)

    def _keep(self, key: str) -> None:
        if kit := self._kit(key):
            name = _("Kit {n} still exists").format(n=kit.number)
            self._apply(kept_on(kit), name)

    def _apply(self, change: Change, name: str) -> bool:
        try:
            self._desk.vault.apply(change, name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        return True
