"""Deleted lately: what was removed, for how long it is kept, and its way back."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.history_state import DeletedState
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.few import Few
from ui.widgets.page import Page
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 8


class DeletedPage(Page):
    """Emits the id of a record that is to come back, or to be forgotten for good."""

    brought = Signal(str)
    forget_asked = Signal(str)
    left = Signal()

    def __init__(self, records: Sequence[DeletedState]) -> None:
        lead = _(
            "What was removed can be brought back for 30 days, with all that hung on "
            "it. After that it is gone from the vault with the next change."
        )
        super().__init__(_("Deleted lately"), lead)
        self._few = Few(self._record, _more_words, AT_ONCE)
        self._empty = EmptyState(
            "done",
            _("Nothing was removed in the last 30 days"),
            _("What you remove waits here, so that it can be brought back."),
            example=_("For example: an account, with its codes, steps and contacts."),
        )
        self.add(self._empty, self._few)
        self.escape = self.foot(_("Done"), self.left.emit)
        self.first = self.escape
        self.show_records(records)

    def show_records(self, records: Sequence[DeletedState]) -> None:
        """Show what can be brought back now; the keyboard stays where it is."""
        self._empty.setVisible(not records)
        self.lead.setVisible(bool(records))
        self._few.show_items(records)

    def _record(self, one: DeletedState) -> QWidget:
        said = column(words(one.kind, "small"), words(one.name, "heading"), gap=0)
        told = [words(one.when, "muted"), words(one.left, "muted")]
        if one.along:
            told.append(words(one.along, "muted"))
        back = button(_("Bring back"), _emitter(self.brought, one.key))
        back.setAccessibleName(_("Bring back {name}").format(name=one.name))
        away = _emitter(self.forget_asked, one.key)
        forget = button(_("Forget it for good"), away, "link")
        forget.setAccessibleName(_("Forget {name} for good").format(name=one.name))
        buttons = [back] if one.may_write else []
        made = card(
            Beside(said, *buttons),
            column(*told, gap=UNIT // 2),
            *([row(forget, STRETCH)] if one.may_write else []),
            gap=UNIT,
        )
        made.setAccessibleName(f"{one.kind}: {one.name}. {one.when} {one.left}")
        return made


def _emitter(signal: SignalInstance, key: str) -> Callable[[], None]:
    return lambda: signal.emit(key)


def _more_words(more: int) -> str:
    return translate_count("Show {n} more", "Show {n} more", more).format(n=more)
