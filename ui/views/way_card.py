"""A new key card, before its code is in force: printed, saved, or written by hand."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from ui.widgets.to_write_down import ToWriteDown
from vault.i18n import translate as _


@dataclass(frozen=True)
class WayCardState:
    """Which card it is, what it loses, and whether somebody has it by now."""

    title: str
    primary: str
    losses: tuple[str, ...] = ()
    code: str = field(default="", repr=False)
    has_printer: bool = True
    held: bool = False
    busy: bool = False


class WayCardPage(Page):
    """Emits what is to be done with the card, and that it may be in force."""

    print_asked = Signal()
    save_asked = Signal()
    written = Signal()
    done = Signal()
    back_asked = Signal()

    def __init__(self, state: WayCardState) -> None:
        lead = _(
            "Nothing is changed yet. Get the new key card onto paper first: from the "
            "next step on, no other card opens the vault."
        )
        super().__init__(state.title, lead)
        self._print = button(_("Print…"), self.print_asked.emit, picture="print")
        self._save = button(_("Save as PDF…"), self.save_asked.emit, picture="save")
        on_paper = Section(_("Onto paper"))
        on_paper.add(row(self._save, self._print, STRETCH))
        on_paper.add(
            words(
                _("A PDF of the card is a copy of it: delete it once it is printed."),
                "small",
            )
        )
        told = _(
            "The code of the key card: write it on a card, character by character."
        )
        by_hand = ToWriteDown((), state.code, told)
        self._wrote = button(_("I have written it down"), self.written.emit)
        self._held = words("", "muted")
        if state.losses:
            said = column(*(words(text) for text in state.losses), gap=UNIT)
            self.add(card(Beside(said, sign=Sign("warning", "warn")), tone="warn"))
        self.add(on_paper, by_hand, row(self._wrote, STRETCH), self._held)
        self._go = self.foot(
            state.primary, self.done.emit, self.back_asked.emit, _("Give up")
        )
        self.first = self._save
        self.show_state(state)

    def show_state(self, state: WayCardState) -> None:
        """Show whether somebody has the card, or that it is being done."""
        said = _("Good: the card is on its way to paper. Keep it apart from the vault.")
        waits = _("Print it, save it or write it down; then go on.")
        self._held.setText(said if state.held else waits)
        self._print.setVisible(state.has_printer)
        for one in (self._print, self._save, self._wrote):
            one.setEnabled(not state.busy)
        self.set_busy(busy=state.busy)
        self._go.setEnabled(state.held and not state.busy)
