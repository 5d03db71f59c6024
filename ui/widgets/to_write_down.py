"""What must be written on paper by hand, because it is kept nowhere: words, a code."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.six_words import SixWords
from ui.widgets.text import words
from vault.i18n import translate as _


class ToWriteDown(QWidget):
    """Hidden until asked for, and hidden again the same way."""

    def __init__(self, drawn: Sequence[str], code: str, code_said: str = "") -> None:
        super().__init__()
        self._code_said = code_said or _(
            "The code of the key card: write it into the boxes of the card after "
            "printing, character by character."
        )
        self._drawn = drawn
        self._code = code
        self._turn: QPushButton = button("", self._turn_it, picture="eye")
        self._shown = QWidget()
        self._inner = column(gap=2 * UNIT)
        self._shown.setLayout(self._inner)
        self._shown.hide()
        self.setLayout(column(self._framed(), gap=0))
        self._name()

    def _framed(self) -> QFrame:
        said = []
        if self._drawn:
            said.append(
                _(
                    "The six words that open this kit: they are nowhere else. Write "
                    "them on paper, and keep it away from the sheets."
                )
            )
        if self._code:
            said.append(self._code_said)
        lines = [words(text) for text in said]
        head = words(_("To be written down by hand"), "heading")
        turn = row(self._turn, STRETCH)
        return card(head, *lines, turn, self._shown, tone="warn", gap=2 * UNIT)

    def _turn_it(self) -> None:
        """Show it, or take it off the screen altogether."""
        shown = self._shown.isHidden()
        while (item := self._inner.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        if shown:
            self._fill()
        self._shown.setVisible(shown)
        self._name()

    def _fill(self) -> None:
        if self._drawn:
            six = SixWords()
            six.show_words(self._drawn)
            six.setAccessibleName(_("The words of this kit, in this order"))
            self._inner.addWidget(six)
        if self._code:
            self._inner.addWidget(words(self._code, "code"))

    def _name(self) -> None:
        hidden = self._shown.isHidden()
        self._turn.setText(_("Show it") if hidden else _("Hide it"))
