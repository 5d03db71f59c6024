"""One set of codes: what it is called, how many are left, its codes row by row."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.shared.grid import UNIT
from ui.shared.tip import tip
from ui.widgets.box import STRETCH, column, row, rule
from ui.widgets.buttons import button, icon_button
from ui.widgets.code_grid import CodeGrid
from ui.widgets.code_row import CodeLine
from ui.widgets.reveal import SHOWN_FOR_SECONDS
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class SetState:
    """One set as it is shown; texts are ready to be read, "" where there is none."""

    id: str
    title: str
    called: str  # the title, told apart from those of other sets
    lines: tuple[CodeLine, ...]
    left: str = ""  # "3 of 10 left"
    low: str = ""  # the warning, where few are left
    about: str = ""  # "Issued 1 Mar 2026"
    notes: str = ""
    may_write: bool = True


@dataclass(frozen=True)
class Shown:
    """A set, the ids of its codes that are shown, and for how long still."""

    state: SetState
    ids: frozenset[str] = frozenset()
    seconds_left: int = 0


class CodeSetPart(QWidget):
    """Emits what is asked of the set or of one of its codes."""

    turned = Signal(str)
    turned_all = Signal()
    copied = Signal(str)
    marked = Signal(str)
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", "label")
        self._left = words("", "label")
        self._left.setWordWrap(False)
        self._about = words("", "small")
        self._notes = words("", "muted")
        self._low = words("", "warn")
        self._warning = QWidget()
        self._clock = words("", "small")
        self._grid = CodeGrid()
        self._grid.turned.connect(self.turned)
        self._grid.copied.connect(self.copied)
        self._grid.marked.connect(self.marked)
        self._all = button("", self.turned_all.emit, "link", "eye")
        self._edit = icon_button("edit", "", self.edit_asked.emit)
        self._remove = icon_button("remove", "", self.remove_asked.emit)
        self._fill()

    def show_state(self, shown: Shown) -> None:
        """Show the set, with the codes that are shown now."""
        state = shown.state
        ids = shown.ids & {line.id for line in state.lines}
        _say(self._title, state.title)
        _say(self._left, state.left)
        _say(self._about, state.about)
        _say(self._notes, state.notes)
        _say(self._low, state.low)
        self._warning.setVisible(bool(state.low))
        said = _("Hidden again in {n} s").format(n=shown.seconds_left)
        _say(self._clock, said if ids else "")
        self._grid.show_lines(state.lines, ids)
        self._name(state, ids)

    def _name(self, state: SetState, ids: Collection[str]) -> None:
        """Name the buttons; the seconds are not read out again and again."""
        show = _("Show all {n} s").format(n=SHOWN_FOR_SECONDS)
        self._all.setText(_("Hide") if ids else show)
        hide, show = _("Hide {codes}"), _("Show all {codes}")
        self._all.setAccessibleName((hide if ids else show).format(codes=state.called))
        self._all.setVisible(len(state.lines) > 1 or bool(ids))
        for one, name in (
            (self._edit, _("Edit {codes}…")),
            (self._remove, _("Remove {codes}")),
        ):
            one.setAccessibleName(name.format(codes=state.called))
            one.setToolTip(tip(name.format(codes=state.called)))
            one.setVisible(state.may_write)

    def _fill(self) -> None:
        warning = row(Sign("warning", "warn"), self._low)
        warning.setStretch(1, 1)
        self._warning.setLayout(warning)
        head = row(column(self._title, self._about, gap=0), self._left, gap=2 * UNIT)
        head.setStretch(0, 1)
        foot = row(self._all, self._clock, STRETCH, self._edit, self._remove)
        foot.setStretch(1, 1)
        layout = column(rule(), head, self._warning, self._notes, self._grid, foot)
        self.setLayout(layout)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
