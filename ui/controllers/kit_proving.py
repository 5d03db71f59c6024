"""The last step of printing a kit: the paper is read back, compared to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ui.controllers.kit_gathering import KitGathering
from ui.controllers.kit_read import unread_words
from ui.controllers.kit_words import in_words, kit_name, kit_of_day
from ui.controllers.stage import Desk
from ui.views.kit_open import KitOpenWords
from ui.views.kit_sheets import Said
from vault.app.kit_reading import KitState
from vault.app.kit_register import read_back, registered
from vault.app.reserve_words import reserve_words
from vault.app.scale_words import scale_words
from vault.errors import Refused, VaultError
from vault.i18n import translate as _
from vault.model.kit import Kit


class KitProving(KitGathering):
    """Gathers the sheets of the kit just printed; every way in was tried before."""

    def __init__(
        self, desk: Desk, kit: Kit, saved: Sequence[Path], step: tuple[int, int]
    ) -> None:
        said = KitOpenWords(
            title=_("Read it back"),
            lead=_(
                "Scan or photograph the sheets you hold in your hand. Until then it is "
                "hope, not proof: toner fades and printers scale."
            ),
            done=_("Done"),
            back=_("Remind me later"),
            step=step,
        )
        super().__init__(desk, said, self._called)
        self._kit = kit
        self._saved = {str(path) for path in saved}
        self.page.done.connect(partial(desk.go, "kits"))
        self.page.left.connect(self._later)
        self._told = ""  # the kits for which it was said that they are others
        self.sheets.changed.connect(self._see)
        self.camera.changed.connect(self._see)

    def read(self, paths: Sequence[str | Path]) -> None:
        """Read these files too; the PDF itself is no paper."""
        papers = [path for path in paths if str(path) not in self._saved]
        if len(papers) < len(paths):
            title = _("That is the PDF, and not the paper")
            text = _("Print it, then scan or photograph the sheets.")
            self.show_state(result=Said("warn", title, text))
            self._desk.stage.announce(title)
        super().read(papers)

    def _see(self) -> None:
        """See whether it is the kit that was printed, once nothing more is being read.

        A kit that is whole after its second sheet is not judged before its last: what
        is to be proven is the paper, all of it.
        """
        at_rest = not (self.sheets.is_busy or self.camera.is_on)
        if not at_rest or not self.is_shown or self.state.finished:
            return
        whole = [kit for kit in self.sheets.reading.kits if kit.complete]
        for state in whole:
            if state.kit.hex() == self._kit.kit:
                self._prove(state)
                return
        others = " ".join(state.kit.hex() for state in whole)
        if others and others != self._told:
            self._told = others
            self._say_others()

    def _say_others(self) -> None:
        title = _("These sheets are of another kit")
        text = _("Read the sheets of {kit}: the number stands on each.")
        said = Said("warn", title, text.format(kit=kit_of_day(self._kit)))
        self.show_state(result=said)
        self._desk.stage.announce(title)

    def _prove(self, state: KitState) -> None:
        """Note that the paper holds what was proven to open."""
        try:
            kit = registered(self._desk.vault.vault, state.kit)
            change = read_back(kit, self._desk.ports.now(), state.reserve)
            name = _("Read {kit} back").format(kit=in_words(kit))
            self._desk.vault.apply(change, name)
        except VaultError as error:
            self._desk.tell(error)
            return
        title = _("{kit} is proven: the paper holds what was printed")
        worth = f"{_worth(state)} {scale_words(self.sheets.reading.pages)}".rstrip()
        said = Said("good", title.format(kit=kit_name(kit)), worth)
        self.finish(said)
        self._desk.stage.announce(_("{kit} is proven").format(kit=kit_name(kit)))

    def _called(self, state: KitState) -> str:
        try:
            return kit_of_day(registered(self._desk.vault.vault, state.kit))
        except Refused:
            return _("A kit that the register does not know")

    def _later(self) -> None:
        words = _("{kit} is not proven yet")
        self._desk.go("kits")
        self._desk.stage.announce(words.format(kit=kit_name(self._kit)))


def _worth(state: KitState) -> str:
    """Say which sheets were read, and how much could still be lost of them."""
    return f"{unread_words(state)} {reserve_words(state.reserve)}"
