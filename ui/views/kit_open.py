"""A kit from its sheets: gather them, then type what opens it; one page for both."""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.shared.grid import UNIT
from ui.views.kit_sheets import Said, SheetsPart, SheetsState, said_card
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.file_drop import FileDrop
from ui.widgets.key_entry import KeyEntry, Ways
from ui.widgets.radios import Radio, Radios
from ui.widgets.step_page import StepPage
from ui.widgets.text import Role, words
from vault.i18n import translate as _

Asks = Ways | Literal[""]


@dataclass(frozen=True)
class KitOpenWords:
    """What the page is called, says, and calls its ways on and back."""

    title: str
    lead: str
    done: str
    back: str
    step: tuple[int, int] | None = None  # of several, where it is one of them


@dataclass(frozen=True)
class KitOpenState:
    """What the page shows.

    `asks` is what opens the kit, "" while nothing is asked; `which` are the kits to
    choose from where there are several; `result` is said above all, and with
    `finished` there is nothing left but to go on.
    """

    sheets: SheetsState = field(default_factory=SheetsState)
    asks: Asks = ""
    which: tuple[Radio, ...] = ()
    chosen: str = ""
    opening: bool = False
    agree: str = ""  # the words of a button that opens it even so
    result: Said | None = None
    finished: bool = False


class KitOpen(StepPage):
    """Emits what `SheetsPart` and `KeyEntry` do, and where to go."""

    dropped = Signal(list)
    files_asked = Signal()
    camera_asked = Signal()
    paste_asked = Signal()
    taken_out = Signal(list)
    reading_stopped = Signal()
    kit_chosen = Signal(str)
    given = Signal(str, str)
    code_typed = Signal(str)
    agreed = Signal()
    opening_stopped = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, said: KitOpenWords) -> None:
        super().__init__(said.step, said.title, said.lead)
        self._words = said
        self._state = KitOpenState()
        self.sheets = SheetsPart()
        self.sheets.dropped.connect(self.dropped)
        FileDrop(self).dropped.connect(self.dropped)  # beside the area is near enough
        self.sheets.asked.connect(self.files_asked)
        self.sheets.stopped.connect(self.reading_stopped)
        self.sheets.camera_asked.connect(self.camera_asked)
        self.sheets.paste_asked.connect(self.paste_asked)
        self.sheets.taken_out.connect(self.taken_out)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(
            self.paste_asked
        )
        self.entry = KeyEntry()
        self.entry.given.connect(self.given)
        self.entry.code_typed.connect(self.code_typed)
        self._asked_about = words("", "muted")
        self._stop = button(_("Stop opening"), self.opening_stopped.emit)
        self._agree = button("", self._agree_to)
        self._which = column(gap=UNIT)
        self._result = column(gap=0)
        self._box = card(
            words(_("Open it"), "heading"),
            self.entry,
            row(self._stop, self._agree, STRETCH),
            gap=2 * UNIT,
        )
        for item in (self._result, self._which):
            self.sheets.between.addLayout(item)
        self.sheets.between.addWidget(self._box)
        self.add(UNIT, self.sheets)
        self._go = self.foot(said.done, self._go_on, self.left.emit, said.back)
        self.first = self.sheets.drop.choose
        self.show_state(self._state)

    def show_state(self, state: KitOpenState) -> None:
        """Show how far it is; the keyboard goes where the next thing is typed."""
        was, self._state = self._state, state
        self.sheets.show_state(state.sheets)
        if state.sheets.camera.on and not was.sheets.camera.on:
            QTimer.singleShot(0, self._show_camera)  # when it has found its place
        self._show_result(state.result)
        if state.which != was.which:
            self._show_which(state)
        self._box.setVisible(bool(state.asks) and not state.finished)
        if state.asks and state.asks != was.asks:
            self.entry.ask(state.asks, passphrase_help=_HELP)
        self._stop.setVisible(state.opening)
        if state.opening and not was.opening:
            self._stop.setFocus()  # before the field that has it is barred
        self.entry.set_busy(busy=state.opening)
        self._agree.setText(state.agree)
        self._agree.setVisible(bool(state.agree))
        self._show_forward(state)
        if state.asks and not (was.asks or was.finished):
            self._begin_to_type()
        elif state.finished and not was.finished:
            self._to_top()
            self._go.setFocus()

    def complain(self, text: str) -> None:
        """Say below the field what was wrong, and leave its text selected."""
        self.entry.complain(text)
        self.entry.begin()
        QTimer.singleShot(0, self._show_entry)

    def tell_code(self, text: str, state: str) -> None:
        """Say how far the typing of the code is: `typing`, `good` or `wrong`."""
        roles: dict[str, Role] = {"good": "good", "wrong": "bad"}
        self.entry.tell_code(text, roles.get(state, "small"))

    def _begin_to_type(self) -> None:
        """Give the keyboard to the field; the files are behind it from now on."""
        self.setTabOrder(self._agree, self.sheets.drop.choose)
        self.first = self.entry.line
        self._to_top()
        self.entry.begin()
        QTimer.singleShot(0, self._show_entry)  # when it has found its place

    def _show_camera(self) -> None:
        self._scroll.ensureWidgetVisible(self.sheets.camera)

    def _show_entry(self) -> None:
        self._scroll.ensureWidgetVisible(self.entry.line)
        self._scroll.ensureWidgetVisible(self.entry)

    def _to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _show_forward(self, state: KitOpenState) -> None:
        opening = bool(state.asks) and not state.finished
        name = self._words.done
        if opening:
            name = _("Opening…") if state.opening else _("Open")
        self._go.setText(name)
        self._go.setEnabled(state.finished or (opening and not state.opening))

    def _show_result(self, said: Said | None) -> None:
        emptied(self._result)
        if said is not None:
            one = said_card(said)
            self._result.addWidget(one)
            one.show()

    def _show_which(self, state: KitOpenState) -> None:
        emptied(self._which)
        if not state.which:
            return
        self._which.addWidget(words(_("Which kit is to be opened?"), "heading"))
        choices = Radios(state.which, state.chosen)
        choices.chosen.connect(self.kit_chosen)
        self._which.addWidget(choices)
        choices.show()

    def _agree_to(self) -> None:
        self.agreed.emit()
        self.entry.give()

    def _go_on(self) -> None:
        if self._state.finished:
            self.done.emit()
        elif self._state.asks:
            self.entry.give()


_HELP = _("A kit opens with the passphrase of the day it was printed.")
