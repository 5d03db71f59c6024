"""What is clicked is large enough to be hit: WINDOW asks for 24 pixels each way."""

from PySide6.QtWidgets import QWidget

from tests.audit.controls import controls, told

LEAST = 24


def too_small(root: QWidget) -> list[str]:
    """Return the controls that are narrower or lower than a target may be."""
    return [
        told(one) for one in controls(root) if min(one.width(), one.height()) < LEAST
    ]
