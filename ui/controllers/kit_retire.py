"""Retire a kit: walk through its places until nothing of it is left."""

from __future__ import annotations

from functools import partial

from ui.controllers.kit_words import in_words, kit_of_day
from ui.controllers.stage import Desk
from ui.shared.days import day_words
from ui.views.kit_retire import KitRetire, KitRetireState, PlaceState
from vault.app.kit_retire import (
    card_needed_by,
    collected,
    kept_on,
    lays,
    outstanding,
    replaced_by,
    shredded,
)
from vault.app.kit_words import (
    HOW_TO_DESTROY,
    card_words,
    lay_words,
    left_words,
    place_name,
)
from vault.errors import ReadOnly, VaultError
from vault.i18n import translate as _
from vault.model.change import Change
from vault.model.kit import Kit


class KitRetireFlow:
    """One kit at a time; each note is an act that can be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: KitRetire | None = None
        self._key = ""
        desk.vault.changed.connect(self._redraw)

    def begin(self, what: object) -> None:
        """Begin with the kit of that id, or go on; without one, show them all."""
        vault = self._desk.vault
        if vault.is_open and not vault.may_write:
            self._desk.tell(ReadOnly(vault.session.read_only))
        if not vault.may_write:
            return
        self._key = str(what)
        kit = self._kit
        if kit is None:
            self._desk.go("kits")
            return
        page = KitRetire(self._state(kit))
        page.collected.connect(self._collect)
        page.destroyed.connect(self._destroy)
        page.kept_on.connect(self._keep)
        page.done.connect(partial(self._desk.go, "kits"))
        self._page = page
        self._desk.stage.show_page(page, "kit-retire")

    @property
    def _kit(self) -> Kit | None:
        return self._desk.vault.vault.kits.get(self._key)

    def _redraw(self) -> None:
        if self._page is None or self._desk.stage.page is not self._page:
            return
        if kit := self._kit:
            self._page.show_state(self._state(kit))
        else:  # undone beyond its printing
            self._desk.go("kits")

    def _state(self, kit: Kit) -> KitRetireState:
        vault = self._desk.vault.vault
        left = outstanding(kit)
        return KitRetireState(
            title=_("Retire {kit}").format(kit=in_words(kit)),
            lead=self._lead(kit),
            said=left_words(kit) if kit.retiring else _("Nothing is noted yet."),
            is_over=not left,
            places=tuple(
                PlaceState(
                    lay.place,
                    _capital(place_name(lay)),
                    _capital(lay_words(lay, day_words)),
                    is_collected=bool(lay.collected),
                    is_destroyed=bool(lay.destroyed),
                )
                for lay in lays(kit)
            ),
            how=HOW_TO_DESTROY,
            card=card_words(kit, card_needed_by(vault, kit)),
        )

    def _lead(self, kit: Kit) -> str:
        newer = replaced_by(self._desk.vault.vault, kit)
        words = _("Whoever finds enough of it and what opens it has all of that day.")
        if newer is None:
            first = _("No newer kit is proven yet: print one and read it back first.")
            return f"{first} {words}"
        took = _("{kit} took its place.").format(kit=kit_of_day(newer))
        return f"{took} {words}"

    def _collect(self, place: str, on: bool) -> None:
        if kit := self._kit:
            day = self._desk.ports.today() if on else ""
            said = _("Collect kit {n}") if on else _("Kit {n} is not collected")
            self._note(collected(kit, [place], day), said.format(n=kit.number))

    def _destroy(self, place: str, on: bool) -> None:
        if kit := self._kit:
            day = self._desk.ports.today() if on else ""
            said = _("Destroy kit {n}") if on else _("Kit {n} is not destroyed")
            self._note(shredded(kit, [place], day), said.format(n=kit.number))

    def _keep(self) -> None:
        if kit := self._kit:
            name = _("Kit {n} stays in use").format(n=kit.number)
            if self._note(kept_on(kit), name):
                self._desk.go("kits")

    def _note(self, change: Change, name: str) -> bool:
        try:
            self._desk.vault.apply(change, name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        kit = self._kit
        if kit is not None and kit.retiring:
            self._desk.stage.announce(left_words(kit))
        return True


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
