"""Whatever a click can do, keys can."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from tests.audit.controls import (
    controls,
    excludes_others,
    listens_to_keys,
    takes_clicks,
    told,
)


def mouse_only(root: QWidget) -> list[str]:
    """Return what takes clicks and no keys."""
    return [
        told(one)
        for one in controls(root)
        if takes_clicks(one) and not _takes_keys(one)
    ]


def _takes_keys(widget: QWidget) -> bool:
    """Tell whether the keyboard can be here and do something here."""
    among = excludes_others(widget)
    stops = any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in [widget, *among])
    ready = isinstance(widget, QAbstractButton | QAbstractItemView)
    return (stops or widget.focusProxy() is not None) and (
        ready or listens_to_keys(widget)
    )
