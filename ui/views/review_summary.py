"""The end of a review: the score explained, what is left to do, and the signature."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.shared.grid import UNIT
from ui.views.home import Todo
from ui.views.review_state import SignedState, SummaryState
from ui.widgets.beside import Beside
from ui.widgets.box import card, column, emptied, rule
from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.field import Field
from ui.widgets.flow import FlowBox
from ui.widgets.keyboard import controls, keyboard_kept
from ui.widgets.page import Page
from ui.widgets.pick import DropBox
from ui.widgets.score_line import ScoreLine
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

_AT_ONCE = 5  # tasks; more on demand


class ReviewSummary(Page):
    """Emits where a button leads, and the name that signs."""

    asked = Signal(str, object)
    signed = Signal(str)
    back_asked = Signal()

    def __init__(self, state: SummaryState) -> None:
        super().__init__(_("How it stands"), " ")
        self.lead.setText(_("Mend what you can now; what stays is kept as tasks."))
        self.lead.show()
        self._parts = column(gap=3 * UNIT)
        self._tasks = Few(self._task, _more, _AT_ONCE)
        self._todo = Section(_("Tasks"))
        self._todo.add(self._tasks)
        self._who = DropBox()
        self._who.setEditable(True)
        self._who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._who.setCompleter(None)  # type: ignore[arg-type]  # the stub lacks None
        self._who.addItems(list(state.names))
        self._who.setCurrentText("")
        self._name = Field(
            _("Who signs it off"), self._who, _("A person of the vault, or any name.")
        )
        self.body.addLayout(self._parts)
        self.add(self._todo, self._name)
        self.foot(_("Sign off and finish"), self._sign, self.back_asked.emit)
        self.show_state(state)

    def show_state(self, state: SummaryState) -> None:
        """Show how it stands now; what was typed stays."""
        with keyboard_kept(self):
            emptied(self._parts)
            self.first = None
            for part in self._made(state):
                self._parts.addWidget(part)
                part.show()
                self.first = self.first or next(iter(controls(part)), None)
            self._tasks.show_items(state.tasks)
        self.first = self.first or self._who
        if state.looking:
            self._todo.say(_("Looking for what needs care…"))
        else:
            self._todo.say("" if state.tasks else _("Nothing else needs care."))

    def commit(self) -> str:
        """Return what stands in the field of the signature."""
        return self._who.currentText().strip()

    def _made(self, state: SummaryState) -> Iterator[QWidget]:
        if state.score is not None:
            said = _("Score: {n} of 100").format(n=state.score)
            part = Section(said)
            part.add(_card_of(state.points, self.asked.emit))
            yield part
        if state.kit:
            part = Section(_("Kit and deputy files"))
            share = Todo(_("Deputy files"), state.deputies, _("Share…"), "shares")
            lines = [_line(state.kit, self.asked.emit, good=state.kit_good)]
            lines += [rule(), _line(share, self.asked.emit, good=None)]
            part.add(card(*lines, gap=2 * UNIT))
            yield part

    def _task(self, todo: Todo) -> QWidget:
        return _line(todo, self.asked.emit, good=False)

    def _sign(self) -> None:
        name = self.commit()
        if not name:
            self._name.complain(_("Say who looked at all this; any name will do."))
            self._who.setFocus()
            return
        self.signed.emit(name)


class ReviewSigned(Page):
    """Emits that a file is wanted, or that it is over."""

    calendar_asked = Signal()
    report_asked = Signal()
    left = Signal()

    def __init__(self, state: SignedState) -> None:
        super().__init__(state.title, state.about)
        line = ScoreLine()
        ics = button(_("Save the day…"), self.calendar_asked.emit)
        report = button(_("Report…"), self.report_asked.emit)
        part = Section(_("The score so far"))
        part.add(line)
        line.show_points(state.line)
        part.setVisible(bool(state.line))
        self.add(part, FlowBox(ics, report, gap=UNIT))
        self.first = self.escape = self.foot(_("Done"), self.left.emit)


Asks = Callable[[str, object], object]


def _card_of(lines: Sequence[Todo], asks: Asks) -> QWidget:
    made: list[QWidget] = []
    for one in lines:
        made += [rule()] if made else []
        made.append(_line(one, asks, good=not one.act))
    return card(*made, gap=2 * UNIT)


def _line(todo: Todo, asks: Asks, *, good: bool | None) -> QWidget:
    """Return a line: a sign, what and why, and one button; `good` None: no sign."""
    said = column(words(todo.title, "label"), gap=UNIT // 2)
    if todo.why:
        said.addWidget(words(todo.why, "muted"))
    buttons = []
    if todo.act:
        go = button(todo.act, partial(asks, todo.place, todo.what))
        go.setAccessibleDescription(todo.title)
        buttons.append(go)
    sign = None
    if good is not None:
        sign = Sign("check-circle", "good") if good else Sign("warning", "warn")
    return Beside(said, *buttons, sign=sign)


def _more(count: int) -> str:
    return translate_count("Show {n} more", "Show {n} more", count).format(n=count)
