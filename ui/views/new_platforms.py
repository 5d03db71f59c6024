"""A new vault, fourth step: which accounts the business would miss."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.widgets.columns import Columns
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.tile import Tile
from vault.i18n import translate as _


@dataclass(frozen=True)
class PlatformTile:
    """One tile: the platform's id, what it is called, whether it is ticked."""

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
        made = [self._tile(one) for one in tiles]
        self.add(
            Columns(*made),
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

    def _tile(self, one: PlatformTile) -> Tile:
        tile = Tile(one.name, ticks=True)
        tile.setChecked(one.ticked)
        tile.toggled.connect(lambda on, id_=one.id: self.ticked.emit(id_, on))
        return tile
