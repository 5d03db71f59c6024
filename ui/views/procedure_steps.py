"""The steps of one procedure, to be read and ticked off while they are followed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.shared.grid import UNIT
from ui.views.account_state import StepsState
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.link_button import LinkButton
from ui.widgets.rows import Rows
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.procedure import Step


class StepRow(QWidget):
    """One step: a tick, its number and words, its link."""

    ticked = Signal(int, bool)
    link_asked = Signal(str)

    def __init__(self, state: tuple[int, Step, bool]) -> None:
        super().__init__()
        self._number, self._step, _done = state
        number = _("{n}.").format(n=self._number + 1)
        self._tick = QCheckBox()
        self._tick.toggled.connect(partial(self._turned))
        self._said = words("", selectable=False)
        count = words(number, "label")
        count.setWordWrap(False)
        text = column(self._said, gap=0)
        self._link = column(gap=0)
        text.addLayout(self._link)
        # The tick is higher than a line: a little room puts the words beside it.
        beside = column(count, STRETCH, gap=0)
        for words_ in (beside, text):
            words_.setContentsMargins(0, UNIT, 0, 0)
        line = row(column(self._tick, STRETCH, gap=0), beside, text, gap=UNIT)
        line.setStretch(2, 1)
        self.setLayout(line)
        self._shown_link = ""
        self.show_state(state)

    def show_state(self, state: tuple[int, Step, bool]) -> None:
        """Show a step, ticked or not."""
        self._number, step, done = state
        self._said.setText(step.text)
        name = _("Step {n}: {text}").format(n=self._number + 1, text=step.text)
        self._tick.setAccessibleName(name)
        self._tick.blockSignals(True)
        self._tick.setChecked(done)
        self._tick.blockSignals(False)
        if step.link != self._shown_link:
            self._shown_link = step.link
            while item := self._link.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
            if step.link:
                ask = partial(self.link_asked.emit, step.link)
                self._link.addWidget(LinkButton(step.link, ask, "link"))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the words be pressed as the tick is."""
        self._tick.toggle()
        event.accept()

    def _turned(self, on: bool) -> None:
        self.ticked.emit(self._number, on)


class ReadSteps(QWidget):
    """The steps of one procedure, from first to last."""

    ticked = Signal(int, bool)
    cleared = Signal()
    link_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(self._made, gap=UNIT)
        self._progress = words("", "small")
        self._clear = button(_("Clear the ticks"), self.cleared.emit, "link")
        self._told = QWidget()
        line = row(self._progress, self._clear, gap=2 * UNIT)
        line.addStretch(1)
        self._progress.setWordWrap(False)
        self._told.setLayout(line)
        self.setLayout(column(self._rows, self._told, gap=UNIT))

    def show_state(self, state: StepsState) -> None:
        """Show the steps, and how many are done in this sitting."""
        steps = state.procedure.steps
        self._rows.show_rows(
            (n, (n, step, n in state.done)) for n, step in enumerate(steps)
        )
        done = _("{done} of {n} done").format(done=len(state.done), n=len(steps))
        self._progress.setText(done)
        self._told.setVisible(bool(state.done))

    def _made(self, state: tuple[int, Step, bool]) -> QWidget:
        made = StepRow(state)
        made.ticked.connect(self.ticked)
        made.link_asked.connect(self.link_asked)
        return made
