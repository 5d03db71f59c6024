"""Share, last step: the words that open it, and where the file goes."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.section import Section
from ui.widgets.six_words import SixWords
from ui.widgets.step_page import StepPage
from ui.widgets.text import Role, words
from vault.i18n import translate as _

_ROLES: dict[str, Role] = {"refused": "bad", "weak": "warn", "fair": "", "good": "good"}


@dataclass(frozen=True)
class LockState:
    """The words that are offered, and where the file goes; `busy` while it is made."""

    file: str = ""
    folder: str = ""
    drawn: tuple[str, ...] = field(default=(), repr=False)
    own: bool = False
    busy: bool = False


class ShareLock(StepPage):
    """Emits what is wanted; `own_typed` is answered by `tell_strength`."""

    another_asked = Signal()
    own_asked = Signal(bool)
    own_typed = Signal(str)
    place_asked = Signal()
    make_asked = Signal(str, str)  # what was typed, twice; "" for the drawn words
    back_asked = Signal()

    def __init__(self, state: LockState, step: tuple[int, int]) -> None:
        lead = _("The file and what opens it must not travel together.")
        super().__init__(step, _("What opens it"), lead)
        self._refused = ""
        self._is_own = state.own
        self._words = SixWords()
        self._words.setAccessibleName(_("The words that open the share, in this order"))
        self._own, self._again = SecretEdit(), SecretEdit()
        self._own_field = Field(_("A passphrase of your own"), self._own)
        self._again_field = Field(_("The passphrase again"), self._again)
        self._another = button(
            _("Draw other words"), self.another_asked.emit, picture="redo"
        )
        self._swap = button("", self._swap_it, "link")
        self._drawn_part, self._own_part = self._made_drawn(), self._made_own()
        self._file, self._where = words("", "label"), words("", "muted")
        self._place = button(
            _("Choose another place…"), self.place_asked.emit, "link", "open"
        )
        self.add(self._drawn_part, self._own_part, row(self._swap, STRETCH), UNIT)
        self.add(self._place_part())
        self._go = self.foot(_("Make the share"), self._give, self.back_asked.emit)
        self._own.line.textChanged.connect(self.own_typed)
        self.first = self._words
        self.show_state(state)

    def show_state(self, state: LockState) -> None:
        """Show what is offered now, or that it is being made."""
        self._is_own = state.own
        self._words.show_words(state.drawn)
        self._drawn_part.setVisible(not state.own)
        self._own_part.setVisible(state.own)
        own, drawn = _("Use one of my own instead"), _("Take six drawn words instead")
        self._swap.setText(drawn if state.own else own)
        self._file.setText(state.file)
        where = _("In {folder}.").format(folder=state.folder)
        self._where.setText(where if state.folder else "")
        for one in (self._another, self._swap, self._own, self._again, self._place):
            one.setEnabled(not state.busy)
        self._go.setEnabled(bool(state.file) and not state.busy)
        making, make = _("Making the share…"), _("Make the share")
        self._go.setText(making if state.busy else make)

    def tell_strength(self, level: str, text: str) -> None:
        """Say how hard it is to guess; `refused` keeps from going on."""
        self._refused = text if level == "refused" else ""
        self._own_field.say(text, _ROLES.get(level, ""))

    def complain(self, text: str, *, again: bool = False) -> None:
        """Say what was wrong with what was typed."""
        (self._again_field if again else self._own_field).complain(text)
        line = (self._again if again else self._own).line
        line.setFocus()
        line.selectAll()

    def _made_drawn(self) -> QWidget:
        part = QWidget()
        said = words(
            _(
                "Tell them to the other person by voice: on the phone, or across a "
                "table. They are kept nowhere, and shown once more when it is made."
            )
        )
        part.setLayout(
            column(said, self._words, row(self._another, STRETCH), gap=2 * UNIT)
        )
        return part

    def _made_own(self) -> QWidget:
        part = QWidget()
        said = words(
            _(
                "Tell it by voice. The passphrase of your vault is refused. Whoever "
                "finds the file can try for as long as they like; six drawn words are "
                "harder to guess than nearly all that people think up."
            )
        )
        part.setLayout(column(said, self._own_field, self._again_field, gap=2 * UNIT))
        return part

    def _place_part(self) -> Section:
        part = Section(_("Where the file goes"))
        part.add(column(self._file, self._where, gap=UNIT // 2))
        part.add(row(self._place, STRETCH))
        return part

    def _swap_it(self) -> None:
        self.own_asked.emit(not self._is_own)
        if self._is_own:
            self._own.line.setFocus()

    def _give(self) -> None:
        if not self._is_own:
            self.make_asked.emit("", "")
        elif self._refused or not self._own.line.text():
            self.complain(self._refused or _("Type one, or take drawn words."))
        else:
            self.make_asked.emit(self._own.line.text(), self._again.line.text())
