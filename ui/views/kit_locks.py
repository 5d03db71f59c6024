"""Print a kit, second step: how it is locked, in two sentences each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.field import Field
from ui.widgets.radios import Radio, Radios
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class LocksState:
    """The ways with why some are refused, the one chosen, and what is asked for.

    `asks` says that the vault's passphrase must be typed where a way needs it; `part`
    that words are drawn in its stead.
    """

    refused: Sequence[tuple[str, str]]  # the way, and why not: "" where it may be
    chosen: str
    asks: bool = False
    part: bool = False
    code_on_card: bool = True


class KitLocks(StepPage):
    """Emits the way, the passphrase ("" where none is asked), code on the card."""

    next_asked = Signal(str, str, bool)
    back_asked = Signal()

    def __init__(self, state: LocksState, step: tuple[int, int]) -> None:
        lead = _(
            "Whoever finds the sheets has years to try. So what opens them should be "
            "kept in another place, or only in a head."
        )
        super().__init__(step, _("How it is locked"), lead)
        self._state = state
        told = _PART if state.part else _FULL
        ways = [Radio(way, *told[way], why) for way, why in state.refused]
        self._radios = Radios(ways, state.chosen)
        self._passphrase = SecretEdit()
        self._field = Field(
            _("Passphrase of the vault"),
            self._passphrase,
            _("It locks the kit too; this time the key card opened the vault."),
        )
        self._drawn = words(
            _("Six words are drawn for it. You see them on the next page."), "muted"
        )
        self._blank = QCheckBox(_("Write the code by hand"))
        self._blank.setChecked(not state.code_on_card)
        about = _(
            "The key card is printed without it. It is shown on the screen, and never "
            "reaches the printer."
        )
        self._blank.setAccessibleDescription(about)
        self._card = QWidget()
        self._card.setLayout(
            column(row(self._blank, STRETCH), words(about, "small"), gap=UNIT)
        )
        self.add(self._radios, self._field, self._drawn, UNIT, self._card)
        self.foot(_("Next"), self._go_on, self.back_asked.emit)
        self._radios.chosen.connect(self._choose)
        self._choose(state.chosen)
        self.first = self._radios.first

    def complain(self, text: str) -> None:
        """Say below the passphrase what was wrong."""
        self._field.setVisible(True)
        self._field.complain(text)
        self._passphrase.line.setFocus()
        self._passphrase.line.selectAll()

    def _choose(self, way: str) -> None:
        by_words = way != "card"
        self._field.setVisible(by_words and self._state.asks and not self._state.part)
        self._drawn.setVisible(by_words and self._state.part)
        self._card.setVisible(way != "passphrase")

    def _go_on(self) -> None:
        typed = self._passphrase.line.text() if self._field.isVisible() else ""
        if self._field.isVisible() and not typed:
            self.complain(_("Type the passphrase of the vault."))
            return
        self.next_asked.emit(self._radios.key, typed, not self._blank.isChecked())


_FULL = {
    "either": (
        _("Key card, or passphrase"),
        _(
            "Either one opens it. Keep the card in another place than the sheets, and "
            "you get in even if you forget the passphrase."
        ),
    ),
    "card": (
        _("Key card only"),
        _(
            "Only the printed card opens it. Whoever finds the sheets alone has "
            "nothing to guess; without the card, nobody gets in."
        ),
    ),
    "passphrase": (
        _("Passphrase only"),
        _(
            "Only the passphrase of today opens it, and no card is printed. If it is "
            "forgotten, the kit is lost."
        ),
    ),
    "both": (
        _("Key card and passphrase together"),
        _(
            "Both are needed. The safest against thieves, and the easiest to lock "
            "yourself out with."
        ),
    ),
}
_PART = {
    "either": (
        _("Its own key card, or its own words"),
        _(
            "Either one opens it. Keep the card in another place than the sheets, and "
            "tell the words by voice."
        ),
    ),
    "card": (
        _("Its own key card only"),
        _(
            "Only the printed card opens it. Whoever finds the sheets alone has "
            "nothing to guess."
        ),
    ),
    "passphrase": (
        _("Its own words only"),
        _(
            "Only the six words drawn for it open it, and no card is printed. If they "
            "are lost, the kit is lost."
        ),
    ),
    "both": (
        _("Its own key card and its own words together"),
        _("Both are needed. The safest against thieves."),
    ),
}
