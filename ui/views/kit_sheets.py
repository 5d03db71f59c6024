"""Sheets being gathered: where to drop them, a tile for each, what gave nothing.

Used where a kit is restored and where one is read back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

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
    """One kit that was met: how far it is, and its sheets."""

    key: str
    said: Said
    enough: bool = False
    sheets: tuple[SheetState, ...] = ()


@dataclass(frozen=True)
class SheetsState:
    """What is gathered so far; `busy` says what is being read, "" where nothing is."""

    kits: tuple[GatheredKit, ...] = ()
    pictures: tuple[Said, ...] = ()  # those that gave nothing, and why
    busy: str = ""
    done: int = 0
    total: int = 0
    quiet: bool = field(default=False)  # another button is the page's strong one


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
        self._busy_words = words("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Pictures read"))
        stop = button(_("Stop reading"), self.stopped.emit)
        line = row(column(self._busy_words, self._bar, gap=UNIT), stop, gap=2 * UNIT)
        line.setStretch(0, 1)
        self._busy = QWidget()
        self._busy.setLayout(line)
        self._kits: dict[str, _KitPart] = {}
        self._kits_box = column(gap=3 * UNIT)
        self._pictures = column(gap=UNIT)
        self.between = column(gap=2 * UNIT)  # what the page puts above the tiles
        self.setLayout(
            column(
                self.drop,
                self._busy,
                self.between,
                self._kits_box,
                self._pictures,
                gap=3 * UNIT,
            )
        )
        self.show_state(SheetsState())

    def show_state(self, state: SheetsState) -> None:
        """Show how far it is."""
        self.drop.be_quiet(quiet=state.quiet)
        self._busy.setVisible(bool(state.busy))
        self._busy_words.setText(state.busy)
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)
        self._show_kits(state.kits)
        emptied(self._pictures)
        for said in state.pictures:
            line = said_line(said)
            self._pictures.addWidget(line)
            line.show()

    def _show_kits(self, kits: Sequence[GatheredKit]) -> None:
        for kit in kits:
            if kit.key not in self._kits:
                self._kits[kit.key] = _KitPart()
                self._kits_box.addWidget(self._kits[kit.key])
                self._kits[kit.key].show()
            self._kits[kit.key].show_state(kit)


class _KitPart(QWidget):
    """One kit: a sentence, and its tiles."""

    def __init__(self) -> None:
        super().__init__()
        self._said = column(gap=0)
        self._shown: Said | None = None
        self._tiles = SheetTiles()
        self.setLayout(column(self._said, self._tiles, gap=2 * UNIT))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, kit: GatheredKit) -> None:
        """Show it as it stands now."""
        if kit.said != self._shown:
            self._shown = kit.said
            emptied(self._said)
            line = said_card(kit.said)
            self._said.addWidget(line)
            line.show()
        self._tiles.show_state(kit.sheets)


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
