"""Everything that is known of a platform, part by part, each fact with its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.share_lines import numbered
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.keyboard import controls, keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.text import words
from vault.i18n import translate as _

_INDENT: Final = 4 * UNIT  # below the words of a numbered line


@dataclass(frozen=True)
class FactState:
    """One fact, the address that goes with it, and how old and sure it is."""

    text: str
    link: str
    source: str


@dataclass(frozen=True)
class PackPart:
    """One part of a pack."""

    key: str
    heading: str
    facts: Sequence[FactState]


@dataclass(frozen=True)
class PackState:
    """A whole pack; parts without a fact are named together."""

    name: str
    about: str
    parts: Sequence[PackPart]
    lacking: str = ""


class PackPage(Page):
    """Shows one part at a time; emits addresses to be looked at."""

    link_asked = Signal(str)
    left = Signal()

    def __init__(self, state: PackState) -> None:
        title = _("What is known of {platform}").format(platform=state.name)
        super().__init__(title, state.about)
        self._state = state
        self._open = state.parts[0].key if state.parts else ""
        self._list = column(gap=UNIT)
        self._held = QWidget()
        self._held.setLayout(self._list)
        self.add(self._held)
        if state.lacking:
            text = _("Nothing is known of: {parts}.").format(parts=state.lacking)
            self.add(words(text, "muted"))
        self.escape = button(_("Back"), self.left.emit, picture="back")
        self.add(row(self.escape, STRETCH))
        self._fill()

    def _fill(self) -> None:
        with keyboard_kept(self):
            emptied(self._list)
            for part in self._state.parts:
                made = self._part(part)
                self._list.addWidget(made)
                made.show()
        self.first = next(iter(controls(self._held)), self.escape)

    def _part(self, part: PackPart) -> QWidget:
        shown = part.key == self._open
        text = _("{heading} ({n})").format(heading=part.heading, n=len(part.facts))
        toggle = LinkButton(
            text, partial(self._turn, part.key), "down" if shown else "next"
        )
        said = _("{part}, open") if shown else _("{part}, closed")
        toggle.setAccessibleName(said.format(part=part.heading))
        made = QWidget()
        inner = column(toggle, gap=UNIT)
        if shown:
            facts = [self._fact(n, one) for n, one in enumerate(part.facts, 1)]
            inner.addWidget(card(*facts, gap=2 * UNIT))
        made.setLayout(inner)
        return made

    def _fact(self, number: int, one: FactState) -> QWidget:
        made = QWidget()
        inner = column(numbered(number, one.text), gap=0)
        if one.link.startswith(("https://", "http://")):
            ask = partial(self.link_asked.emit, one.link)
            inner.addWidget(LinkButton(one.link, ask, "link"))
        elif one.link:
            inner.addWidget(words(one.link, selectable=True))
        inner.addLayout(row(_INDENT, words(one.source, "small"), gap=0))
        made.setLayout(inner)
        return made

    def _turn(self, key: str) -> None:
        """Open that part and close the one before, or close it."""
        self._open = "" if key == self._open else key
        self._fill()
