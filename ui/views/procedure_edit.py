"""The steps of one procedure, to be changed: each field keeps itself."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.account_state import StepsState
from ui.views.situations import situation_options
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.kept_field import KeptField
from ui.widgets.keyboard import give
from ui.widgets.pick import Option, Pick
from ui.widgets.rows import Rows
from vault.i18n import translate as _
from vault.model.procedure import Procedure, Step

_EMPTY: Final = Step("")


class EditStep(QWidget):
    """One step and its link, with what moves and removes it."""

    kept = Signal(int, str, str)  # which step, "text" or "link", what was typed
    moved = Signal(int, int)  # which step, how far
    removed = Signal(int)

    def __init__(self, state: tuple[int, int, Step]) -> None:
        super().__init__()
        self._number, self._count, self._step = state
        n = self._number + 1
        self.fields = {
            "text": KeptField("text", _("Step {n}").format(n=n), lines=True),
            "link": KeptField("link", _("Link of step {n}").format(n=n)),
        }
        for field in self.fields.values():
            field.kept.connect(self._keep)
        self._up = icon_button(
            "up", _("Move step {n} up").format(n=n), partial(self._move, -1)
        )
        self._down = icon_button(
            "down", _("Move step {n} down").format(n=n), partial(self._move, 1)
        )
        self._gone = icon_button(
            "remove", _("Remove step {n}").format(n=n), self._remove
        )
        buttons = column(row(self._up, self._down, self._gone, gap=0), STRETCH)
        texts = column(*self.fields.values(), gap=UNIT)
        line = row(texts, buttons, gap=UNIT)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_state(state)

    def show_state(self, state: tuple[int, int, Step]) -> None:
        """Show the step as it is kept now."""
        self._number, self._count, self._step = state
        self.fields["text"].hold(self._step.text)
        self.fields["link"].hold(self._step.link)
        real = self._number < self._count
        self._up.setEnabled(real and self._number > 0)
        self._down.setEnabled(self._number + 1 < self._count)
        self.fields["link"].setEnabled(real)

    def _keep(self, name: str, text: str) -> None:
        self.kept.emit(self._number, name, text)

    def _move(self, by: int) -> None:
        self.moved.emit(self._number, by)

    def _remove(self) -> None:
        self.removed.emit(self._number)


class EditSteps(QWidget):
    """Emits the fields of the procedure that were changed, as plain values."""

    edited = Signal(object)  # a dict: field → plain value or typed text
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._procedure: Procedure | None = None
        self._blank = False  # an empty step at the end, until something is typed in it
        self._asking: KeptField | None = None
        self.fields = {
            "title": KeptField("title", _("What it is for")),
            "wait_days": KeptField("wait_days", _("Days the platform lets you wait")),
            "source": KeptField("source", _("Where the steps come from")),
            "notes": KeptField("notes", _("Notes on the steps"), lines=True),
        }
        for field in self.fields.values():
            field.kept.connect(partial(self._offer, field))
        self._situation = Pick()
        self._situation.picked.connect(lambda key: self.edited.emit({"situation": key}))
        self._rows = Rows(self._made, gap=2 * UNIT)
        heads = Columns(
            self.fields["title"],
            Field(_("Situation"), self._situation),
            self.fields["wait_days"],
            self.fields["source"],
        )
        add = button(_("Add a step"), self._add, picture="plus")
        ready = button(_("Done"), self.done.emit, picture="check")
        self.setLayout(
            column(
                heads,
                self._rows,
                row(add, STRETCH),
                self.fields["notes"],
                row(ready, STRETCH),
                gap=2 * UNIT,
            )
        )

    def show_state(self, state: StepsState) -> None:
        """Show the procedure as it is kept now."""
        procedure = self._procedure = state.procedure
        for name, field in self.fields.items():
            value = getattr(procedure, name)
            field.hold("" if value is None else str(value))
        options = situation_options()
        if procedure.situation not in (one.key for one in options):
            options += (Option(procedure.situation, procedure.situation),)
        self._situation.show_options(options, procedure.situation)
        self._show_steps()

    def complain(self, text: str) -> None:
        """Say below the field that was offered last why it was not taken."""
        if self._asking:
            self._asking.complain(text)

    def commit(self) -> None:
        """Offer what is typed and not kept yet."""
        for field in self._every_field():
            field.commit()

    def begin(self) -> None:
        """Give the keyboard to the first step, or to an empty one."""
        if self._procedure and not self._procedure.steps:
            self._add()
        else:
            give(self.fields["title"].editor)

    def _every_field(self) -> list[KeptField]:
        rows = [one for one in self._rows.widgets if isinstance(one, EditStep)]
        inner = [field for one in rows for field in one.fields.values()]
        return [*self.fields.values(), *inner]

    def _show_steps(self) -> None:
        steps = list(self._procedure.steps) if self._procedure else []
        count = len(steps)
        steps += [_EMPTY] if self._blank else []
        self._rows.show_rows((n, (n, count, step)) for n, step in enumerate(steps))

    def _made(self, state: tuple[int, int, Step]) -> QWidget:
        made = EditStep(state)
        made.kept.connect(partial(self._step_kept, made))
        made.moved.connect(self._move)
        made.removed.connect(self._remove)
        return made

    def _offer(self, field: KeptField, name: str, text: str) -> None:
        self._asking = field
        self.edited.emit({name: text})

    def _step_kept(self, row_: EditStep, number: int, name: str, text: str) -> None:
        """Put what was typed into its step; the empty one becomes a step."""
        self._asking = row_.fields[name]
        if name == "text" and not text:
            self._asking.complain(_("Write what to do, or remove the step."))
            return
        steps = self._steps()
        if number == len(steps):
            self._blank = False
            steps.append({"text": ""})
        steps[number] = {**steps[number], name: text}
        self.edited.emit({"steps": steps})

    def _move(self, number: int, by: int) -> None:
        steps = self._steps()
        steps.insert(number + by, steps.pop(number))
        self.edited.emit({"steps": steps})

    def _remove(self, number: int) -> None:
        steps = self._steps()
        if number == len(steps):
            self._blank = False
            self._show_steps()
            return
        steps.pop(number)
        self.edited.emit({"steps": steps})

    def _add(self) -> None:
        self._blank = True
        self._show_steps()
        last = self._rows.widgets[-1]
        if isinstance(last, EditStep):
            give(last.fields["text"].editor)

    def _steps(self) -> list[dict[str, str]]:
        steps = self._procedure.steps if self._procedure else ()
        return [{"text": one.text, "link": one.link} for one in steps]
