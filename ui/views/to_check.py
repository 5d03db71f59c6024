"""Values to check: what merges kept twice, one by one, with both answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.views.merge_preview import AT_ONCE, more_words
from ui.views.merge_state import LineState, PartState
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.page import Page
from ui.widgets.sign import Sign
from ui.widgets.text import words
from ui.widgets.two_values import OneValue, TwoValues
from vault.i18n import translate as _
from vault.i18n import translate_count

LEAD = _(
    "Two copies of the vault had changed the same. One value shows, the other is kept "
    "until you say which is right. Either answer can be undone."
)


class ToCheck(Page):
    """Emits the key of a line and whether the other value is to be taken."""

    answered = Signal(int, bool)
    left = Signal()

    def __init__(self, parts: Sequence[PartState], *, may_write: bool) -> None:
        super().__init__(_("Values to check"), LEAD)
        self._may_write = may_write
        self._few = Few(self._part, more_words, AT_ONCE)
        line = row(Sign("check-circle", "good"), words(_NONE), gap=2 * UNIT)
        line.setStretch(1, 1)
        self._none = card(line, tone="good")
        self.escape = button(_("Back to Home"), self.left.emit, "link", "back")
        self.add(self._none, self._few, row(self.escape, STRETCH))
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[PartState]) -> None:
        """Show what is left to be checked; the keyboard goes on to the next."""
        count = sum(len(part.lines) for part in parts)
        title = translate_count("{n} value to check", "{n} values to check", count)
        self.heading.setText(title.format(n=count) if count else _("Nothing to check"))
        self.lead.setVisible(bool(count))
        self._none.setVisible(not count)
        self.first = None
        self._few.show_items(parts)
        self.first = self.first or self.escape

    def _part(self, part: PartState) -> QWidget:
        head = column(words(part.kind, "small"), words(part.name, "heading"), gap=0)
        items: list[QWidget] = []
        for place, line in enumerate(part.lines):
            items += [rule()] if place else []
            items.append(self._line(part, line))
        return card(head, *items, gap=2 * UNIT)

    def _line(self, part: PartState, line: LineState) -> QWidget:
        made = QWidget()
        layout = column(gap=UNIT)
        about = f"{part.name}, {line.label}" if line.label else part.name
        if line.label:
            layout.addWidget(words(line.label, "label"))
            keep, take = _("Keep this"), _("Take the other")
        else:
            layout.addWidget(words(line.outcome))
            keep, take = _("Keep it"), _("Remove it")
        buttons = self._buttons(line.key, about, (keep, take))
        if line.label:
            first = OneValue(_("Shows now"), line.mine, stays=True)
            other = OneValue(_("The other value"), line.theirs)
            layout.addWidget(TwoValues(first, other, *buttons))
        else:
            layout.addLayout(row(*buttons, STRETCH))
        made.setLayout(layout)
        return made

    def _buttons(
        self, key: int, about: str, texts: tuple[str, str]
    ) -> list[QPushButton]:
        """Return the two answers; a screen reader is told what they are about."""
        if not self._may_write:
            return []
        made = []
        for other, text in enumerate(texts):
            one = button(text, self._answer(key, other=bool(other)))
            one.setAccessibleName(f"{text}: {about}")
            made.append(one)
        self.first = self.first or made[0]
        return made

    def _answer(self, key: int, *, other: bool) -> Callable[[], None]:
        return lambda: self.answered.emit(key, other)


_NONE = _("Every value was looked at. All of them can still be found in the history.")
