"""A person at the window: clicks, keys, and what is seen; clicks and keys are counted.

Clicks are real mouse events at the middle of what is shown, keys go to what has the
keyboard. Names are the accessible ones, so what a screen reader can't name can't be
used here either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.application import Application

PATIENCE_MS = 20_000  # for work off the thread; a test fails after it
MOST_TABS = 400  # more than any page has controls


@dataclass
class Person:
    """Sits at one window. `pictures` is where `look` keeps a picture a step."""

    application: Application
    pictures: Path | None = None
    clicks: int = 0
    keys: int = 0
    steps: list[str] = field(default_factory=list)

    @property
    def window(self) -> QWidget:
        """The dialog that is open, or else the window."""
        modal = QApplication.activeModalWidget()
        return modal or self.application.window

    def click(self, name: str) -> None:
        """Click what is called so; it must be seen and enabled."""
        target = self.find(name)
        self._scroll_to(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=_spot(target))
        self.clicks += 1
        self.wait()

    def press(self, name: str) -> None:
        """Go to what is called so by Tab alone, and press Space."""
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called so has the keyboard."""
        for _ in range(MOST_TABS):
            if self.focused == name:
                return
            self.key(Qt.Key.Key_Tab)
        told = f"Tab never reaches “{name}”; it goes round {self.ring()}"
        raise AssertionError(told)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key where the keyboard is."""
        QTest.keyClick(self._keyboard(), key, modifiers)
        self.keys += 1
        self.wait()

    def type(self, text: str) -> None:
        """Type where the keyboard is; what stood there is selected and replaced."""
        target = self._keyboard()
        if isinstance(target, QLineEdit | QPlainTextEdit | QTextEdit):
            target.selectAll()
        QTest.keyClicks(target, text)
        self.wait()

    def fill(self, name: str, text: str) -> None:
        """Type into the field called so, reached by Tab: no click."""
        self.tab_to(name)
        self.type(text)

    def paste(self, text: str) -> None:
        """Put a text on the clipboard as another program would, and paste it."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def choose(self, *paths: Path) -> None:
        """Choose files, or name a new one, in the system's dialog that is open."""
        self.wait()  # a page that was not visited yet is loaded first
        dialog = self.window
        assert isinstance(dialog, QFileDialog), "no dialog for files is open"
        names = [str(path) for path in paths]
        dialog.fileSelected.emit(names[0])
        dialog.filesSelected.emit(names)
        dialog.close()
        self.application.window.activateWindow()  # as a screen would do by itself
        self.wait()

    @property
    def focused(self) -> str:
        """The name of what has the keyboard."""
        widget = self.window.focusWidget()
        return name_of(widget) if widget else ""

    def ring(self) -> list[str]:
        """List the names that Tab goes through, once round."""
        names: list[str] = []
        widget = start = self.window.focusWidget()
        while widget is not None and len(names) < MOST_TABS:
            names.append(name_of(widget))
            QTest.keyClick(self._keyboard(), Qt.Key.Key_Tab)
            widget = self.window.focusWidget()
            if widget is start:
                break
        return names

    def wait(self) -> None:
        """Let all work and all events come to rest."""
        QApplication.processEvents()
        end = QDeadlineTimer(PATIENCE_MS)
        while self.application.ops.busy:
            assert not end.hasExpired(), "work went on for too long"
            QTest.qWait(2)
        QApplication.processEvents()
        if QApplication.activeWindow() is None:  # a desktop gives it back by itself
            self.window.activateWindow()
            QApplication.processEvents()

    def find(self, name: str) -> QWidget:
        """Return the one control called so, seen and enabled."""
        found = [w for w in self.controls() if name_of(w) == name]
        names = sorted({name_of(w) for w in self.controls()})
        assert found, f"nothing is called “{name}”; there are {names}"
        return found[0]

    def controls(self) -> Iterator[QWidget]:
        """Yield all that can be used: seen, enabled, and able to have the keyboard."""
        for widget in self.window.findChildren(QWidget):
            usable = widget.isVisible() and widget.isEnabled()
            focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if usable and (focusable or isinstance(widget, QAbstractButton)):
                yield widget

    def sees(self, text: str) -> bool:
        """Tell whether a text is shown anywhere, in a label, a button or a field."""
        return text in self.seen()

    def seen(self) -> str:
        """Return all words on the screen, a line each."""
        lines: list[str] = []
        for widget in self.application.window.findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel | QAbstractButton):
                lines.append(widget.text().replace("&", ""))
            elif isinstance(widget, QLineEdit):
                lines.append(widget.displayText())
            elif isinstance(widget, QPlainTextEdit | QTextEdit):
                lines.append(widget.toPlainText())
            elif isinstance(widget, QAbstractItemView):
                lines += items_of(widget)
        return "\n".join(lines)

    def look(self, step: str) -> None:
        """Keep a picture of the window as it is, where pictures are wanted."""
        self.steps.append(step)
        if self.pictures is not None:
            self.pictures.mkdir(parents=True, exist_ok=True)
            name = f"{len(self.steps):02d}-{step.replace(' ', '-')}.png"
            self.application.window.grab().save(str(self.pictures / name))

    def _keyboard(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def _scroll_to(self, target: QWidget) -> None:
        around = target.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(target)
            around = around.parentWidget()
        QApplication.processEvents()


def items_of(view: QAbstractItemView) -> list[str]:
    """Return what is read out of each line of a list."""
    model, spoken = view.model(), Qt.ItemDataRole.AccessibleTextRole
    places = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(one.data(spoken) or one.data()) for one in places]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control, without the mnemonic's mark.

    A field to choose from is told by what labels it: its name in Qt is its value.
    """
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    read = QAccessible.queryAccessibleInterface(widget)
    name = read.text(QAccessible.Text.Name) if read else ""
    return name.replace("&", "")


def _spot(widget: QWidget) -> QPoint:
    return widget.rect().center()
