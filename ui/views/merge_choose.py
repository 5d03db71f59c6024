"""Which copy to merge: those found beside the vault, or another file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.merge_state import CopyLine
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import Look, button
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

LEAD = _(
    "When this vault was changed in two places, both become one again: field by field, "
    "and nothing is lost. You see all of it before anything is done."
)
NONE = _(
    "No other copy with anything new lies beside the vault. Sync programs leave one "
    "there when two computers changed it at the same time."
)


class MergeChoose(Page):
    """Emits the path of a copy that was found, or asks for another file."""

    chosen = Signal(object)
    file_asked = Signal()
    left = Signal()

    def __init__(self, copies: Sequence[CopyLine]) -> None:
        super().__init__(_("Merge another copy"), LEAD)
        for place, copy in enumerate(copies):
            self.add(self._found(copy, first=not place))
        if not copies:
            self.add(card(words(NONE), tone="well"))
        elsewhere = Section(_("Another copy"))
        look: Look = "secondary" if copies else "primary"
        other = button(_("Choose a file…"), self.file_asked.emit, look, "file")
        text = _("From a stick, another computer, or the folder of backups.")
        elsewhere.add(words(text, "muted"), row(other, STRETCH))
        self.add(UNIT, elsewhere)
        self.escape = button(_("Back to Home"), self.left.emit, "link", "back")
        self.add(row(self.escape, STRETCH))
        self.first = self.first or other

    def _found(self, copy: CopyLine, *, first: bool) -> QWidget:
        said = column(words(copy.name, "label"), gap=UNIT // 2)
        said.addWidget(words(copy.told, "muted"))
        look: Look = "primary" if first else "secondary"
        go = button(_("See what differs"), self._chooser(copy.path), look)
        go.setAccessibleDescription(copy.name)
        self.first = self.first or go
        return card(Beside(said, go, sign=Sign("files", "accent")))

    def _chooser(self, path: Path) -> Callable[[], None]:
        return lambda: self.chosen.emit(path)
