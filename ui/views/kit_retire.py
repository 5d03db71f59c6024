"""Retiring a kit: place by place, what was collected and what is destroyed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.rows import Rows
from ui.widgets.sign import Sign
from ui.widgets.text import set_role, words
from vault.i18n import translate as _


@dataclass(frozen=True)
class PlaceState:
    """One place: its name, how far it is, and what of it is done."""

    place: str
    name: str
    said: str
    is_collected: bool = False
    is_destroyed: bool = False


@dataclass(frozen=True)
class KitRetireState:
    """The whole walk: `said` is how it stands, `card` what becomes of the key card."""

    title: str
    lead: str
    said: str
    is_over: bool
    places: tuple[PlaceState, ...]
    how: str
    card: str = ""


class KitRetire(Page):
    """Emits the place of which something is to be noted, or taken back."""

    collected = Signal(str, bool)
    destroyed = Signal(str, bool)
    kept_on = Signal()
    done = Signal()

    def __init__(self, state: KitRetireState) -> None:
        super().__init__(state.title, state.lead)
        self._sign = Sign()
        self._said = words("")
        line = row(self._sign, self._said)
        line.setStretch(1, 1)
        self._rows = Rows(self._made, 2 * UNIT)
        self._how = words("", "muted")
        self._card = words("", "muted")
        self._keep = button(_("It stays in use after all"), self.kept_on.emit)
        self.body.addLayout(line)
        self.add(
            self._rows,
            card(words(_("How to destroy it"), "label"), self._how, self._card),
        )
        self.body.addLayout(row(self._keep, STRETCH))
        self.foot(_("Done"), self.done.emit)
        self.escape = self._forward
        self.show_state(state)
        self.first = self._first_button()

    def show_state(self, state: KitRetireState) -> None:
        """Show how far it is now."""
        self._said.setText(state.said)
        tone: Literal["muted", "warn"] = "muted" if state.is_over else "warn"
        set_role(self._said, tone)
        self._sign.show_picture("check-circle" if state.is_over else "warning", tone)
        self._rows.show_rows((one.place, one) for one in state.places)
        self._how.setText(state.how)
        self._card.setText(state.card)
        self._card.setVisible(bool(state.card))

    def _made(self, state: PlaceState) -> "PlaceCard":
        made = PlaceCard(state)
        made.collected.connect(self.collected)
        made.destroyed.connect(self.destroyed)
        return made

    def _first_button(self) -> QPushButton | None:
        first = self._rows.widgets[0] if self._rows.widgets else None
        return first.first if isinstance(first, PlaceCard) else None


class PlaceCard(QFrame):
    """What lies at one place, and the next that can be noted of it."""

    collected = Signal(str, bool)
    destroyed = Signal(str, bool)

    def __init__(self, state: PlaceState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._place = state.place
        self._name = words("", "heading")
        self._said = words("")
        self._collect = button(_("Collected"), self._noting("collected", on=True))
        self._leave = button(_("Not collected"), self._noting("collected", on=False))
        self._destroy = button(_("Destroyed"), self._noting("destroyed", on=True))
        self._keep = button(_("Not destroyed"), self._noting("destroyed", on=False))
        self._acts = (self._collect, self._leave, self._destroy, self._keep)
        self.first = self._collect
        layout = column(
            column(self._name, self._said, gap=UNIT),
            FlowBox(*self._acts, gap=UNIT),
            gap=2 * UNIT,
        )
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(layout)
        self.show_state(state)

    def show_state(self, state: PlaceState) -> None:
        """Show how far it is with this place."""
        self.setAccessibleName(f"{state.name}: {state.said}")
        self._name.setText(state.name)
        self._said.setText(state.said)
        set_role(self._said, "muted" if state.is_destroyed else "warn")
        got, gone = state.is_collected, state.is_destroyed
        shown = (not got and not gone, got and not gone, not gone, gone)
        for one, is_shown in zip(self._acts, shown, strict=True):
            one.setAccessibleName(f"{one.text()}: {state.name}")
            one.setVisible(is_shown)
        self.first = self._collect if shown[0] else self._destroy

    def _noting(self, signal: str, *, on: bool) -> Callable[[], None]:
        return lambda: getattr(self, signal).emit(self._place, on)
