"""One type scale: whatever is written is of one of its sizes."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.audit.controls import shown, told
from ui.shared.grid import Metrics

_WRITES = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)


def off_scale(root: QWidget, percent: int) -> list[str]:
    """Return what is written in a size that is not of the scale at `percent`."""
    scale = Metrics.of(percent)
    sizes = {scale.small, scale.body, scale.heading, scale.title, scale.code}
    return [
        f"{one.font().pixelSize()} px: {told(one)}"
        for one in shown(root)
        if isinstance(one, _WRITES) and one.font().pixelSize() not in sizes
    ]
