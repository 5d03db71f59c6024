"""A link whose words are cut to the room there is; its whole text is in the tip."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.tip import tip
from ui.widgets.buttons import GAP_PIXELS, ICON_PIXELS

_AROUND = 3 * UNIT  # the room of the button's own edges
_LEAST = 10 * UNIT
_ROUNDING = 2  # letters are measured in parts of pixels
_UNCUT = 80 * UNIT  # before it stands anywhere


class LinkButton(QPushButton):
    """Shows an address or a name; never wider than its column."""

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object],
        picture: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self._whole = ""
        self._placed = False
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        if picture:
            self.setIcon(icon(picture, "accent"))
            self.setIconSize(QSize(ICON_PIXELS + GAP_PIXELS, ICON_PIXELS))
        self.clicked.connect(lambda _checked: pressed())
        self.say(text, name)

    def say(self, text: str, name: str = "") -> None:
        """Show another text; `name` is read out in its place, where given."""
        self._whole = text
        self.setAccessibleName(name or text)
        self.setToolTip(tip(text))
        self._cut(self.width() - self._beside() if self._placed else _UNCUT)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wish for room for the whole text."""
        hint = super().sizeHint()
        text = self.fontMetrics().horizontalAdvance(self._whole)
        hint.setWidth(text + self._beside() + _ROUNDING)
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little."""
        return QSize(_LEAST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the text to the room."""
        super().resizeEvent(event)
        self._placed = True
        self._cut(self.width() - self._beside())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the text anew where letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut(self.width() - self._beside())

    def _beside(self) -> int:
        """Return the width of all that is not text."""
        return _AROUND + (0 if self.icon().isNull() else self.iconSize().width() + 4)

    def _cut(self, width: int) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        cut = self.fontMetrics().elidedText(self._whole, middle, max(width, UNIT))
        self.setText(cut.replace("&", "&&"))
