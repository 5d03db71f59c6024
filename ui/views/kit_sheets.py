"""Sheets being gathered: where to drop them, a tile for each, what gave nothing.

Used where a kit is restored and where one is read back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.views.kit_camera import CameraPart, CameraState
from ui.views.kit_pictures import BadPictures
from ui.views.kit_said import Said, said_card, said_line
from ui.views.kit_ways import SheetWays, hints
from ui.widgets.box import column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.drop_area import DropArea
from ui.widgets.sheet_tiles import SheetState, SheetTiles
from ui.widgets.text import words
from vault.i18n import translate as _

__all__ = [
    "GatheredKit",
    "Said",
    "SheetsPart",
    "SheetsState",
    "said_card",
    "said_line",
]


@dataclass(frozen=True)
class GatheredKit:
    """One kit that was met: what it is called, how far it is, and its sheets."""

    key: str
    title: str
    said: Said
    enough: bool = False
    sheets: tuple[SheetState, ...] = ()


@dataclass(frozen=True)
class SheetsState:
    """What is gathered so far; `busy` says what is being read, "" where nothing is.

    With `enough`, another button is the page's strong one, and with `finished` nothing
    more is taken. `has_camera` says whether one may be asked for here.
    """

    kits: tuple[GatheredKit, ...] = ()
    pictures: tuple[Said, ...] = ()  # those that gave nothing, and why
    busy: str = ""
    done: int = 0
    total: int = 0
    enough: bool = False
    finished: bool = False
    has_camera: bool = False
    camera: CameraState = field(default_factory=CameraState)


class SheetsPart(QWidget):
    """Emits files that came, what is asked for, and that reading shall end."""

    dropped = Signal(list)
    asked = Signal()
    camera_asked = Signal()
    paste_asked = Signal()
    stopped = Signal()
    taken_out = Signal(list)  # keys of what was said

    def __init__(self) -> None:
        super().__init__()
        self.drop = DropArea(
            _("Drop pictures or PDFs of the sheets here"),
            _("Scans or photos, in any order, some now and some later."),
            _("Choose files"),
        )
        self.drop.dropped.connect(self.dropped)
        self.drop.asked.connect(self.asked)
        self._ways = SheetWays()
        self._ways.camera.clicked.connect(self.camera_asked)
        self._ways.paste.clicked.connect(self.paste_asked)
        self.camera = CameraPart()
        self._busy = _Busy()
        self._busy.stop.clicked.connect(self.stopped)
        self._hints = hints()
        self._banners = column(gap=UNIT)
        self.between = column(gap=2 * UNIT)  # what the page puts above the tiles
        self._kits: dict[str, _KitTiles] = {}
        self._tiles = column(gap=3 * UNIT)
        self._pictures = BadPictures()
        self._pictures.taken_out.connect(self.taken_out)
        self._files = QWidget()
        self._files.setLayout(
            column(self.drop, self._ways, self.camera, self._busy, gap=2 * UNIT)
        )
        self._above, self._below = column(self._files, gap=0), column(gap=0)
        parts = (self._banners, self.between, self._tiles, self._pictures)
        inner = column(self._above, self._hints, *parts, self._below, gap=3 * UNIT)
        self.setLayout(inner)
        self.show_state(SheetsState())

    def show_state(self, state: SheetsState) -> None:
        """Show how far it is."""
        self.drop.be_quiet(quiet=state.enough)
        self.drop.setVisible(not state.finished)
        self._ways.setVisible(not state.finished)
        self._ways.show_state(has_camera=state.has_camera, is_on=state.camera.on)
        self.camera.show_state(state.camera)
        self._busy.show_state(state)
        self._hints.setVisible(not (state.kits or state.pictures or state.finished))
        said = [] if state.finished else [said_card(kit.said) for kit in state.kits]
        _fill(self._banners, said)
        self._show_tiles(state.kits)
        self._pictures.show_pictures(() if state.finished else state.pictures)
        if state.enough and not self._below.count():  # first what comes next
            self._above.removeWidget(self._files)
            self._below.addWidget(self._files)

    def _show_tiles(self, kits: Sequence[GatheredKit]) -> None:
        for kit in kits:
            if kit.key not in self._kits:
                self._kits[kit.key] = _KitTiles()
                self._tiles.addWidget(self._kits[kit.key])
                self._kits[kit.key].show()
            self._kits[kit.key].show_state(kit, titled=len(kits) > 1)


class _Busy(QWidget):
    """What is being read, how far, and a way out."""

    def __init__(self) -> None:
        super().__init__()
        self._words = words("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Pictures read"))
        self.stop = button(_("Stop reading"))
        line = row(column(self._words, self._bar, gap=UNIT), self.stop, gap=2 * UNIT)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_state(self, state: SheetsState) -> None:
        """Show how far it is; nothing where nothing is being read."""
        self.setVisible(bool(state.busy))
        self._words.setText(state.busy)
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)


class _KitTiles(QWidget):
    """The tiles of one kit, named where there are several."""

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", "heading")
        self._tiles = SheetTiles()
        self.setLayout(column(self._title, self._tiles, gap=2 * UNIT))

    def show_state(self, kit: GatheredKit, *, titled: bool) -> None:
        """Show it as it stands now."""
        self._title.setText(kit.title)
        self._title.setVisible(titled)
        self._tiles.show_state(kit.sheets)


def _fill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Show these in place of what was shown."""
    emptied(layout)
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
