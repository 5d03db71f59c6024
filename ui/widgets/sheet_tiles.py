"""A tile for each sheet of a kit: its number, the codes read, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.shared.grid import UNIT
from ui.widgets.box import column, emptied, row
from ui.widgets.flow import FlowBox
from ui.widgets.paper import CODES, PAPER, Paper
from ui.widgets.sign import Sign
from ui.widgets.text import Role, set_role, words
from vault.i18n import translate as _

_LETTERS: Final = 15  # of the words below the paper in one line


@dataclass(frozen=True)
class SheetState:
    """One sheet: its number from 1, of how many, the places of the codes read.

    `needed` says whether the kit still lacks codes.
    """

    number: int
    of: int
    cells: frozenset[int] = frozenset()
    needed: bool = True

    @property
    def title(self) -> str:
        """What it says on the paper."""
        return _("Sheet {n} of {all}").format(n=self.number, all=self.of)

    @property
    def words(self) -> str:
        """How it stands."""
        if len(self.cells) == CODES:
            return _("All codes read")
        if self.cells:
            return _("{n} of {all} codes").format(n=len(self.cells), all=CODES)
        return _("Not read yet") if self.needed else _("Not needed")


class SheetTile(QFrame):
    """One sheet, drawn and in words."""

    def __init__(self, state: SheetState) -> None:
        super().__init__()
        self._paper = Paper()
        self._title = words("", "label")
        self._sign = Sign()
        self._words = words("", "muted")
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)
        said = row(self._sign, self._words, gap=UNIT // 2)
        said.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        said.setStretch(1, 1)
        self.setLayout(column(self._paper, self._title, said, gap=UNIT))
        self.show_state(state)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the paper, or more where the words are large."""
        words_wide = _LETTERS * self.fontMetrics().averageCharWidth()
        width = max(PAPER.width() + 4 * UNIT, UNIT * (words_wide // UNIT))
        layout = self.layout()
        return QSize(width, layout.totalHeightForWidth(width) if layout else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a sheet has one size."""
        return self.sizeHint()

    def show_state(self, state: SheetState) -> None:
        """Show it as it stands now."""
        self._paper.show_cells(state.cells)
        self._title.setText(state.title)
        self._words.setText(state.words)
        picture, colour, role = _look(state)
        self._sign.show_picture(picture, colour)
        set_role(self._words, role)
        self.setAccessibleName(f"{state.title}: {state.words}")


class SheetTiles(FlowBox):
    """The tiles of one kit, in the order of the sheets."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[SheetTile] = []

    def show_state(self, sheets: Sequence[SheetState]) -> None:
        """Show these sheets; those on the screen already change in place."""
        if len(sheets) != len(self._tiles):
            emptied(self.flow)
            self._tiles = [SheetTile(state) for state in sheets]
            for tile in self._tiles:
                self.flow.addWidget(tile)
                tile.show()
        for tile, state in zip(self._tiles, sheets, strict=True):
            tile.show_state(state)
        self.updateGeometry()


def _look(state: SheetState) -> tuple[str, str, Role]:
    """Return icon, its colour, and the look of the words."""
    if len(state.cells) == CODES:
        return "check-circle", "good", "good"
    if state.cells:
        return "check", "good", "good"
    return ("circle", "muted", "muted") if state.needed else ("check", "muted", "muted")
