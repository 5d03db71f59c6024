"""A part of a page: a heading, what can be done beside it, and a card below."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import Item, column, row
from ui.widgets.text import words


class Section(QFrame):
    """A card with its heading at the top and its buttons beside that."""

    def __init__(self, title: str, *buttons: QPushButton, lead: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = words(title, "heading")
        head = row(self.title, *buttons)
        head.setStretch(0, 1)
        self.lead = words(lead, "muted")
        self.lead.setVisible(bool(lead))
        self.body: QVBoxLayout = column(head, self.lead, gap=2 * UNIT)
        self.body.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 3 * UNIT)
        self.setLayout(self.body)

    def add(self, *items: Item) -> None:
        """Put items below what is there."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif not isinstance(item, str):
                self.body.addLayout(item)

    def say(self, text: str) -> None:
        """Say something below the heading; "" says nothing."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))
