"""A few ways to go on, each with two plain sentences; one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QSizePolicy, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import column, row
from ui.widgets.text import words


@dataclass(frozen=True)
class Radio:
    """One way: `refused` says why it can't be chosen, "" where it can."""

    key: str
    title: str
    text: str = ""
    refused: str = ""


class Radios(QWidget):
    """Emits the key of what was chosen; arrows go up and down, as with any radios."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Radio], key: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._cards: dict[str, _Card] = {}
        layout = column(gap=UNIT)
        for choice in choices:
            one = _Card(choice)
            one.radio.toggled.connect(self._toggled)
            self._group.addButton(one.radio)
            self._cards[choice.key] = one
            layout.addWidget(one)
        self.setLayout(layout)
        self._cards[key].radio.setChecked(True)

    @property
    def key(self) -> str:
        """The key of what is chosen."""
        return next(key for key, one in self._cards.items() if one.radio.isChecked())

    @property
    def first(self) -> QRadioButton:
        """The one that is chosen: where the keyboard begins."""
        return self._cards[self.key].radio

    def _toggled(self, on: bool) -> None:
        for one in self._cards.values():
            one.mark()
        if on:
            self.chosen.emit(self.key)


class _Card(QFrame):
    """One way; a click anywhere on it chooses it."""

    def __init__(self, choice: Radio) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.radio = QRadioButton()
        self.radio.setAccessibleName(choice.title)
        self.radio.setAccessibleDescription(f"{choice.text} {choice.refused}".strip())
        self.radio.setEnabled(not choice.refused)
        fixed = QSizePolicy.Policy.Fixed
        self.radio.setSizePolicy(fixed, fixed)
        said = column(words(choice.title, "label"), gap=UNIT)
        if choice.text:
            said.addWidget(words(choice.text, "muted"))
        if choice.refused:
            said.addWidget(words(choice.refused, "warn"))
        said.setContentsMargins(0, UNIT, 0, 0)  # level with the button
        layout = row(self.radio, said)
        layout.setAlignment(self.radio, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        layout.setContentsMargins(UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(layout)

    def mark(self) -> None:
        """Look chosen, or not."""
        self.setProperty("chosen", self.radio.isChecked())
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose it."""
        super().mouseReleaseEvent(event)
        if self.radio.isEnabled():
            self.radio.setChecked(True)
            self.radio.setFocus()
