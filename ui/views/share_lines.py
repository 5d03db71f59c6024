"""Lines of an opened share: numbered steps, what can be copied, numbers to ring."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import column, row
from ui.widgets.buttons import icon_button
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

Copy = Callable[[str, str], object]  # what it is called, the text


def numbered(number: int, text: str) -> QHBoxLayout:
    """Return one step with its number before it."""
    place = words(f"{number}.", "label")
    place.setWordWrap(False)
    place.setMinimumWidth(3 * UNIT)
    line = row(gap=UNIT)
    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words(text, selectable=True), 1, Qt.AlignmentFlag.AlignTop)
    return line


def copied_line(
    label: str, text: str, copy: Copy, *, of: str = "", rings: bool = False
) -> QWidget:
    """Return a text below its label, with a button that copies it.

    `of` says whose it is, where the label does not; a number to ring is shown large.
    """
    said = column(words(text, "heading" if rings else "", selectable=True), gap=0)
    if label:
        said.insertWidget(0, words(label, "small"))
    called = ", ".join(filter(None, [label, of])) or text
    name = _("Copy {text}: {what}").format(text=text, what=called)
    button = icon_button("copy", name, lambda: copy(called, text))
    sign = Sign("phone", "muted") if rings else None
    return Beside(said, button, sign=sign, letters=12)
