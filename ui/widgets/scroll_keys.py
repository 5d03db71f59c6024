"""Keys that scroll what is too long, where nothing with the keyboard wants them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea

_ACTION = QAbstractSlider.SliderAction
_KEYS: Final = {
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
}


def scrolled(area: QScrollArea, key: int) -> bool:
    """Scroll by a key, if it is one of these; tell whether it was."""
    action = _KEYS.get(Qt.Key(key)) if key in _KEYS else None
    if action is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True
