"""Drawn words to be written down: numbered, large, and never on the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.shared.grid import SECTION, UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.flow import Flow
from ui.widgets.text import words
from vault.i18n import translate as _


class SixWords(QFrame):
    """Shows words in their order; reached by Tab, so that they can be read out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("The words of your passphrase, in this order"))
        self._inner: QWidget | None = None
        self._layout = column(gap=0)
        self._layout.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        self.setLayout(self._layout)

    def show_words(self, drawn: Sequence[str]) -> None:
        """Show these in place of those before."""
        if self._inner is not None:
            self._inner.setParent(None)
            self._inner.deleteLater()
        self._inner = QWidget()
        ones = [_numbered(number, word) for number, word in enumerate(drawn, 1)]
        self._inner.setLayout(Flow(*ones, gap=SECTION))
        self._layout.addWidget(self._inner)
        self.setAccessibleDescription(", ".join(drawn))


def _numbered(number: int, word: str) -> QWidget:
    one = QWidget()
    place = words(str(number), "small")
    said = words(word, "code")
    for label in (place, said):
        label.setWordWrap(False)
    place.setAlignment(Qt.AlignmentFlag.AlignBottom)
    one.setLayout(row(place, said, STRETCH, gap=UNIT))
    one.setMinimumWidth(22 * UNIT)
    return one
