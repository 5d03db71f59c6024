"""A hand at the window: goes to places, presses what is called so, types, waits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.application import Application
from vault.errors import BrokenInvariant

PAUSE_MS: Final = 600  # longer than any field waits for the next key


@dataclass
class Hand:
    """Works one window by the names that a screen reader reads."""

    application: Application

    @property
    def window(self) -> QWidget:
        """The sheet that is open, or else the window."""
        return QApplication.activeModalWidget() or self.application.window

    def go(self, place: str, what: object = None) -> None:
        """Go to a place, as its entry in a menu or on the rail does."""
        self.application.desk.go(place, what)
        self.wait()

    def show(self, page: QWidget, place: str) -> None:
        """Put a page on the screen that comes by itself only for a moment."""
        self.application.window.show_page(page, place)
        self.wait()

    def press(self, name: str) -> None:
        """Press the button called so."""
        found = self._find(name)
        if not isinstance(found, QAbstractButton):
            told = f"not a button: {name}"
            raise BrokenInvariant(told)
        found.click()
        self.wait()

    def press_first(self, start: str) -> bool:
        """Press the first button whose name begins so; tell whether there is one."""
        for one in self._usable():
            if isinstance(one, QAbstractButton) and _name(one).startswith(start):
                one.click()
                self.wait()
                return True
        return False

    def leave(self) -> None:
        """Close the sheet that is open, as Esc does."""
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, QDialog):
            sheet.reject()
        self.wait()

    def fill(self, name: str, text: str) -> None:
        """Type into the field called so, as an input method would."""
        field = self._find(name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(field, typed)
        self.wait()

    def drop(self, paths: Iterable[Path]) -> None:
        """Hand files to the page, as if they were dropped on it."""
        page = self.application.window.page
        dropped = getattr(page, "dropped", None)
        if not isinstance(dropped, SignalInstance):
            told = "this page takes no files"
            raise BrokenInvariant(told)
        dropped.emit([str(path) for path in paths])
        self.wait()

    def close_vault(self) -> None:
        """Close the vault that is open, and go back to the first page."""
        self.application.vault.close()
        self.go("welcome")

    def has(self, name: str) -> bool:
        """Tell whether something called so can be used now."""
        return any(_name(one) == name for one in self._usable())

    def wait(self) -> None:
        """Let all work and all events come to rest."""
        QApplication.processEvents()
        while self.application.ops.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()

    def settle(self) -> None:
        """Let what answers a moment after the last key have its moment."""
        loop = QEventLoop()
        QTimer.singleShot(PAUSE_MS, loop.quit)
        loop.exec()
        self.wait()

    def _find(self, name: str) -> QWidget:
        for one in self._usable():
            if _name(one) == name:
                return one
        names = sorted({_name(one) for one in self._usable()} - {""})
        told = f"nothing is called “{name}”; there are {names}"
        raise BrokenInvariant(told)

    def _usable(self) -> Iterator[QWidget]:
        for one in self.window.findChildren(QWidget):
            used = one.focusPolicy() != Qt.FocusPolicy.NoFocus
            if used and one.isVisible() and one.isEnabled():
                yield one


def _name(widget: QWidget) -> str:
    read = QAccessible.queryAccessibleInterface(widget)
    name = read.text(QAccessible.Text.Name) if read else ""
    return name.replace("&", "")
