"""Buttons: one primary a page, secondary ones, links, and icons with a name."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.shared.icons import icon
from ui.shared.tip import tip

Look = Literal["primary", "secondary", "danger", "link", "tile", "rail"]
ICON_PIXELS = 20
GAP_PIXELS = 8  # between an icon and its words; the icon's own room holds it


def button(
    text: str,
    pressed: Callable[[], object] | None = None,
    look: Look = "secondary",
    picture: str = "",
) -> QPushButton:
    """Return a button with words on it; `picture` names an icon before them."""
    made = QPushButton(text)
    made.setProperty("role", look)
    made.setAutoDefault(look == "primary")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if picture:
        colours = {"primary": "on_accent", "link": "accent", "danger": "bad"}
        made.setIcon(icon(picture, colours.get(look, "ink")))
        made.setIconSize(QSize(ICON_PIXELS + GAP_PIXELS, ICON_PIXELS))
    if pressed:
        made.clicked.connect(lambda _checked: pressed())
    return made


def icon_button(
    picture: str, name: str, pressed: Callable[[], object] | None = None
) -> QToolButton:
    """Return a button that is only an icon; `name` is read out and shown as a tip."""
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setIconSize(QSize(ICON_PIXELS, ICON_PIXELS))
    made.setAccessibleName(name)
    made.setToolTip(tip(name))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if pressed:
        made.clicked.connect(lambda _checked: pressed())
    return made
