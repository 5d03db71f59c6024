"""Where crime online is reported: by country, each fact with how old and sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.share_lines import copied_line, numbered
from ui.widgets.box import card, column, emptied
from ui.widgets.field import Field
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.pick import Option, Pick
from ui.widgets.text import words
from vault.i18n import translate as _

_LEAD = _(
    "A report brings a case number, which insurers, banks and platforms ask for. "
    "Nothing is sent from here."
)


@dataclass(frozen=True)
class BodyState:
    """One body to report to; `source` says how old and sure that is."""

    name: str
    what_for: str
    phone: str = ""
    email: str = ""
    url: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class ReportingState:
    """The bodies of a country; `known` where it has some of its own."""

    country: str
    countries: Sequence[Option]
    known: bool
    bodies: Sequence[BodyState]
    advice: Sequence[tuple[str, str]]  # what to do, how old and sure that is


class ReportingPage(Page):
    """Emits the country that was chosen, and what is to be copied or opened."""

    country_chosen = Signal(str)
    copied = Signal(str, str)  # what it is called, the text
    link_asked = Signal(str)
    left = Signal()

    def __init__(self, state: ReportingState) -> None:
        super().__init__(_("Where to report"), _LEAD)
        self._country = Pick()
        self._country.picked.connect(self.country_chosen)
        self._unknown = words(
            _("No body of that country is in this version. What holds anywhere:"),
            "warn",
        )
        self._bodies = column(gap=2 * UNIT)
        self._held = QWidget()
        self._held.setLayout(self._bodies)
        self.add(Field(_("Country"), self._country), self._unknown, self._held)
        self.first = self._country
        self.escape = self.foot(_("Done"), self.left.emit)
        self.show_state(state)

    def show_state(self, state: ReportingState) -> None:
        """Show the bodies of the country that is chosen."""
        self._country.show_options(state.countries, state.country)
        self._unknown.setVisible(not state.known)
        parts = [self._body(one) for one in state.bodies]
        parts.append(self._advice(state.advice))
        with keyboard_kept(self):
            emptied(self._bodies)
            for part in parts:
                self._bodies.addWidget(part)
                part.show()

    def _body(self, one: BodyState) -> QWidget:
        lines: list[QWidget] = [words(one.name, "heading"), words(one.what_for)]
        if one.phone:
            lines.append(self._line(_("Telephone"), one.phone, one, rings=True))
        if one.email:
            lines.append(self._line(_("E-mail"), one.email, one))
        if one.url:
            lines.append(
                LinkButton(one.url, partial(self.link_asked.emit, one.url), "link")
            )
        if one.note:
            lines.append(words(one.note, "muted"))
        lines.append(words(one.source, "small"))
        return card(*lines, gap=UNIT)

    def _line(
        self, label: str, text: str, one: BodyState, *, rings: bool = False
    ) -> QWidget:
        return copied_line(label, text, self.copied.emit, of=one.name, rings=rings)

    def _advice(self, advice: Sequence[tuple[str, str]]) -> QWidget:
        made = column(words(_("With every report"), "heading"), gap=2 * UNIT)
        for number, (text, source) in enumerate(advice, 1):
            made.addLayout(
                column(numbered(number, text), words(source, "small"), gap=0)
            )
        return card(made)
