"""Try your printer: print one page without a secret, read it back, see what will do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.views.kit_sheets import Said, said_card, said_line
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.drop_area import DropArea
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.pick import Option, Pick
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class TriedState:
    """One picture of the page: what it is worth, and what to change."""

    file: str
    worth: Said
    faults: Sequence[Said] = ()


@dataclass(frozen=True)
class TryState:
    """What was read so far, the best first, and what goes on meanwhile."""

    paper: str = "a4"
    has_printer: bool = True
    note: Said | None = None
    busy: bool = False
    reading: bool = False
    tried: Sequence[TriedState] = ()


class TryPrinter(Page):
    """Emits what is to be done with the page, and pictures of it that came."""

    print_asked = Signal()
    save_asked = Signal()
    paper_picked = Signal(str)
    dropped = Signal(list)
    files_asked = Signal()
    stopped = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, state: TryState) -> None:
        lead = _(
            "One page with nothing secret on it. Before there is a kit, it tells "
            "whether your printer, with your scanner or telephone, does for one."
        )
        super().__init__(_("Try your printer"), lead)
        self._note = column(gap=UNIT)
        self._paper = Pick()
        self._paper.setAccessibleName(_("Paper"))
        self._paper.picked.connect(self.paper_picked)
        self._print = button(
            _("Print the test page…"), self.print_asked.emit, picture="print"
        )
        self._save = button(_("Save as PDF…"), self.save_asked.emit, picture="save")
        self._drop = DropArea(
            _("Drop a scan or a photo of the page here"),
            _("The whole page, flat and in good light; a scanner at 300 dpi is best."),
            _("Choose files"),
        )
        self._drop.dropped.connect(self.dropped)
        self._drop.asked.connect(self.files_asked)
        self._busy = _Busy()
        self._busy.stop.clicked.connect(self.stopped)
        self._tried = column(gap=2 * UNIT)
        self.body.addLayout(self._note)
        self.add(self._print_part(), self._read_part())
        self._go = self.foot(_("On to the kit"), self.done.emit, self.left.emit)
        self.show_state(state)

    def show_state(self, state: TryState) -> None:
        """Show what goes on, and what was read."""
        emptied(self._note)
        if state.note is not None:
            _put(self._note, said_card(state.note))
        self._paper.show_options(_PAPERS, state.paper)
        self._show_printer(has_one=state.has_printer)
        for one in (self._print, self._save, self._paper):
            one.setEnabled(not state.busy)
        self._drop.be_quiet(quiet=True)  # the page's strong button is at its foot
        self._busy.setVisible(state.reading)
        emptied(self._tried)
        for tried in state.tried:
            _put(self._tried, _card_of(tried, named=len(state.tried) > 1))

    def _show_printer(self, *, has_one: bool) -> None:
        """Offer to print where it can be; the keyboard never lies on what is hidden."""
        self.first = self._print if has_one else self._save
        if not has_one and self._print.hasFocus():
            self._save.setFocus()
        self._print.setVisible(has_one)

    def _print_part(self) -> QWidget:
        part = Section(_("Print the page"))
        part.say(_("At full size, “fit to page” off, on one side."))
        label = words(_("Paper"), "label")
        label.setBuddy(self._paper)
        part.add(row(label, self._paper, STRETCH, gap=2 * UNIT))
        part.add(FlowBox(self._print, self._save, gap=UNIT))
        return part

    def _read_part(self) -> QWidget:
        part = Section(_("Read it back"))
        part.add(self._drop, self._busy)
        box = QWidget()
        box.setLayout(self._tried)
        part.add(box)
        return part


class _Busy(QWidget):
    """That pictures are being read, and a way out."""

    def __init__(self) -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Pictures read"))
        bar.setRange(0, 0)
        self.stop = button(_("Stop reading"))
        said = column(words(_("Reading the pictures…"), "small"), bar, gap=UNIT)
        line = row(said, self.stop, gap=2 * UNIT)
        line.setStretch(0, 1)
        self.setLayout(line)


def _card_of(tried: TriedState, *, named: bool) -> QWidget:
    """Return what one picture is worth in a frame, each fault in a line below."""
    inside = [words(tried.file, "small")] if named else []
    lines = [said_line(said) for said in (tried.worth, *tried.faults)]
    return card(*inside, *lines, tone=tried.worth.tone, gap=2 * UNIT)


def _put(layout: QVBoxLayout, one: QWidget) -> None:
    layout.addWidget(one)
    one.show()


_PAPERS = (Option("a4", _("A4")), Option("letter", _("US Letter")))
