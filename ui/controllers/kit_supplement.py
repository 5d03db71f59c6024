"""Print what changed since a kit: what it is, print it, read it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ui.controllers.kit_making import Paper, Shown, Wish, shown_of, usual_paper
from ui.controllers.kit_words import in_words
from ui.controllers.stage import Desk, notice_of
from ui.shared.days import day_words
from ui.views.kit_making import KitMaking
from ui.views.kit_supplement import KitSupplement, SupplementState
from ui.workers.op import Op
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_changed import changed_since
from vault.app.kit_order import vault_passphrase
from vault.app.kit_since_words import since_words
from vault.app.session import Session
from vault.app.supplement_order import supplement_order, ways_of, why_not
from vault.errors import NoKey, ReadOnly, Refused, VaultError
from vault.i18n import translate as _
from vault.model.kit import Kit, Ways

if TYPE_CHECKING:
    from ui.controllers.kit_preview import Preview
    from ui.controllers.kit_proving import KitProving

STEPS: Final = 3


class KitSupplementFlow:
    """One supplement to one kit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key = ""
        self._wish = Wish()
        self._page: Any = None
        self._preview: Preview | None = None
        self._proving: KitProving | None = None
        self._op: Op[Any] | None = None

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

    def _show(self, page: Any) -> None:  # noqa: ANN401 - one of the pages of this flow
        self._page = page
        self._desk.stage.show_page(page, "kit-supplement")

    def _tell(self) -> None:
        page = KitSupplement(self._state(), (1, STEPS))
        page.next_asked.connect(self._take)
        page.new_asked.connect(partial(self._desk.go, "kit-new"))
        page.back_asked.connect(partial(self._desk.go, "kits"))
        self._show(page)

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
        self._make()

    # It is made, and shown.

    def _make(self) -> None:
        page = KitMaking((2, STEPS))
        self._show(page)
        work = partial(_made, self._desk.vault.session, self._key, self._wish)
        op = self._desk.ops.run(work, self._made, self._not_made)
        op.progressed.connect(page.tell)
        op.finished.connect(partial(self._ended, op))
        page.stopped.connect(op.stop)
        page.stopped.connect(self._tell)
        page.destroyed.connect(op.stop)
        self._op = op
        self._desk.stage.work(op, _("Making the supplement…"), exclusive=True)

    def _made(self, shown: Shown) -> None:
        from ui.controllers.kit_preview import (  # noqa: PLC0415 - loaded by the work
            Onward,
            Preview,
        )

        if not isinstance(self._page, KitMaking):
            return
        onward = Onward(self._make_on, self._tell, self._read_back)
        self._preview = Preview(self._desk, shown, self._wish, (2, STEPS), onward)
        self._show(self._preview.page)
        self._desk.stage.announce(_("The supplement is made, and proven."))

    def _not_made(self, error: VaultError) -> None:
        self._tell()
        if isinstance(error, NoKey | Refused) and self._wish.typed:
            said = notice_of(error)
            self._page.complain(f"{said.title}. {said.text}")
        else:
            self._desk.tell(error)

    def _ended(self, op: Op[Any]) -> None:
        """Go back where it was stopped from the status bar."""
        if op.stopped() and self._desk.stage.page is self._page:
            if isinstance(self._page, KitMaking):
                self._tell()
            self._desk.stage.announce(_("Stopped. No supplement was made."))

    def _make_on(self, paper: Paper) -> None:
        """Make it anew for another paper."""
        self._wish = replace(self._wish, paper=paper)
        self._make()

    # It is read back.

    def _read_back(self, saved: list[Any]) -> None:
        from ui.controllers.kit_proving import (  # noqa: PLC0415 - when it is needed
            KitProving,
        )

        if self._preview is None:
            return
        kit = self._preview.kit
        self._proving = KitProving(self._desk, kit, saved, (3, STEPS))
        self._proving.show("kit-supplement")


def _opens(ways: Ways, kit: Kit) -> str:
    """Return what will open it; a passphrase is that of its own day."""
    words = {
        "passphrase": _("The passphrase of today"),
        "card": _("Key card {card}"),
        "either": _("Key card {card}, or the passphrase of today"),
        "both": _("Key card {card} and the passphrase of today, together"),
    }[ways]
    return words.format(card=kit.card_number)


def _made(session: Session, key: str, wish: Wish) -> Shown:
    """Make the supplement, and pictures of it, on the worker's thread."""
    from vault.app.kit_make import prepare_kit  # noqa: PLC0415 - slow to load

    vault = session.vault
    kit = vault.kits[key]
    phrase: Passphrase | None = None
    if ways_of(vault, kit) != "card":
        typed = typed_passphrase(wish.typed).secret if wish.typed else None
        phrase = vault_passphrase(session, typed)
    order = supplement_order(vault, kit, phrase, wish.paper)
    return shown_of(session, prepare_kit(session, order))
