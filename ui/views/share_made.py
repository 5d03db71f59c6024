"""A share that was made: what to do with it, what is inside, whose words to read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.facts import Facts
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.six_words import SixWords
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class MadeState:
    """The file, what opens it (none where it is one of one's own), what is inside."""

    file: str
    folder: str
    inside: Sequence[tuple[str, str]]
    signer: Sequence[str]
    drawn: Sequence[str] = field(default=(), repr=False)
    last_day: str = ""


class ShareMade(Page):
    """Emits that it is done, or that another is wanted."""

    done = Signal()
    another_asked = Signal()

    def __init__(self, state: MadeState) -> None:
        super().__init__(_("The share is made"), _("It was opened once to try it."))
        self._state = state
        self._words = SixWords()
        self._words.setAccessibleName(_("The words that open the share, in this order"))
        self._words.hide()
        self._turn = button("", self._turn_it, picture="eye")
        self.add(self._file_part(), self._to_do(), UNIT, self._signer_part())
        inside, facts = Section(_("What is inside")), Facts()
        facts.show_facts(state.inside)
        inside.add(card(facts))
        self.add(UNIT, inside)
        self.foot(
            _("Done"), self.done.emit, self.another_asked.emit, _("Make another share")
        )
        self._name()
        self.first = self._turn if state.drawn else None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Take the words off the screen when the page is left."""
        self._words.show_words(())
        self._words.hide()
        super().hideEvent(event)

    def _file_part(self) -> QWidget:
        where = _("In {folder}").format(folder=self._state.folder)
        said = column(
            words(self._state.file, "label", selectable=True),
            words(where, "muted", selectable=True),
            gap=UNIT // 2,
        )
        part = QWidget()
        part.setLayout(said)
        return part

    def _to_do(self) -> Section:
        part = Section(_("What to do now"))
        steps = [
            _("Give the file to the one it is for: by mail, or on a stick."),
            _("Tell what opens it by voice. Never send it along with the file."),
            _("Have the file opened once while you talk, so that it is proven."),
            _("Once it was opened, note the day under Share, where it is listed."),
        ]
        if self._state.last_day:
            old = _("Make a new one by {day}; this one then says that it is old.")
            steps.append(old.format(day=self._state.last_day))
        for number, text in enumerate(steps, 1):
            line = row(words(f"{number}.", "label"), words(text), gap=2 * UNIT)
            line.setStretch(1, 1)
            part.add(line)
        if self._state.drawn:
            part.add(row(self._turn, STRETCH), self._words)
        else:
            self._turn.hide()
        return part

    def _signer_part(self) -> Section:
        part = Section(_("Your eight words"))
        part.say(
            _(
                "Read them out when you are asked: they show that the share is from "
                "you. They are no secret, and open nothing."
            )
        )
        ones = [words(word, "code") for word in self._state.signer]
        for one in ones:
            one.setWordWrap(False)
        part.add(card(FlowBox(*ones, gap=2 * UNIT)))
        return part

    def _turn_it(self) -> None:
        shown = self._words.isHidden()
        self._words.show_words(self._state.drawn if shown else ())
        self._words.setVisible(shown)
        self._name()

    def _name(self) -> None:
        hidden = self._words.isHidden()
        show, hide = _("Show the words"), _("Hide the words")
        self._turn.setText(show if hidden else hide)
