"""One thing that is said with a sign before it: on the page, or framed in its tone."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import Tone, card, column, row
from ui.widgets.sign import Sign
from ui.widgets.text import words

_SIGNS = {
    "good": ("check-circle", "good"),
    "warn": ("warning", "warn"),
    "bad": ("error", "bad"),
    "info": ("info", "accent"),
}


@dataclass(frozen=True)
class Said:
    """One thing said: how it is meant, a word in bold, and the rest.

    `key` names what it is said of, where that can be taken out.
    """

    tone: Tone
    title: str
    text: str = ""
    key: str = ""


def said_line(said: Said) -> QWidget:
    """Return a sign and what is said, on the page."""
    text = column(words(said.title, "label"), gap=UNIT // 2)
    if said.text:
        text.addWidget(words(said.text, "muted"))
    line = row(Sign(*_SIGNS[said.tone]), text, gap=2 * UNIT)
    line.setStretch(1, 1)
    box = QWidget()
    box.setLayout(line)
    return box


def said_card(said: Said) -> QWidget:
    """Return the same, framed in the tone."""
    return card(said_line(said), tone=said.tone)
