"""A labelled field that keeps by itself what is typed, with buttons beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QWidget,
)

from ui.shared.grid import UNIT
from ui.widgets.box import row
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept import Editor, Kept


class KeptField(Field):
    """Emits `kept` with its name and what was typed; `complain` refuses it."""

    kept = Signal(str, str)

    def __init__(
        self,
        name: str,
        label: str,
        *beside: QAbstractButton,
        help_text: str = "",
        lines: bool = False,
    ) -> None:
        self.name = name
        self.editor: Editor = GrowingText() if lines else QLineEdit()
        self._kept = Kept(self.editor)
        control = _Beside(self.editor, *beside) if beside else self.editor
        super().__init__(label, control, help_text)
        self._kept.offered.connect(self._offer)

    def hold(self, text: str, *, may_write: bool = True) -> None:
        """Show what is kept now, unless something else is being typed."""
        self._kept.hold(text)
        self.editor.setReadOnly(not may_write)

    def complain(self, text: str) -> None:
        """Say below why it was not kept; it stays in the field. "" takes that back."""
        super().complain(text)
        self._kept.refused = bool(text)

    def forget(self) -> None:
        """Let go of what is typed: the field is about to show something else."""
        self._kept.forget()
        self.complain("")

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._kept.text

    def put(self, text: str) -> None:
        """Keep a text as if it had been typed."""
        self._kept.put(text)

    def commit(self) -> None:
        """Offer what is typed and not kept yet."""
        self._kept.commit()

    def _offer(self, text: str) -> None:
        self.complain("")
        self.kept.emit(self.name, text)


class _Beside(QWidget):
    """An editor and the buttons beside it; its name is the editor's."""

    def __init__(self, editor: Editor, *buttons: QAbstractButton) -> None:
        super().__init__()
        line = row(editor, *buttons, gap=UNIT // 2)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(editor)
        self._editor = editor

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the editor: that is what has the keyboard."""
        self._editor.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Describe the editor."""
        self._editor.setAccessibleDescription(text)
