"""The register of kits: each with how it stands, what it holds, where it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.shared.grid import UNIT
from ui.widgets.box import column, row
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.rows import Rows
from ui.widgets.sign import Sign
from ui.widgets.text import Role, set_role, words
from vault.i18n import translate as _

Look = Literal["good", "warn", "muted"]
_SIGNS = {
    "good": ("shield-check", "good"),
    "warn": ("warning", "warn"),
    "muted": ("remove", "muted"),
}


@dataclass(frozen=True)
class KitCardState:
    """One kit as it is shown; `key` is its record's id."""

    key: str
    name: str
    state: str
    look: Look
    facts: tuple[tuple[str, str], ...]
    is_destroyed: bool = False
    is_proven: bool = False
    is_retiring: bool = False
    may_write: bool = True
    may_supplement: bool = False


@dataclass(frozen=True)
class KitListState:
    """All kits, the newest first."""

    kits: tuple[KitCardState, ...] = ()
    may_write: bool = True


class KitList(Page):
    """Emits what is to be done, and with which kit."""

    print_asked = Signal()
    try_asked = Signal()
    read_asked = Signal(str)
    supplement_asked = Signal(str)
    places_asked = Signal(str)
    retire_asked = Signal(str)
    kept_after_all = Signal(str)

    def __init__(self, state: KitListState) -> None:
        lead = _("What was printed, where it lies, and whether it is proven to work.")
        super().__init__(_("Kits"), lead)
        self._print = button(
            _("Print a kit"), self.print_asked.emit, "primary", "print"
        )
        self._try = button(_("Try your printer"), self.try_asked.emit, "link")
        self._head = FlowBox(self._print, self._try, gap=2 * UNIT)
        self._rows = Rows(self._made, 2 * UNIT)
        self._empty = EmptyState(
            "empty-kits",
            _("What gets you back in when the laptop is gone"),
            _(
                "A kit is everything in here, encrypted on a few sheets of paper. Any "
                "few of them are enough, and nobody can read them without your words "
                "or the key card."
            ),
            _("Print a kit") if state.may_write else "",
            _("For example: five sheets in the safe, the key card at your sister's."),
        )
        self._empty.connect_to(self.print_asked.emit)
        self.body.addWidget(self._head)
        self.add(self._rows, self._empty)
        self.show_state(state)

    def show_state(self, state: KitListState) -> None:
        """Show the register as it stands now."""
        self._rows.show_rows((kit.key, kit) for kit in state.kits)
        some = bool(state.kits)
        self.lead.setVisible(some)
        self._empty.setVisible(not some)
        for one in (self._head, self._print, self._try):
            one.setVisible(some and state.may_write)
        shown = self._print if state.may_write else None
        self.first = shown if some else self._empty.go

    def _made(self, state: KitCardState) -> "KitCard":
        made = KitCard(state)
        made.read_asked.connect(self.read_asked)
        made.supplement_asked.connect(self.supplement_asked)
        made.places_asked.connect(self.places_asked)
        made.retire_asked.connect(self.retire_asked)
        made.kept_after_all.connect(self.kept_after_all)
        return made


class KitCard(QFrame):
    """One kit: how it stands in a sentence, then the facts, then what can be done."""

    read_asked = Signal(str)
    supplement_asked = Signal(str)
    places_asked = Signal(str)
    retire_asked = Signal(str)
    kept_after_all = Signal(str)

    def __init__(self, state: KitCardState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._key = state.key
        self._sign = Sign()
        self._name = words("", "heading")
        self._state = words("")
        self._facts = Facts()
        self._read = button(_("Read it back"), self._emitter("read_asked"))
        self._supplement = button(
            _("Print what changed"), self._emitter("supplement_asked")
        )
        self._places = button(_("Note where it lies"), self._emitter("places_asked"))
        self._retire = button(_("Retire it"), self._emitter("retire_asked"))
        self._keep = button(_("It still exists"), self._emitter("kept_after_all"))
        self._buttons = FlowBox(
            self._read,
            self._supplement,
            self._places,
            self._retire,
            self._keep,
            gap=UNIT,
        )
        state_line = row(self._sign, self._state)
        state_line.setStretch(1, 1)
        layout = column(
            column(self._name, state_line, gap=UNIT),
            self._facts,
            self._buttons,
            gap=2 * UNIT,
        )
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(layout)
        self.show_state(state)

    def show_state(self, state: KitCardState) -> None:
        """Show the kit as it stands now."""
        self.setAccessibleName(f"{state.name}. {state.state}")
        self._name.setText(state.name)
        self._state.setText(state.state)
        role: Role = "muted" if state.look == "muted" else state.look
        set_role(self._state, role)
        self._sign.show_picture(*_SIGNS[state.look])
        self._facts.show_facts(state.facts)
        self._read.setText(_("Try this kit") if state.is_proven else _("Read it back"))
        going = _("Go on retiring it") if state.is_retiring else _("Retire it")
        self._retire.setText(going)
        reading = _("Try: {kit}") if state.is_proven else _("Read back: {kit}")
        for one, name in (
            (self._read, reading),
            (self._supplement, _("Print what changed: {kit}")),
            (self._places, _("Note where it lies: {kit}")),
            (self._retire, _("Retire: {kit}")),
            (self._keep, _("Still exists: {kit}")),
        ):
            one.setAccessibleName(name.format(kit=state.name))
        there = state.may_write and not state.is_destroyed
        for one in (self._read, self._places, self._retire):
            one.setVisible(there)
        self._supplement.setVisible(there and state.may_supplement)
        self._keep.setVisible(state.may_write and state.is_destroyed)

    def _emitter(self, signal: str) -> Callable[[], None]:
        return lambda: getattr(self, signal).emit(self._key)
