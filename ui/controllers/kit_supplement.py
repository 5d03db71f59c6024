"""Print what changed since a kit: what it is, print it, read it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from ui.controllers.kit_maker import Course, KitMaker
from ui.controllers.kit_making import (
    Paper,
    Shown,
    Wish,
    passphrase_of,
    shown_of,
    usual_paper,
)
from ui.controllers.kit_words import in_words
from ui.controllers.stage import Desk, notice_of
from ui.shared.days import day_words
from ui.views.kit_supplement import KitSupplement, SupplementState
from vault.app.credentials import Passphrase
from vault.app.kit_changed import changed_since
from vault.app.kit_since_words import since_words
from vault.app.session import Session
from vault.app.supplement_order import supplement_order, ways_of, why_not
from vault.errors import ReadOnly
from vault.i18n import translate as _
from vault.model.kit import Kit, Ways

STEPS: Final = 3


class KitSupplementFlow(KitMaker):
    """One supplement to one kit."""

    def __init__(self, desk: Desk) -> None:
        course = Course(
            "kit-supplement",
            (2, STEPS),
            making=_("Making the supplement…"),
            made=_("The supplement is made, and proven."),
            stopped=_("Stopped. No supplement was made."),
        )
        super().__init__(desk, course)
        self._key = ""

    def begin(self, what: object) -> None:
        """Tell what a supplement to the kit with that id would hold."""
        vault = self._desk.vault
        if vault.is_open and not vault.may_write:
            self._desk.tell(ReadOnly(vault.session.read_only))
        if not vault.may_write:
            return
        kit = vault.vault.kits.get(str(what))
        if kit is None:
            self._desk.go("kits")
            return
        self._key = kit.id
        paper: Paper = "letter" if kit.paper == "letter" else "a4"
        self._wish = Wish(paper=paper if kit.paper else usual_paper())
        self._tell()

    @property
    def _kit(self) -> Kit:
        return self._desk.vault.vault.kits[self._key]

    def _tell(self) -> None:
        page = KitSupplement(self._state(), (1, STEPS))
        page.next_asked.connect(self._take)
        page.new_asked.connect(partial(self._desk.go, "kit-new"))
        page.back_asked.connect(partial(self._desk.go, "kits"))
        self.show(page)

    def _state(self) -> SupplementState:
        kit, vault = self._kit, self._desk.vault.vault
        refused = why_not(vault, kit)
        lead = _(
            "A few sheets to lie with {kit}: they hold what is otherwise now than on "
            "{day}, and are read together with it."
        ).format(kit=in_words(kit), day=day_words(kit.made))
        if refused:
            said = notice_of(refused)
            return SupplementState(_("Print what changed"), lead, refused=said.text)
        ways = ways_of(vault, kit)
        shown = self._desk.vault.session.presented.passphrase
        facts = (
            (_("Changed"), since_words(changed_since(vault, kit))),
            (_("Opens with"), _opens(ways, kit)),
        )
        return SupplementState(
            _("Print what changed"),
            lead,
            facts,
            asks=ways != "card" and shown is None,
        )

    def _take(self, typed: str) -> None:
        self._wish = replace(self._wish, typed=typed)
        self.make()

    # How it is made.

    def ask_again(self) -> None:
        """Tell once more what it would hold."""
        self._tell()

    def work(self, session: Session) -> Shown:
        """Make the supplement, and pictures of it."""
        from vault.app.kit_make import prepare_kit  # noqa: PLC0415 - slow to load

        vault = session.vault
        kit = vault.kits[self._key]
        phrase: Passphrase | None = None
        if ways_of(vault, kit) != "card":
            phrase = passphrase_of(session, self._wish)
        order = supplement_order(vault, kit, phrase, self._wish.paper)
        return shown_of(session, prepare_kit(session, order))


def _opens(ways: Ways, kit: Kit) -> str:
    """Return what will open it; a passphrase is that of its own day."""
    words = {
        "passphrase": _("The passphrase of today"),
        "card": _("Key card {card}"),
        "either": _("Key card {card}, or the passphrase of today"),
        "both": _("Key card {card} and the passphrase of today, together"),
    }[ways]
    return words.format(card=kit.card_number)
