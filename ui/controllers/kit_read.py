"""Read a kit back: its sheets open, it is the registered one, and that is noted."""

from __future__ import annotations

from functools import partial
from typing import Literal

from ui.controllers.kit_opening import KitOpening, close_kit, failed
from ui.controllers.kit_words import in_words, kit_name, kit_of_day
from ui.controllers.stage import Desk
from ui.shared.days import day_words
from ui.views.kit_open import KitOpenWords
from ui.views.kit_sheets import Said
from vault.app.kit_drill import Found, drill_of, opened_found
from vault.app.kit_drill_words import drill_lines, drill_title
from vault.app.kit_reading import KitState
from vault.app.kit_register import drilled, of_codes, registered
from vault.app.kit_restore import OpenedKit
from vault.app.scale_words import scale_words
from vault.app.supplement_words import beside_words
from vault.errors import ReadOnly, Refused, VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit


class KitReadFlow:
    """One drill after the other; nothing is changed but the day of the last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._opening: KitOpening | None = None
        self._meant: Kit | None = None

    def begin(self, what: object) -> None:
        """Gather the sheets of a kit, of the one with that id or of any."""
        vault = self._desk.vault
        if vault.is_open and not vault.may_write:
            self._desk.tell(ReadOnly(vault.session.read_only))
        if not vault.may_write:
            return
        self._meant = self._desk.vault.vault.kits.get(str(what))
        said = KitOpenWords(
            title=_("Read {kit} back").format(kit=in_words(self._meant))
            if self._meant
            else _("Read a kit back"),
            lead=_(
                "Scan or photograph the printed sheets, then open them as whoever "
                "needs them would. Only then is it proven that the kit works."
            ),
            done=_("Done"),
            back=_("Not now"),
        )
        self._opening = KitOpening(self._desk, said, self._opened, self._title)
        self._opening.page.done.connect(partial(self._desk.go, "kits"))
        self._opening.page.left.connect(partial(self._desk.go, "kits"))
        self._opening.show("kit-read")

    def _title(self, state: KitState) -> str:
        """Call a kit by its number where the register knows it."""
        try:
            return kit_of_day(registered(self._desk.vault.vault, state.kit))
        except Refused:
            return _("A kit that the register does not know")

    def _opened(self, opened: OpenedKit) -> None:
        """Note that the paper was read, and say what it was worth."""
        close_kit(opened)
        opening = self._opening
        if opening is None:
            return
        vault = self._desk.vault
        try:
            kit = registered(vault.vault, opened.recovered.kit)
            found = opened_found(vault.vault, opening.sheets.reading.kits, opened)
            words = _("Try {kit}") if kit.read_back else _("Read {kit} back")
            drill = drill_of(found, self._desk.ports.now())
            changes = [drilled(kit, drill)]
            also = self._supplement(opened)
            if also is not None:  # it was read, and opened, with its kit
                spare = drill._replace(reserve=opened.newest.reserve)
                changes.append(drilled(also, spare))
            vault.apply(changes, words.format(kit=in_words(kit)))
        except VaultError as error:
            opening.show_state(opening=False, asks="", result=failed(error))
            return
        opening.finish(self._said(found, (kit, also), opened))
        self._desk.stage.announce(drill_title(found))

    def _supplement(self, opened: OpenedKit) -> Kit | None:
        """Return the entry of the supplement that was joined, if one was."""
        if opened.newest is opened.recovered:
            return None
        return of_codes(self._desk.vault.vault, opened.newest.kit)

    def _said(
        self, found: Found, read: tuple[Kit | None, ...], opened: OpenedKit
    ) -> Said:
        """Say what the drill found, and what is still to be said of this kit."""
        parts = [*drill_lines(found, day_words), *map(beside_words, opened.beside)]
        if self._meant and self._meant.id not in {one.id for one in read if one}:
            other = _("It is not {kit}: that one is still to be read.")
            parts.insert(0, other.format(kit=kit_name(self._meant)))
        if self._opening and (scale := scale_words(self._opening.sheets.reading.pages)):
            parts.append(scale)
        tone: Literal["good", "bad"] = "good" if found.passed else "bad"
        return Said(tone, drill_title(found), " ".join(parts))


def unread_words(state: KitState) -> str:
    """Name the sheets that nothing was read of: they are not proven."""
    numbers = [str(sheet + 1) for sheet in state.missing_sheets]
    if not numbers:
        return _("Every sheet was read.")
    words = translate_count(
        "Sheet {numbers} was not read, and may have printed badly.",
        "Sheets {numbers} were not read, and may have printed badly.",
        len(numbers),
    )
    return words.format(numbers=", ".join(numbers))
