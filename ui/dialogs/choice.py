"""A question with a few answers, each with what it does; Cancel leaves all as it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import Look, button
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class Answer:
    """One answer: its key, the words of its button, what it does."""

    key: str
    words: str
    effect: str = ""
    look: Look = "secondary"


class Choice(Sheet):
    """Emits the key of the answer that was chosen, once, and closes."""

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, text: str, answers: Iterable[Answer]
    ) -> None:
        super().__init__(parent, title, leave=_("Leave it as it is"))
        self.add(words(text))
        for answer in answers:
            one = button(answer.words, look=answer.look)
            one.clicked.connect(lambda _=False, key=answer.key: self._choose(key))
            one.setAccessibleDescription(answer.effect)
            said = column(row(one, STRETCH), gap=UNIT)
            if answer.effect:
                said.addWidget(words(answer.effect, "small"))
            self.add(said)
            if answer.look != "danger":  # Enter alone must not lose anything
                self.first = self.first or one
        self.first = self.first or self.leave

    def _choose(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)
