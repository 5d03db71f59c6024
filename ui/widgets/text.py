"""Words on a page, in the one type scale: title, heading, paragraph, label."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

Role = Literal[
    "title",
    "heading",
    "label",
    "muted",
    "small",
    "code",
    "large-code",
    "good",
    "warn",
    "bad",
    "",
]


def words(text: str, role: Role = "", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps; plain text, whatever stands in it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    if selectable:
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        label.setTextInteractionFlags(by_mouse)
    return label


def set_role(label: QLabel, role: Role) -> None:
    """Give a label another role, and the look that goes with it."""
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)
