"""The first page of reviews: when the next is due, why, and how earlier ones went."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.review_state import Past, StartState
from ui.widgets.beside import Beside
from ui.widgets.box import card, column
from ui.widgets.buttons import button
from ui.widgets.columns import Columns
from ui.widgets.empty_state import EmptyState
from ui.widgets.few import Few
from ui.widgets.field import Field
from ui.widgets.flow import FlowBox
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.page import Page
from ui.widgets.pick import Option, Pick
from ui.widgets.score_line import ScoreLine
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

MONTHS: Final = (1, 2, 3, 4, 6, 9, 12, 18, 24)  # what may be chosen
_AT_ONCE: Final = 4  # earlier reviews; more on demand


class ReviewStart(Page):
    """Emits what is asked: begin, other months, a file, a first account."""

    begun = Signal()
    months_set = Signal(int, int, int)
    calendar_asked = Signal()
    report_asked = Signal(str)  # id of a review
    add_asked = Signal()

    def __init__(self, state: StartState) -> None:
        super().__init__(_("Review"), " ")
        self._picks = [Pick() for _one in range(3)]
        self._title = words("", "heading")
        self._about = words("", "muted")
        self._go = button(_("Start"), self.begun.emit, "primary")
        ics = button(_("Save the day…"), self.calendar_asked.emit)
        self._ics = ics
        self._said = column(self._title, self._about, gap=UNIT)
        self._now = card(self._said, FlowBox(self._go, ics, gap=UNIT), gap=2 * UNIT)
        self._line = ScoreLine()
        self._past = Few(self._one_past, _more, _AT_ONCE)
        self._history = Section(_("Earlier reviews"))
        self._history.add(self._line, self._past)
        self._often = self._cadence()
        self._empty = _empty()
        self._empty.connect_to(self.add_asked.emit)
        self.lead.setText(
            _(
                "Every account is looked at twice a year: is all still right, who gets "
                "in, does one way in really work? It can be left and gone on with."
            )
        )
        self.lead.show()
        self.add(self._empty, self._now, self._history, self._often)
        self.show_state(state)

    def show_state(self, state: StartState) -> None:
        """Show how it stands now; the keyboard stays where it is."""
        self._title.setText(state.title)
        self._about.setText(state.about)
        self._about.setVisible(bool(state.about))
        self._go.setText(state.act)
        self._go.setVisible(bool(state.act))
        self._empty.setVisible(state.empty)
        self._now.setVisible(not state.empty)
        self._often.setVisible(not state.empty)
        self._history.setVisible(bool(state.past))
        with keyboard_kept(self):
            self._past.show_items(state.past)
        self._line.show_points(state.points)
        for pick, months in zip(self._picks, state.months, strict=True):
            pick.show_options(_options(months), str(months))
            pick.setEnabled(state.may_write)
        if state.empty:
            self.first = self._empty.go
        else:
            self.first = self._go if state.act else self._ics

    def _cadence(self) -> QWidget:
        part = Section(_("How often"))
        part.say(
            _("How much an account matters is said on its page, under what it means.")
        )
        names = (_("Most accounts"), _("Vital accounts"), _("Minor accounts"))
        fields = []
        for name, pick in zip(names, self._picks, strict=True):
            fields.append(Field(name, pick))
            pick.picked.connect(lambda _key: self._set())
        part.add(card(Columns(*fields)))
        return part

    def _set(self) -> None:
        self.months_set.emit(*(int(pick.currentData()) for pick in self._picks))

    def _one_past(self, past: Past) -> QWidget:
        said = column(
            words(past.day, "label"), words(past.said, "muted"), gap=UNIT // 2
        )
        report = button(_("Report…"), partial(self.report_asked.emit, past.id))
        report.setAccessibleName(_("Report of {day}…").format(day=past.day))
        return Beside(said, report)


def _options(months: int) -> list[Option]:
    """Return what may be picked, and what is set where that is something else."""
    return [
        Option(
            str(n), translate_count("every month", "every {n} months", n).format(n=n)
        )
        for n in sorted({*MONTHS, months})
    ]


def _more(count: int) -> str:
    return translate_count("Show {n} more", "Show {n} more", count).format(n=count)


def _empty() -> EmptyState:
    return EmptyState(
        "empty-accounts",
        _("Find what went stale before you need it"),
        _("With accounts in the vault, each has a card here, twice a year."),
        _("Add an account…"),
        _("For example: Instagram. Is that still the right phone number?"),
    )
