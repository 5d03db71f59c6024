"""Somebody leaves: everything that the person reaches, to be settled one by one."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.views.leave_state import LeaveItem, LeavePart, LeaveState
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.pick import Pick
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 12  # cards; more on demand
LEAD: Final = _(
    "Take each of these away, then say so. The day is kept, and Ctrl+Z takes a tick "
    "back. What would cost most to lose is first. You can leave and go on another day."
)


class Leave(Page):
    """Emits the keys of what is settled, and who answers from now on."""

    settled = Signal(tuple)
    heir_chosen = Signal(str)
    save_asked = Signal()
    left = Signal()

    def __init__(self, state: LeaveState) -> None:
        super().__init__(_("{name} leaves").format(name=state.name), LEAD)
        self._progress = words("", "heading")
        self._heir = Pick()
        self._heir.setAccessibleName(_("Who answers for the accounts from now on"))
        self._heir.picked.connect(self.heir_chosen)
        label = words(_("Who answers for the accounts from now on"), "label")
        label.setBuddy(self._heir)
        self._heirs = QWidget()
        self._heirs.setLayout(column(label, self._heir, gap=UNIT))
        self._few = Few(self._part, _more, AT_ONCE)
        nothing = words(_("Nothing that is written down here leads to this person."))
        line = row(Sign("check-circle", "good"), nothing, gap=2 * UNIT)
        line.setStretch(1, 1)
        self._nothing = card(line, tone="good")
        save = button(_("Save the list…"), self.save_asked.emit, picture="file")
        self._save = FlowBox(save, gap=UNIT)
        self.escape = button(_("Back to People"), self.left.emit, "link", "back")
        self.add(self._progress, self._save, self._heirs, self._nothing, self._few)
        self.add(row(self.escape, STRETCH))
        self.show_state(state)

    def show_state(self, state: LeaveState) -> None:
        """Show how it stands; the keyboard goes on to the next."""
        self._state = state
        told = translate_count("{done} of {n} done", "{done} of {n} done", state.count)
        self._progress.setText(told.format(done=state.done, n=state.count))
        self._progress.setVisible(bool(state.count))
        self._save.setVisible(bool(state.count))
        self._nothing.setVisible(not state.count)
        self._heirs.setVisible(bool(state.heirs and state.may_write))
        self._heir.show_options(state.heirs, state.heir)
        self.first = None
        self._few.show_items(state.parts)
        self.first = self.first or self.escape

    def _part(self, part: LeavePart) -> QWidget:
        head = column(words(part.name, "heading"), gap=UNIT)
        if part.harm:
            head.addWidget(words(part.harm, "muted"))
        if not part.open:
            line = row(Sign("check-circle", "good"), words(_("Settled"), "good"))
            line.setStretch(1, 1)
            head.addLayout(line)
        elif self._state.may_write:
            every = self._act(_("All of it is done"), part.name, part.open)
            head.addLayout(row(every, STRETCH))
        items: list[QWidget] = []
        for number, item in enumerate(part.items, 1):
            items += [rule(), self._item(part, item, number)]
        return card(head, *items, gap=2 * UNIT)

    def _item(self, part: LeavePart, item: LeaveItem, number: int) -> QWidget:
        made = QWidget()
        layout = column(gap=UNIT)
        if item.done:
            line = row(Sign("check-circle", "good"), words(item.what, "muted"))
            line.setStretch(1, 1)
            layout.addLayout(line)
        else:
            layout.addWidget(words(item.what, "label"))
            for text in item.warnings:
                line = row(Sign("warning", "warn"), words(text))
                line.setStretch(1, 1)
                layout.addLayout(line)
            for text in item.steps:
                layout.addWidget(words(text, "small", selectable=True))
            if self._state.may_write and part.open != (item.key,):
                act = self._act(_("Done"), f"{number}. {item.what}", (item.key,))
                layout.addLayout(row(act, STRETCH))
        made.setLayout(layout)
        return made

    def _act(self, text: str, about: str, keys: tuple[str, ...]) -> QPushButton:
        made = button(text, partial(self.settled.emit, keys))
        made.setAccessibleName(f"{text}: {about}")
        self.first = self.first or made
        return made


def _more(count: int) -> str:
    return translate_count("{n} more account", "{n} more accounts", count).format(
        n=count
    )
