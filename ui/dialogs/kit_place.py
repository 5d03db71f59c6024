"""Where a kit lies, who keeps it, how many of its sheets are there, and a note."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.shared.grid import UNIT
from ui.widgets.field import Field
from ui.widgets.pick import Option, Pick
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _

_HEIGHT = 12 * UNIT
_MOST_CHARACTERS = 200  # of a name


@dataclass(frozen=True)
class KitPlaceState:
    """What is known of it: `keeper` is a name, `present` counts sheets of `sheets`."""

    places: tuple[str, ...] = ()
    keeper: str = ""
    present: int = 0
    sheets: int = 0
    note: str = ""


class KitPlace(Sheet):
    """Emits what was typed as another state, when it is kept."""

    kept = Signal(object)

    def __init__(self, parent: QWidget, title: str, state: KitPlaceState) -> None:
        super().__init__(parent, title, _("Keep"))
        self._state = state
        self._places = _edit("\n".join(state.places))
        self._note = _edit(state.note)
        self._keeper = QLineEdit(state.keeper)
        self._keeper.setMaxLength(_MOST_CHARACTERS)
        self._present = Pick()
        several = _("{n} of {all}")
        self._present.show_options(
            [
                Option(str(n), several.format(n=n, all=state.sheets))
                for n in range(state.sheets, -1, -1)
            ],
            str(state.present),
        )
        self.add(
            words(
                _(
                    "Sheets and key card belong in different places: whoever has both "
                    "needs nothing else."
                ),
                "muted",
            ),
            Field(_("Where it lies"), self._places, _("One place a line.")),
            Field(_("Who keeps it"), self._keeper),
            Field(_("Sheets that are there"), self._present),
            Field(_("Note"), self._note),
        )
        self.first = self._places

    def accept(self) -> None:
        """Tell what was typed, and close."""
        self.kept.emit(
            KitPlaceState(
                places=tuple(self._places.toPlainText().splitlines()),
                keeper=self._keeper.text(),
                present=int(self._present.currentData()),
                sheets=self._state.sheets,
                note=self._note.toPlainText(),
            )
        )
        super().accept()


def _edit(text: str) -> QPlainTextEdit:
    edit = QPlainTextEdit(text)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(_HEIGHT)
    return edit
