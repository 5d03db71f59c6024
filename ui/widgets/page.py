"""A page: a title, a column that scrolls, and a footer with the one next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.shared.grid import COLUMN, GAP, MARGIN, SECTION, UNIT
from ui.widgets.box import STRETCH, Item, column, row
from ui.widgets.buttons import button
from ui.widgets.scroll_keys import scrolled
from ui.widgets.text import words
from vault.i18n import translate as _


class Page(QWidget):
    """Base of every page. Fill it with `add`; give it its buttons with `foot`.

    `first` is the control that gets the keyboard when the page is shown. On a page with
    a foot, Enter is the next step wherever the keyboard is, but on another button, and
    Esc the way back.
    """

    def __init__(self, title: str, lead: str = "", *, width: int = COLUMN) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAccessibleName(title)
        self.title = title
        self.first: QWidget | None = None
        self.heading = words(title, "title")
        self.lead = words(lead, "muted")
        if not lead:  # shown without a parent, it would be a window of its own
            self.lead.hide()
        self.body: QVBoxLayout = column(self.heading, self.lead, gap=2 * GAP)
        self._foot: QHBoxLayout | None = None
        self.escape: QPushButton | None = None  # what Esc presses where no Back is
        self._forward: QPushButton | None = None
        self._back: QPushButton | None = None
        self._width = width
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._centred(column(self.body, STRETCH), SECTION))
        self._outer = column(self._scroll, gap=0)
        self.setLayout(self._outer)

    def add(self, *items: Item) -> None:
        """Put items below what is there; a number is a space in pixels."""
        for item in items:
            if item == STRETCH:
                self.body.addStretch(1)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif isinstance(item, QWidget):
                self.body.addWidget(item)
            elif not isinstance(item, str):
                self.body.addLayout(item)

    def foot(
        self,
        primary: str,
        pressed: Callable[[], object],
        back: Callable[[], object] | None = None,
        back_words: str = "",
    ) -> QPushButton:
        """Give the page its next step, and the way back; return the primary button."""
        forward = button(primary, pressed, "primary")
        forward.setDefault(True)
        items: list[Item] = [STRETCH]
        if back:
            self._back = button(back_words or _("Back"), back)
            items.append(self._back)
        items.append(forward)
        self._forward = forward
        self._foot = row(*items)
        frame = QFrame()
        frame.setProperty("role", "footer")
        frame.setLayout(column(self._centred(self._foot, 2 * UNIT), gap=0))
        self._outer.addWidget(frame)
        return forward

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter for the next step and Esc for the way back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._forward:
            held = self.focusWidget()
            other = isinstance(held, QAbstractButton) and not held.isCheckable()
            _pressed(held if other else self._forward)
        elif event.key() == Qt.Key.Key_Escape and (self._back or self.escape):
            _pressed(self._back or self.escape)
        elif not scrolled(self._scroll, event.key()):
            super().keyPressEvent(event)

    def set_busy(self, *, busy: bool) -> None:
        """Let neither the next step nor the way back be taken while work goes on."""
        for one in (self._forward, self._back):
            if one is not None:
                one.setEnabled(not busy)

    def begin(self) -> None:
        """Give the keyboard to the first control, and bring it into sight."""
        if self.first is not None:
            self.go_to(self.first)

    def go_to(self, control: QWidget) -> None:
        """Give the keyboard to a control, and bring it into sight."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring)  # once the page has its places

    def _bring(self) -> None:
        held = self.focusWidget()
        if held is not None and self._scroll.isAncestorOf(held):
            room = self._scroll.viewport().height()
            self._scroll.ensureWidgetVisible(held, 0, min(2 * MARGIN, room // 8))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin as soon as the page is on the screen."""
        super().showEvent(event)
        self.begin()

    def _centred(self, inner: QBoxLayout, margin: int) -> QWidget:
        """Return a widget that keeps `inner` in one column in the middle."""
        middle = QWidget()
        middle.setMaximumWidth(self._width)
        middle.setLayout(inner)
        outer = QWidget()
        outer.setProperty("role", "ground")
        side = row(gap=0)
        side.setContentsMargins(MARGIN, margin, MARGIN, margin)
        side.addStretch(1)
        side.addWidget(middle, 1000)
        side.addStretch(1)
        outer.setLayout(side)
        return outer


def _pressed(one: QWidget | None) -> None:
    """Press a button, if it can be pressed."""
    if isinstance(one, QAbstractButton) and one.isEnabled():
        one.click()
