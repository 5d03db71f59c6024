"""The procedures of an account: each a card that opens, is followed, and is changed."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.shared.days import day_words
from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.tip import tip
from ui.views.account_state import AccountState, StepsState
from ui.views.procedure_edit import EditSteps
from ui.views.procedure_steps import ReadSteps
from ui.views.situations import situation_words
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import GAP_PIXELS, ICON_PIXELS, button
from ui.widgets.flow import Flow
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.rows import Rows
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.procedure import Procedure

_MOST: Final = 24  # letters of a platform's name that a button has room for


class ProcedureCard(QFrame):
    """One procedure: its head always, its steps when it is open.

    `asked` says what is wanted of it: "toggle", "check", "remove", "clear".
    """

    asked = Signal(str, str)
    ticked = Signal(str, int, bool)
    edited = Signal(str, object)
    link_asked = Signal(str)

    def __init__(self, state: StepsState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._id = state.procedure.id
        self._state = state
        self._read: ReadSteps | None = None
        self._edit: EditSteps | None = None
        self._head = LinkButton("", self._asker("toggle"), "down")
        self._below = words("", "small")
        self._inner = column(gap=2 * UNIT)
        layout = column(row(self._head, STRETCH), self._below, self._inner, gap=UNIT)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(layout)
        self.show_state(state)

    def show_state(self, state: StepsState) -> None:
        """Show the procedure as it is now."""
        self._state = state
        procedure = state.procedure
        name = _("Hide: {title}") if state.open else _("Show: {title}")
        self._head.say(procedure.title, name.format(title=procedure.title))
        self._head.setIcon(icon("up" if state.open else "down", "accent"))
        self._head.setIconSize(QSize(ICON_PIXELS + GAP_PIXELS, ICON_PIXELS))
        self._below.setText(_in_short(procedure))
        if self._edit and state.open and state.may_write:
            self._edit.show_state(state)
        else:
            self._show_reading()

    def edit(self) -> None:
        """Let the steps be changed, until "Done" is pressed."""
        self._edit = EditSteps()
        self._edit.edited.connect(partial(self.edited.emit, self._id))
        self._edit.done.connect(self._end_edit)
        self._edit.show_state(self._state)
        self._show(self._edit)
        self._read = None
        self._edit.begin()

    def complain(self, text: str) -> None:
        """Say why what was typed last was not taken."""
        if self._edit:
            self._edit.complain(text)

    def commit(self) -> None:
        """Offer what is typed and not kept yet."""
        if self._edit:
            self._edit.commit()

    def _end_edit(self) -> None:
        if self._edit:
            self._edit.commit()
        self._edit = None
        self._show_reading()
        self._head.setFocus()

    def _show_reading(self) -> None:
        """Show the steps to be followed, or nothing where the card is closed."""
        self._edit = None
        if not self._state.open:
            self._read = None
            self._show()
            return
        if self._read is None:
            self._read = ReadSteps()
            self._read.ticked.connect(partial(self.ticked.emit, self._id))
            self._read.cleared.connect(self._asker("clear"))
            self._read.link_asked.connect(self.link_asked)
        self._read.show_state(self._state)
        with keyboard_kept(self):
            self._show(self._read, *self._foot())

    def _foot(self) -> list[QWidget]:
        """Return what is said and can be done below the steps."""
        procedure, state = self._state.procedure, self._state
        said = column(gap=UNIT // 2)
        for text in (procedure.notes, _origin(procedure), _checked(state)):
            if text:
                said.addWidget(words(text, "small"))
        foot = QWidget()
        foot.setLayout(said)
        if not state.may_write:
            return [foot]
        buttons = (
            button(_("Checked today"), self._asker("check"), picture="check"),
            button(_("Change the steps"), self.edit, picture="edit"),
            button(_("Remove"), self._asker("remove"), picture="remove"),
        )
        for one in buttons:
            told = f"{one.text()}: {procedure.title}"
            one.setAccessibleName(told)
        acts = QWidget()
        acts.setLayout(Flow(*buttons, gap=UNIT))
        return [foot, acts]

    def _show(self, *widgets: QWidget) -> None:
        """Put these below the head, in place of what was there."""
        while item := self._inner.takeAt(0):
            widget = item.widget()
            if widget and widget not in widgets:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for widget in widgets:
            self._inner.addWidget(widget)
            widget.show()

    def _asker(self, act: str) -> partial[None]:
        return partial(self.asked.emit, act, self._id)


class StepsSection(Section):
    """All procedures of an account, and ways to come by some."""

    asked = Signal(str, str, str)  # act, "procedure", id
    ticked = Signal(str, int, bool)
    edited = Signal(str, object)
    link_asked = Signal(str)

    def __init__(self) -> None:
        add = button(_("Add steps"), self._add, picture="plus")
        self._take = button("", self._adopt, picture="platform")
        super().__init__(_("Steps to follow"), add, self._take)
        self._rows = Rows(self._made, gap=UNIT)
        self.add(self._rows)

    def show_state(self, state: AccountState) -> None:
        """Show the procedures, and whether a pack has some."""
        self._rows.show_rows((one.procedure.id, one) for one in state.procedures)
        none = _(
            "No steps yet. Write down what to do when you are locked out, "
            "while you are not."
        )
        bare = _(
            "No steps yet, and none on your own platform {name}: write them down there "
            "once, for every account on it."
        )
        told = bare.format(name=state.platform) if state.own == "bare" else none
        self.say("" if state.procedures else told)
        whole = _("Take the steps for {name}").format(name=state.pack)
        short = len(state.pack) <= _MOST
        self._take.setText(whole if short else _("Take the platform's steps"))
        self._take.setAccessibleName(whole)
        self._take.setToolTip(tip("" if short else whole))
        self._take.setVisible(bool(state.pack))
        self.allow(may_write=state.may_write)

    def card_of(self, id_: str) -> ProcedureCard | None:
        """Return the card of a procedure."""
        found = self._rows.row_of(id_)
        return found if isinstance(found, ProcedureCard) else None

    def commit(self) -> None:
        """Offer what is typed and not kept yet."""
        for one in self._rows.widgets:
            if isinstance(one, ProcedureCard):
                one.commit()

    def _made(self, state: StepsState) -> QWidget:
        made = ProcedureCard(state)
        made.asked.connect(lambda act, id_: self.asked.emit(act, "procedure", id_))
        made.ticked.connect(self.ticked)
        made.edited.connect(self.edited)
        made.link_asked.connect(self.link_asked)
        return made

    def _add(self) -> None:
        self.asked.emit("add", "procedure", "")

    def _adopt(self) -> None:
        self.asked.emit("adopt", "procedure", "")


def _in_short(procedure: Procedure) -> str:
    """Return a procedure's situation, length and age in one line."""
    count = len(procedure.steps)
    steps = translate_count("{n} step", "{n} steps", count).format(n=count)
    checked = _("checked {day}").format(day=day_words(procedure.checked))
    parts = [situation_words(procedure.situation), steps]
    if procedure.wait_days:
        days = translate_count(
            "up to {n} day of waiting", "up to {n} days of waiting", procedure.wait_days
        )
        parts.append(days.format(n=procedure.wait_days))
    parts.append(checked if procedure.checked else _("not checked yet"))
    return " · ".join(parts)


def _origin(procedure: Procedure) -> str:
    if not procedure.source:
        return ""
    said = _("From {source}").format(source=procedure.source)
    if procedure.source_date:
        current = _("as of {day}").format(day=day_words(procedure.source_date))
        return f"{said}, {current}."
    return f"{said}."


def _checked(state: StepsState) -> str:
    """Say when and by whom the steps were last found right."""
    if not state.procedure.checked:
        return _("Nobody has checked yet that these steps still lead there.")
    day = day_words(state.procedure.checked)
    if state.checked_by:
        text = _("Last checked {day} by {name}.")
        return text.format(day=day, name=state.checked_by)
    return _("Last checked {day}.").format(day=day)
