"""What merging another copy would do, field by field, before anything is done."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.shared.grid import UNIT
from ui.views.merge_state import LineState, PartState, PreviewState
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.few import Few
from ui.widgets.page import Page
from ui.widgets.sign import Sign
from ui.widgets.text import words
from ui.widgets.two_values import OneValue, TwoValues
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 6  # records
_SIGNS: Final = {
    "mine": ("home", "muted"),
    "theirs": ("plus", "accent"),
    "both": ("check-circle", "good"),
    "neither": ("remove", "muted"),
}


class MergePreview(Page):
    """Emits `merge_asked`, or `left` for not now."""

    merge_asked = Signal()
    left = Signal()

    def __init__(self, state: PreviewState) -> None:
        super().__init__(state.title, state.lead)
        self._state = state
        self._only = QCheckBox()
        self._only.toggled.connect(self._filter)
        self._parts = Few(part_card, more_words, AT_ONCE)
        self.add(self._summary(), row(self._only, STRETCH), self._parts)
        self.add(words(state.compared, "small"))
        self._offer_filter()
        if state.done:
            self.first = self.foot(_("Done"), self.left.emit)
        else:
            go = self.foot(_("Merge"), self.merge_asked.emit, self.left.emit)
            go.setAccessibleDescription(state.summary)
            if self._back is not None:
                self._back.setText(_("Not now"))
            self.first = go
        self._filter()

    def _summary(self) -> QWidget:
        """Return the one thing to read before all else."""
        state = self._state
        check = any(part.check for part in state.parts) or bool(state.ways)
        sign = Sign("warning", "warn") if check else Sign("check-circle", "good")
        said = column(words(state.summary, "label"), gap=UNIT // 2)
        if state.ways:
            said.addWidget(words(state.ways))
        line = row(sign, said, gap=2 * UNIT)
        line.setStretch(1, 1)
        return card(line, tone="warn" if check else "good")

    def _offer_filter(self) -> None:
        """Offer to hide what needs no look, where there is both."""
        checks = sum(part.check for part in self._state.parts)
        text = translate_count(
            "Only the {n} record to check", "Only the {n} records to check", checks
        )
        self._only.setText(text.format(n=checks))
        self._only.setVisible(0 < checks < len(self._state.parts))

    def _filter(self) -> None:
        only = self._only.isChecked()
        parts = [part for part in self._state.parts if part.check or not only]
        self._parts.show_items(parts, anew=True)


def more_words(count: int) -> str:
    """Return what the button says that brings more records."""
    text = translate_count("{n} more record", "{n} more records", count)
    return text.format(n=count)


def part_card(part: PartState) -> QWidget:
    """Return one record with all its lines."""
    head = column(words(part.kind, "small"), words(part.name, "heading"), gap=0)
    made = card(head, gap=2 * UNIT)
    layout = made.layout()
    assert layout is not None, "a card has a layout"  # noqa: S101 - our bug
    for place, line in enumerate(part.lines):
        if place:
            layout.addWidget(rule())
        layout.addWidget(_line(line))
    made.setAccessibleName(f"{part.kind}: {part.name}")
    return made


def _line(line: LineState) -> QWidget:
    """Return one field: its name, both values, and what becomes of it."""
    made = QWidget()
    layout = column(gap=UNIT)
    if line.label:
        layout.addWidget(words(line.label, "label"))
    if line.mine or line.theirs:
        layout.addWidget(_values(line))
    picture, colour = ("warning", "warn") if line.check else _SIGNS[line.shows]
    said = row(Sign(picture, colour), words(line.outcome), gap=UNIT)
    said.setStretch(1, 1)
    layout.addLayout(said)
    made.setLayout(layout)
    return made


def _values(line: LineState) -> TwoValues:
    both = line.shows == "both"
    return TwoValues(
        OneValue(_("Here"), line.mine, both or line.shows == "mine"),
        OneValue(_("In the copy"), line.theirs, both or line.shows == "theirs"),
    )
