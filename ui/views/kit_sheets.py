"""Sheets being gathered: where to drop them, a tile for each, what gave nothing.

Used where a kit is restored and where one is read back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import Tone, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.drop_area import DropArea
from ui.widgets.sheet_tiles import SheetState, SheetTiles
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

_SIGNS = {
    "good": ("check-circle", "good"),
    "warn": ("warning", "warn"),
    "bad": ("error", "bad"),
    "info": ("info", "accent"),
}


@dataclass(frozen=True)
class Said:
    """One thing said: how it is meant, a word in bold, and the rest."""

    tone: Tone
    title: str
    text: str = ""


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
    more is taken.
    """

    kits: tuple[GatheredKit, ...] = ()
    pictures: tuple[Said, ...] = ()  # those that gave nothing, and why
    busy: str = ""
    done: int = 0
    total: int = 0
    enough: bool = False
    finished: bool = False


class SheetsPart(QWidget):
    """Emits files that came, that some are to be chosen, and that reading shall end."""

    dropped = Signal(list)
    asked = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.drop = DropArea(
            _("Drop pictures or PDFs of the sheets here"),
            _("Scans or photos, in any order, some now and some later."),
            _("Choose files"),
        )
        self.drop.dropped.connect(self.dropped)
        self.drop.asked.connect(self.asked)
        self._busy = _Busy()
        self._busy.stop.clicked.connect(self.stopped)
        self._hints = _hints()
        self._banners = column(gap=UNIT)
        self.between = column(gap=2 * UNIT)  # what the page puts above the tiles
        self._kits: dict[str, _KitTiles] = {}
        self._tiles = column(gap=3 * UNIT)
        self._pictures = column(gap=2 * UNIT)
        self._files = QWidget()
        self._files.setLayout(column(self.drop, self._busy, gap=3 * UNIT))
        self._above, self._below = column(self._files, gap=0), column(gap=0)
        parts = (self._banners, self.between, self._tiles, self._pictures)
        inner = column(self._above, self._hints, *parts, self._below, gap=3 * UNIT)
        self.setLayout(inner)
        self.show_state(SheetsState())

    def show_state(self, state: SheetsState) -> None:
        """Show how far it is."""
        self.drop.be_quiet(quiet=state.enough)
        self.drop.setVisible(not state.finished)
        self._busy.show_state(state)
        self._hints.setVisible(not (state.kits or state.pictures or state.finished))
        said = [] if state.finished else [said_card(kit.said) for kit in state.kits]
        _fill(self._banners, said)
        self._show_tiles(state.kits)
        lines = [] if state.finished else [said_line(one) for one in state.pictures]
        _fill(self._pictures, lines)
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


def _hints() -> QWidget:
    """Return what helps whoever does this for the first time."""
    lines = (
        ("sheet", _("The sheets with codes are wanted; the cover has none.")),
        ("camera", _("Flat, whole and in good light; a scanner at 300 dpi is best.")),
        ("files", _("Torn, folded or copied sheets often still read.")),
        ("card", _("Leave the key card out: its code is typed.")),
    )
    box = card(tone="well", gap=2 * UNIT)
    layout = box.layout()
    for picture, text in lines:
        line = row(Sign(picture, "muted"), words(text, "muted"), gap=2 * UNIT)
        line.setStretch(1, 1)
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(line)
    return box


def _fill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Show these in place of what was shown."""
    emptied(layout)
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()


def said_line(said: Said) -> QWidget:
    """Return a sign and what is said, on the page."""
    text = column(words(said.title, "label"), gap=UNIT // 2)
    if said.text:
        text.addWidget(words(said.text, "muted"))
    line = row(Sign(*_SIGNS[said.tone]), text, gap=2 * UNIT)
    line.setStretch(1, 1)
    box = QWidget()
    box.setLayout(line)
    return box


def said_card(said: Said) -> QWidget:
    """Return the same, framed in the tone."""
    return card(said_line(said), tone=said.tone)
