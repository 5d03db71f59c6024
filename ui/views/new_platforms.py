"""A new vault, fourth step: which accounts the business would miss."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.step_page import StepPage
from ui.widgets.text import words
from ui.widgets.tile import Tile
from vault.i18n import translate as _


@dataclass(frozen=True)
class PlatformTile:
    """One tile: the platform's id ("" for something else), its name, its tick.

    `group` is the heading that it stands under, `also` are other names of it.
    """

    id: str
    name: str
    ticked: bool = False
    group: str = ""
    also: tuple[str, ...] = ()

    def is_called(self, wanted: str) -> bool:
        """Tell whether a part of one of its names is this, in lower case."""
        return any(wanted in name.casefold() for name in (self.name, *self.also))


class _Group(NamedTuple):
    """The tiles of one sort of platform, under their heading."""

    heading: QWidget | None
    columns: Columns
    tiles: Sequence[Tile]


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
        find = QLineEdit()
        find.textChanged.connect(self._find)
        self.add(Field(_("Find a platform"), find))
        self._groups = [
            self._group(name, [self._tiles[one] for one in tiles if one.group == name])
            for name in dict.fromkeys(one.group for one in tiles)
        ]
        self.add(
            words(
                _(
                    "Each comes with the steps for when you are locked out, hacked or "
                    "have lost your phone, and with whom to ask for help. For "
                    "something else you can write those down later, on its page."
                ),
                "small",
            ),
        )
        self.foot(_("Next"), self.next_asked.emit, self.back_asked.emit)
        self.first = made[0] if made else None

    def _group(self, name: str, tiles: Sequence[Tile]) -> _Group:
        """Stand the tiles of a group under its heading, where it has one."""
        heading = words(name, "heading") if name else None
        if heading is not None:
            self.add(heading)
        columns = Columns(*tiles, level=True)
        self.add(columns)
        return _Group(heading, columns, tiles)

    def _find(self, text: str) -> None:
        """Show the tiles so called, those ticked, and the one for something else."""
        wanted = text.strip().casefold()
        found = [
            tile
            for one, tile in self._tiles.items()
            if one.is_called(wanted) or tile.isChecked() or not one.id
        ]
        for group in self._groups:
            shown = [tile for tile in group.tiles if tile in found]
            group.columns.show_only(shown)
            group.columns.setVisible(bool(shown))
            if group.heading is not None:
                group.heading.setVisible(bool(shown))

    def _tile(self, one: PlatformTile) -> Tile:
        tile = Tile(one.name, ticks=True)
        tile.setChecked(one.ticked)
        tile.toggled.connect(lambda on, id_=one.id: self.ticked.emit(id_, on))
        return tile
