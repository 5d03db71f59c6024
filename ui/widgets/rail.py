"""The rail at the left: the places of an open vault, one chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from ui.shared.grid import RAIL, UNIT
from ui.shared.places import PLACES, Place
from ui.widgets.box import STRETCH, column
from ui.widgets.buttons import button
from vault.i18n import translate as _


class Rail(QFrame):
    """Emits the place that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Places"))
        self.setFixedWidth(RAIL)
        self._group = QButtonGroup(self)
        layout = column(gap=UNIT)
        layout.setContentsMargins(UNIT, 2 * UNIT, UNIT, 2 * UNIT)
        self._buttons: dict[str, QPushButton] = {}
        for place in PLACES:
            if not place.on_rail:
                continue
            one = button(_(place.title), look="rail", picture=place.icon)
            one.setCheckable(True)
            one.clicked.connect(lambda _=False, name=place.name: self.chosen.emit(name))
            self._group.addButton(one)
            self._buttons[place.name] = one
            layout.addWidget(one)
        layout.addItem(column(STRETCH))
        self.setLayout(layout)

    def mark(self, place: Place) -> None:
        """Show which place is on the screen."""
        name = place.on_rail_as
        if name in self._buttons:
            self._buttons[name].setChecked(True)
