"""What the keys do: one line for each, out of the table of actions."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _


class KeysSheet(Sheet):
    """Takes pairs of what is done and the keys for it, in Qt's portable spelling."""

    def __init__(
        self, parent: QWidget, lines: Iterable[tuple[str, tuple[str, ...]]]
    ) -> None:
        super().__init__(parent, _("Keys"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(0, 1)
        everywhere = [
            (_("Go on"), _("Enter")),
            (_("Go back, or close what is open"), _("Esc")),
            (_("Press or tick what has the ring"), _("Space")),
            (_("To the next field or button, and back"), _("Tab, Shift+Tab")),
        ]
        named = [(what, _spelt(keys)) for what, keys in lines]
        for place, (what, keys) in enumerate([*named, *everywhere]):
            said = words(what)
            pressed = words(keys, "label")
            pressed.setWordWrap(False)
            grid.addWidget(said, place, 0)
            grid.addWidget(pressed, place, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)


def _spelt(keys: tuple[str, ...]) -> str:
    """Return keys as this system writes them: Cmd on macOS, and translated."""
    native = QKeySequence.SequenceFormat.NativeText
    return _(" or ").join(QKeySequence(one).toString(native) for one in keys)
