"""A part of a page: a heading, what stands below it, and what can be done there."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import Item, column
from ui.widgets.flow import Flow
from ui.widgets.text import words


class Section(QWidget):
    """A heading, a sentence where one is needed, items, and buttons at the end."""

    def __init__(self, title: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.lead = words("", "muted")
        self.lead.hide()
        self.inner: QVBoxLayout = column(gap=2 * UNIT)
        self._acts = buttons
        self._foot = QWidget()
        self._foot.setLayout(Flow(*buttons, gap=UNIT))
        if not buttons:
            self._foot.hide()
        self.setLayout(
            column(
                words(title, "heading"), self.lead, self.inner, self._foot, gap=2 * UNIT
            )
        )

    def add(self, *items: Item) -> None:
        """Put items below what is there."""
        for item in items:
            if isinstance(item, QWidget):
                self.inner.addWidget(item)
            elif isinstance(item, int):
                self.inner.addSpacing(item)
            elif not isinstance(item, str):
                self.inner.addLayout(item)

    @property
    def act(self) -> QPushButton | None:
        """The last button at the end that can be pressed: what mends a lack here."""
        shown = [one for one in self._acts if one.isVisibleTo(self)]
        return shown[-1] if shown else None

    def say(self, text: str) -> None:
        """Say something below the heading; "" says nothing."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def allow(self, *, may_write: bool) -> None:
        """Show the buttons at the end, or hide them where nothing may change."""
        self._foot.setVisible(may_write)
