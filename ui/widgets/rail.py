"""The rail at the left: the places of an open vault, one chosen.

As wide as its longest word; only icons where that would leave the page too little. Each
entry is a stop of Tab, and the rail scrolls where the window is low.
"""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from ui.shared.grid import RAIL, UNIT, Metrics
from ui.shared.places import PLACES, Place
from ui.widgets.box import STRETCH, column
from ui.widgets.buttons import GAP_PIXELS, ICON_PIXELS, button
from vault.i18n import translate as _

SLIM: Final = 11 * UNIT  # room for a scroll bar beside the icons
LEAST_PAGE: Final = 56 * UNIT  # what a page is given before the rail keeps its words


class Rail(QScrollArea):
    """Emits the place that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._buttons: dict[str, QPushButton] = {}
        self._marked = ""
        self._room = 0
        self._layout = column(gap=UNIT)
        self._layout.setContentsMargins(UNIT, 2 * UNIT, UNIT, 2 * UNIT)
        for place in PLACES:
            if place.on_rail:
                self._add(place)
        self._layout.addItem(column(STRETCH))
        inner = QWidget()
        inner.setProperty("role", "sunk")
        inner.setLayout(self._layout)
        self.setWidget(inner)
        self._fit()

    def mark(self, place: Place) -> None:
        """Show which place is on the screen."""
        self._marked = place.on_rail_as
        self._check()

    def fit(self, room: int) -> None:
        """Keep the words where the page beside has enough left of `room` pixels."""
        self._room = room
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew where the text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _add(self, place: Place) -> None:
        title = _(place.title)
        one = button(title, look="rail", picture=place.icon)
        one.setAccessibleName(title)
        one.setCheckable(True)
        one.clicked.connect(lambda _=False, name=place.name: self._choose(name))
        self._buttons[place.name] = one
        self._layout.addWidget(one)

    def _choose(self, name: str) -> None:
        self._check()  # Qt has turned it; what is marked is where one is
        self.chosen.emit(name)

    def _check(self) -> None:
        for name, one in self._buttons.items():
            one.setChecked(name == self._marked)

    def _fit(self) -> None:
        # Where only the icons are left they must be seen: they grow with the text.
        size = self.fontInfo().pixelSize()
        icon = round(ICON_PIXELS * size / Metrics.of(100).body)
        more = icon - ICON_PIXELS
        width = self._width_of_words() + more
        slim = bool(self._room) and self._room - width < LEAST_PAGE
        for name, one in self._buttons.items():
            title = _(_TITLES[name])
            one.setText("" if slim else title)
            one.setToolTip(title if slim else "")
            one.setIconSize(QSize(icon + GAP_PIXELS, icon))
        ends = UNIT if slim else 2 * UNIT  # a slim rail stands in a low window
        self._layout.setContentsMargins(UNIT, ends, UNIT, ends)
        self.setFixedWidth(SLIM + more if slim else width)

    def _width_of_words(self) -> int:
        """Return the width that the longest word asks for, bold, in whole units."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        titles = (_(_TITLES[name]) for name in self._buttons)
        widest = max(metrics.horizontalAdvance(title) for title in titles)
        return max(RAIL, -(-(widest + _BESIDE) // UNIT) * UNIT)


_BESIDE: Final = 10 * UNIT  # icon, padding and margins around the words
_TITLES: Final = {place.name: place.title for place in PLACES}
