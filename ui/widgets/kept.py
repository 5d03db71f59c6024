"""What is typed is kept by itself: when the field is left, or a second after a key.

Rules. What is being typed is never overwritten; what could not be taken stays in the
field until it is typed anew; undo belongs to the field while something in it is not
kept yet, and to the vault otherwise.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

KEPT_AFTER_MS: Final = 1000  # WINDOW: autosave a second after the last change
Editor = QLineEdit | QPlainTextEdit
_UNDO: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Kept(QObject):
    """Watches one editor, and offers what was typed in it."""

    offered = Signal(str)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.editor = editor
        self.refused = False
        self._held = self.text
        self._typed = False
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.commit)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._note)  # also by a paste or a drop
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self.leave)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        return self.editor.toPlainText()

    def hold(self, text: str) -> None:
        """Show what is kept now, unless something else is being typed."""
        self._held = text
        if self._typed and self.text.strip() == text.strip():
            self._typed = False  # what was typed is what is kept
        elif not self._typed:
            self._show(text)

    def forget(self) -> None:
        """Let go of what is typed: the field is about to show something else."""
        self._timer.stop()
        self._typed = self.refused = False

    def put(self, text: str) -> None:
        """Take a text as if it had been typed, and offer it at once."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        else:
            self.editor.setPlainText(text)
        self.leave()

    def commit(self) -> None:
        """Offer what was typed and is not kept yet."""
        self._timer.stop()
        text = self.text.strip()
        if self._typed and not self.refused and text != self._held.strip():
            self.offered.emit(text)

    def leave(self) -> None:
        """Offer it, and show it as it was kept; what was refused stays."""
        self.commit()
        if not self.refused:
            self._typed = False
            self._show(self._held)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Offer on leaving; let Esc and undo do what they should."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.leave()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._left_to_window(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._taken_back(event)
        return False

    def _left_to_window(self, event: QKeyEvent) -> bool:
        """Tell whether undo is the vault's now: nothing here waits to be kept."""
        undoes = any(event.matches(key) for key in _UNDO)
        if not undoes or self._typed:
            return False
        event.ignore()
        return True

    def _taken_back(self, event: QKeyEvent) -> bool:
        """Let Esc take back what is typed and not kept; tell whether it did."""
        if event.key() != Qt.Key.Key_Escape or not self._typed:
            return False
        self.forget()
        self._show(self._held)
        self.offered.emit(self._held)  # so that a complaint is taken back
        return True

    def _note(self) -> None:
        if self._showing:
            return
        self._typed = True
        self.refused = False
        self._timer.start()

    def _show(self, text: str) -> None:
        if text == self.text:
            return
        self._showing = True
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        else:
            self.editor.setPlainText(text)
        self._showing = False
