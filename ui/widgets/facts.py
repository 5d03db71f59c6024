"""A short table of facts: what each is, and how it is here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import emptied
from ui.widgets.text import words


class Facts(QWidget):
    """Pairs of words, one below the other; both may wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 3)
        self.setLayout(self._grid)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts in place of what was shown."""
        emptied(self._grid)
        for place, (name, value) in enumerate(facts):
            called, said = words(name, "muted"), words(value)
            for column, label in enumerate((called, said)):
                self._grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
                label.show()
