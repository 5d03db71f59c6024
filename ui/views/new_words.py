"""A new vault, second step: six words that are drawn, or a passphrase of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.six_words import SixWords
from ui.widgets.step_page import StepPage
from ui.widgets.text import Role, words
from vault.i18n import translate as _

_ROLES: dict[str, Role] = {"refused": "bad", "weak": "warn", "fair": "", "good": "good"}


@dataclass(frozen=True)
class WordsState:
    """The words that are offered, and what was typed where none of them is wanted."""

    drawn: Sequence[str] = field(default=(), repr=False)
    own: bool = False
    text: str = field(default="", repr=False)


class NewWords(StepPage):
    """Emits what is wanted; `own_typed` is answered by `tell_strength`."""

    another_asked = Signal()
    own_asked = Signal(bool)
    own_typed = Signal(str)
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, state: WordsState, step: tuple[int, int]) -> None:
        lead = _(
            "It opens the vault. Nobody can bring it back for you; the key card, "
            "printed with a kit, is the second way in."
        )
        super().__init__(step, _("Your passphrase"), lead)
        self._refused = ""
        self._words = SixWords()
        self._drawn = self._drawn_part()
        self._own = SecretEdit()
        self._own.line.setText(state.text)
        self._own_field = Field(_("A passphrase of your own"), self._own)
        self._typed = self._own_part()
        self._swap = button("", self._swap_it, "link")
        self.add(self._drawn, self._typed, row(self._swap, STRETCH))
        self.foot(_("Next"), self._go_on, self.back_asked.emit)
        self._own.line.textChanged.connect(self.own_typed)
        self.show_state(state)

    def show_state(self, state: WordsState) -> None:
        """Show the words, or the field in their place."""
        self._is_own = state.own
        self._words.show_words(state.drawn)
        self._drawn.setVisible(not state.own)
        self._typed.setVisible(state.own)
        own, drawn = _("Use one of my own instead"), _("Take six drawn words instead")
        self._swap.setText(drawn if state.own else own)
        self.first = self._own.line if state.own else self._words

    def tell_strength(self, level: str, text: str) -> None:
        """Say how hard it is to guess; `refused` keeps from going on."""
        self._refused = text if level == "refused" else ""
        self._own_field.say(text, _ROLES.get(level, ""))

    def _drawn_part(self) -> QWidget:
        another = button(_("Draw other words"), self.another_asked.emit, picture="redo")
        part = QWidget()
        part.setLayout(
            column(
                self._words,
                row(another, STRETCH),
                words(
                    _(
                        "Write them down on paper now, all small letters, and keep the "
                        "paper where you keep your papers, not beside the computer. "
                        "The next page asks for them."
                    )
                ),
                gap=2 * UNIT,
            )
        )
        return part

    def _own_part(self) -> QWidget:
        part = QWidget()
        part.setLayout(
            column(
                self._own_field,
                words(
                    _(
                        "This counts length and variety alone: whether somebody who "
                        "knows you would guess it can't be seen. Six drawn words are "
                        "harder to guess than nearly all that people think up, and "
                        "only drawn words may open a printed kit without its card."
                    ),
                    "small",
                ),
                gap=2 * UNIT,
            )
        )
        return part

    def _swap_it(self) -> None:
        self.own_asked.emit(not self._is_own)
        self.begin()

    def _go_on(self) -> None:
        if not self._is_own or (self._own.line.text() and not self._refused):
            self.next_asked.emit()
            return
        self._own_field.complain(self._refused or _("Type one, or take drawn words."))
        self.begin()
