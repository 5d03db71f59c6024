"""Make a kit one's own vault: which passphrase it gets, and where the file goes."""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.radios import Radio, Radios
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.section import Section
from ui.widgets.six_words import SixWords
from ui.widgets.text import Role, words
from vault.i18n import translate as _

How = Literal["keep", "drawn", "own"]
_ROLES: dict[str, Role] = {"refused": "bad", "weak": "warn", "fair": "", "good": "good"}


@dataclass(frozen=True)
class KeepState:
    """What is offered, and where it goes; `busy` while the file is being made."""

    file: str = ""
    folder: str = ""
    drawn: tuple[str, ...] = field(default=(), repr=False)
    may_keep: bool = True  # it was opened by a passphrase, which can go on
    busy: bool = False


class RestoreKeep(Page):
    """Emits how it is to be locked and what was typed, twice."""

    another_asked = Signal()
    own_typed = Signal(str)
    place_asked = Signal()
    made = Signal(str, str, str)  # How, first, again
    left = Signal()

    def __init__(self, state: KeepState) -> None:
        lead = _(
            "It becomes a new file on this computer. The kit stays as it is, and "
            "nothing is ever overwritten."
        )
        super().__init__(_("Make this my vault"), lead)
        self._how: How = "keep" if state.may_keep else "drawn"
        self._refused = ""
        self._radios = Radios(_ways(state), self._how)
        self._radios.chosen.connect(self._choose)
        self._words = SixWords()
        self._again = SecretEdit()
        self._again_field = Field(_("The six words again"), self._again)
        self._own = SecretEdit()
        self._own_field = Field(_("A passphrase of your own"), self._own)
        self._own_again = SecretEdit()
        self._own_again_field = Field(_("The passphrase again"), self._own_again)
        self._drawn_part = self._made_drawn_part()
        self._own_part = QWidget()
        self._own_part.setLayout(
            column(self._own_field, self._own_again_field, gap=2 * UNIT)
        )
        part = Section(_("What will open it"))
        part.add(self._radios, self._drawn_part, self._own_part)
        self.add(part, UNIT, self._place_part())
        self._go = self.foot(_("Make the vault"), self._give, self.left.emit)
        self._own.line.textChanged.connect(self.own_typed)
        self.first = self._radios.first
        self.show_state(state)

    def show_state(self, state: KeepState) -> None:
        """Show what is offered now."""
        self._words.show_words(state.drawn)
        self._file.setText(state.file)
        where = _("In {folder}.").format(folder=state.folder)
        self._where.setText(where if state.folder else "")
        self._drawn_part.setVisible(self._how == "drawn")
        self._own_part.setVisible(self._how == "own")
        for one in (self._radios, self._again, self._own, self._own_again):
            one.setEnabled(not state.busy)
        self._go.setEnabled(not state.busy)
        making, make = _("Making the vault…"), _("Make the vault")
        self._go.setText(making if state.busy else make)

    def tell_strength(self, level: str, text: str) -> None:
        """Say how hard it is to guess; `refused` keeps from going on."""
        self._refused = text if level == "refused" else ""
        self._own_field.say(text, _ROLES.get(level, ""))

    def complain(self, text: str) -> None:
        """Say what was wrong with what was typed again."""
        field_ = self._own_again_field if self._how == "own" else self._again_field
        field_.complain(text)
        line = self._own_again.line if self._how == "own" else self._again.line
        line.setFocus()
        line.selectAll()

    def _made_drawn_part(self) -> QWidget:
        another = button(_("Draw other words"), self.another_asked.emit, picture="redo")
        said = words(
            _(
                "Write them down on paper now, all small letters, then type them from "
                "the paper."
            )
        )
        part = QWidget()
        part.setLayout(
            column(
                self._words,
                row(another, STRETCH),
                said,
                self._again_field,
                gap=2 * UNIT,
            )
        )
        return part

    def _place_part(self) -> QWidget:
        self._file = words("", "label")
        self._where = words("", "muted")
        change = button(
            _("Choose another place…"), self.place_asked.emit, "link", "open"
        )
        part = Section(_("Where it goes"))
        part.add(column(self._file, self._where, gap=UNIT // 2), row(change, STRETCH))
        return part

    def _choose(self, how: How) -> None:
        self._how = how
        self._drawn_part.setVisible(how == "drawn")
        self._own_part.setVisible(how == "own")

    def _give(self) -> None:
        if self._how == "own" and (self._refused or not self._own.line.text()):
            self._own_field.complain(
                self._refused or _("Type one, or take other words.")
            )
            self._own.line.setFocus()
            return
        first = self._own.line.text() if self._how == "own" else ""
        again = self._own_again if self._how == "own" else self._again
        self.made.emit(self._how, first, again.line.text())


def _ways(state: KeepState) -> list[Radio]:
    ways = [
        Radio(
            "drawn",
            _("Six new words"),
            _("Drawn now; write them down. They are hard to guess."),
        ),
        Radio("own", _("A passphrase of my own"), _("You make one up, and type it.")),
    ]
    if not state.may_keep:
        return ways
    keep = Radio(
        "keep",
        _("The passphrase that opened the kit"),
        _("Nothing new to remember. Choose another if somebody else may know it."),
    )
    return [keep, *ways]
