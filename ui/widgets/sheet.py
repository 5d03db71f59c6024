"""A sheet: a small dialog over the window, opened and never waited for."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QWidget

from ui.shared.grid import GAP, MARGIN, SECTION, UNIT
from ui.widgets.box import STRETCH, Item, column, row
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.scroll_keys import scrolled
from ui.widgets.tab_stops import InReadingOrder
from ui.widgets.text import words
from vault.i18n import translate as _

WIDTH = 70 * UNIT


class Sheet(InReadingOrder, QDialog):
    """Base of every dialog: a heading, a body that scrolls, one primary button.

    `accepted` and `rejected` tell how it ended; Esc rejects. It lets itself go. `leave`
    is what the button to reject says, where “Cancel” or “Close” says too little.
    """

    def __init__(
        self, parent: QWidget, title: str, primary: str = "", *, leave: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.first: QWidget | None = None
        self.body = column(words(title, "heading"), gap=2 * GAP)
        inner = QWidget()
        inner.setProperty("role", "ground")
        filled = column(self.body, STRETCH)
        filled.setContentsMargins(MARGIN, SECTION, MARGIN, SECTION)
        inner.setLayout(filled)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self.primary: QPushButton | None = None
        layout = column(self._scroll, gap=0)
        leave = leave or (_("Cancel") if primary else _("Close"))
        self._footer = self._foot(primary, leave)
        layout.addLayout(self._footer)
        self.setLayout(layout)
        self._ring = FocusRing(self)
        inner.installEventFilter(self)

    def add(self, *items: Item) -> None:
        """Put items below what is there."""
        for item in items:
            if isinstance(item, int):
                self.body.addSpacing(item)
            elif isinstance(item, QWidget):
                self.body.addWidget(item)
            elif not isinstance(item, str):
                self.body.addLayout(item)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take as much room as the body wants, and give the keyboard to `first`."""
        super().showEvent(event)
        self.resize(WIDTH, self._wanted())
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Grow with what is said later, so that it is seen without scrolling."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.resize(self.width(), max(self.height(), self._wanted()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll what is too long by keys too."""
        if not scrolled(self._scroll, event.key()):
            super().keyPressEvent(event)

    def _wanted(self) -> int:
        """Return the height at which all of the body is seen, if the window has it."""
        inner = self._scroll.widget()
        layout = inner.layout() if inner else None
        body = layout.totalHeightForWidth(WIDTH) if layout else 0
        parent = self.parentWidget()
        around = parent.window().height() if parent else 0
        most = max(around - 4 * UNIT, 40 * UNIT)
        return min(body + self._footer.sizeHint().height(), most)

    def _foot(self, primary: str, leave: str) -> QHBoxLayout:
        items: list[Item] = [STRETCH]
        self.leave = button(leave, self.reject)
        items.append(self.leave)
        if primary:
            self.primary = button(primary, self.accept, "primary")
            self.primary.setDefault(True)
            items.append(self.primary)
        foot = row(*items)
        foot.setContentsMargins(MARGIN, 2 * UNIT, MARGIN, 2 * UNIT)
        return foot
