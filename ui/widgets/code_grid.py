"""The codes of one set, a row each: redrawn in place, so the keyboard stays."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from ui.widgets.code_row import CodeLine, CodeRow
from ui.widgets.rows import Rows


class CodeGrid(Rows):
    """Emits the id of the code of which something is asked. Up and down change rows."""

    turned = Signal(str)
    copied = Signal(str)
    marked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self._row, gap=0)

    def show_lines(self, lines: Sequence[CodeLine], shown: Collection[str]) -> None:
        """Show these codes; those whose id is in `shown` with their value."""
        self.show_rows((line.id, (line, line.id in shown)) for line in lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrow keys go to the same button of the row above or below."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and isinstance(watched, QToolButton):
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _row(self, state: tuple[CodeLine, bool]) -> CodeRow:
        made = CodeRow()
        made.show_state(state)
        id_ = state[0].id
        made.turned.connect(partial(self.turned.emit, id_))
        made.copied.connect(partial(self.copied.emit, id_))
        made.marked.connect(partial(self.marked.emit, id_))
        for one in made.buttons:
            one.installEventFilter(self)
        return made

    def _move(self, watched: QToolButton, step: int) -> None:
        rows = [one.buttons for one in self.widgets if isinstance(one, CodeRow)]
        at = next(n for n, buttons in enumerate(rows) if watched in buttons)
        which = rows[at].index(watched)
        beyond = rows[at + 1 :] if step > 0 else rows[:at][::-1]
        for buttons in beyond:
            if not buttons[which].isHidden():
                buttons[which].setFocus(Qt.FocusReason.OtherFocusReason)
                return
