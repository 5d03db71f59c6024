"""A new vault, fourth step: which accounts the business would miss."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.tile import Tile
from vault.i18n import translate as _


@dataclass(frozen=True)
class PlatformTile:
    """One tile: the platform's id ("" for something else), its name, its tick."""

    id: str
    name: str
    ticked: bool = False


class NewPlatforms(StepPage):
    """Emits each tick as it is set or taken away, and the next step."""

    ticked = Signal(str, bool)
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, tiles: Sequence[PlatformTile], step: tuple[int, int]) -> None:
        lead = _("Tick what your business lives on. More can come later.")
        super().__init__(step, _("What would hurt most to lose?"), lead)
        self._tiles = {one: self._tile(one) for one in tiles}
        made = list(self._tiles.values())
        self._columns = Columns(*made, level=True)
        find = QLineEdit()
        find.textChanged.connect(self._find)
        self.add(
            Field(_("Find a platform"), find),
            self._columns,
            words(
                _(
                    "Each comes with the steps for when you are locked out, hacked or "
                    "have lost your phone, and with whom to ask for help."
                ),
                "small",
            ),
        )
        self.foot(_("Next"), self.next_asked.emit, self.back_asked.emit)
        self.first = made[0] if made else None

    def _find(self, text: str) -> None:
        """Show the tiles so called, those ticked, and the one for something else."""
        wanted = text.strip().casefold()
        self._columns.show_only(
            [
                tile
                for one, tile in self._tiles.items()
                if wanted in one.name.casefold() or tile.isChecked() or not one.id
            ]
        )

    def _tile(self, one: PlatformTile) -> Tile:
        tile = Tile(one.name, ticks=True)
        tile.setChecked(one.ticked)
        tile.toggled.connect(lambda on, id_=one.id: self.ticked.emit(id_, on))
        return tile
