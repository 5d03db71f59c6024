"""The history of a record, or of all: by day, what was there before and what came."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.history_state import ChangeState, DayState, HistoryState
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.few import Few
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.reveal import SHOWN_FOR_SECONDS, Reveal
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 2  # cards; more on demand, so that nothing holds the window up
_ALL: Final = ("all",)


class HistoryPage(Page):
    """Emits the key of a change that is to be brought back, and what else is asked."""

    brought = Signal(str)
    deleted_asked = Signal()
    forget_asked = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, state: HistoryState) -> None:
        named = _("History of {name}").format(name=state.name)
        super().__init__(named if state.name else _("History"))
        self._state = state
        self._reveal = Reveal(self)
        self._reveal.changed.connect(self._redraw)
        self._reveal.ticked.connect(self._tick)
        self._deleted = button("", self.deleted_asked.emit, picture="remove")
        self._show = button("", self._turn, picture="eye")
        self._tools = FlowBox(self._deleted, self._show, gap=UNIT)
        self._few = Few(self._day, _more_words, AT_ONCE)
        self._cut = words(
            _("Only the newest changes are listed. Each account's page has its own."),
            "small",
        )
        self._forget = button(
            _("Forget all earlier values"), self.forget_asked.emit, "danger", "remove"
        )
        self._end = row(self._forget, STRETCH)
        self._empty = EmptyState(
            "done",
            _("No slip of the hand is final"),
            _(
                "Whatever is changed is kept here with what it was before, and can be "
                "brought back."
            ),
            example=_("For example: the telephone number somebody typed over."),
        )
        self.add(self._tools, self._empty, self._few, self._cut)
        self.body.addLayout(self._end)
        if state.name:
            self.escape = self.foot(_("Done"), self.left.emit)
        self.show_state(state)

    def show_state(self, state: HistoryState) -> None:
        """Show the history as it is now; the keyboard stays where it is."""
        self._state = state
        some = bool(state.days)
        text = translate_count(
            "Deleted lately ({n})", "Deleted lately ({n})", state.deleted
        )
        self._deleted.setText(text.format(n=state.deleted))
        self._deleted.setVisible(not state.name or bool(state.deleted))
        self._show.setVisible(state.secrets)
        self._tools.setVisible(not state.name or state.secrets or bool(state.deleted))
        self._empty.setVisible(not some)
        self.lead.setText(_lead(state))
        self.lead.setVisible(some)
        self._cut.setVisible(state.cut)
        self._forget.setVisible(bool(state.name) and some and state.may_write)
        self._tick(self._reveal.seconds_left)
        self.first = self.escape or self._deleted
        self._few.show_items(state.days)

    def _redraw(self) -> None:
        self._few.show_items(self._state.days)

    def _turn(self) -> None:
        """Show the codes, or hide them again."""
        self._reveal.show(() if self._reveal.shown else _ALL)
        if self._reveal.shown:
            said = _("Codes shown for {n} seconds").format(n=SHOWN_FOR_SECONDS)
        else:
            said = _("Codes hidden")
        self.told.emit(said)

    def _tick(self, seconds_left: int) -> None:
        if seconds_left:
            text = _("Hide the codes ({n} s)").format(n=seconds_left)
        else:
            text = _("Show the codes")
        self._show.setText(text)

    def _day(self, day: DayState) -> QWidget:
        items: list[QWidget] = []
        for place, one in enumerate(day.changes):
            items += [rule()] if place else []
            items.append(self._change(one))
        made = QWidget()
        made.setAccessibleName(day.title)
        title = [] if day.goes_on else [words(day.title, "label")]
        made.setLayout(column(*title, card(*items, gap=2 * UNIT), gap=UNIT))
        return made

    def _change(self, one: ChangeState) -> QWidget:
        bare = bool(self._reveal.shown)
        before = one.bare_before if bare and one.bare_before else one.before
        after = one.bare_after if bare and one.bare_after else one.after
        said = column(gap=UNIT // 2)
        if one.what:
            said.addWidget(words(one.what, "small"))
        if one.label:
            said.addWidget(words(one.label, "label"))
        change = _("{before} → {after}").format(before=before, after=after)
        said.addWidget(words(change if before and after else before or after))
        if one.why:
            said.addWidget(words(one.why, "small"))
        buttons: list[QWidget] = []
        if one.can and self._state.may_write:
            back = button(_("Bring back"), self._emitter(one.key))
            back.setAccessibleName(one.back)
            buttons.append(back)
        return Beside(said, *buttons)

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.brought.emit(key)


def _lead(state: HistoryState) -> str:
    if state.name:
        return _("What was there before, the newest first, with all that hangs on it.")
    return _("What was changed in the vault, the newest first.")


def _more_words(_more: int) -> str:
    return _("Show earlier changes")
