"""Where a kit lies: a line for each place, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.shared.grid import UNIT
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _

_HEIGHT = 12 * UNIT


class KitPlace(Sheet):
    """Emits the places and the note when they are kept."""

    kept = Signal(list, str)

    def __init__(
        self, parent: QWidget, title: str, places: Sequence[str], note: str
    ) -> None:
        super().__init__(parent, title, _("Keep"))
        self._places = _edit("\n".join(places))
        self._note = _edit(note)
        self.add(
            words(
                _(
                    "Sheets and key card belong in different places: whoever has both "
                    "needs nothing else."
                ),
                "muted",
            ),
            Field(_("Where it lies"), self._places, _("One place a line.")),
            Field(_("Note"), self._note),
        )
        self.first = self._places

    def accept(self) -> None:
        """Tell what was typed, and close."""
        places = self._places.toPlainText().splitlines()
        self.kept.emit(places, self._note.toPlainText())
        super().accept()


def _edit(text: str) -> QPlainTextEdit:
    edit = QPlainTextEdit(text)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(_HEIGHT)
    return edit
