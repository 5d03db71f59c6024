"""What a page offers to a hand, a keyboard or a screen reader, as the audits see it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

from tests.audit.layouts import place_of

_WHOLE = (QAbstractSpinBox, QComboBox)  # what they are made of is theirs


def shown(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget below that is on the page, scrolled away or not."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window():
            yield widget


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be used by a click or by keys, and is not barred."""
    return [one for one in shown(root) if one.isEnabled() and is_control(one)]


def is_control(widget: QWidget) -> bool:
    """Tell whether a click or a key does something at this widget itself."""
    if isinstance(widget, QScrollBar | QMenuBar | QSplitterHandle | QHeaderView):
        return False
    if is_part(widget):
        return False
    if isinstance(widget, QScrollArea):
        return takes_tab(widget)
    return takes_tab(widget) or takes_clicks(widget)


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops here."""
    own = widget.focusProxy() is None
    return own and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def excludes_others(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons of which one is chosen, by arrow keys: Tab stops at one."""
    if not isinstance(widget, QAbstractButton):
        return []
    group = widget.group()
    if group is not None and group.exclusive():
        return list(group.buttons())
    around = widget.parentWidget()
    if not widget.autoExclusive() or around is None:
        return []
    return [one for one in around.findChildren(QAbstractButton) if one.autoExclusive()]


def takes_clicks(widget: QWidget) -> bool:
    """Tell whether a click does something: a button, or a class that listens."""
    if isinstance(widget, QAbstractButton | QAbstractItemView):
        return True
    own = _own(widget, "mousePressEvent") or _own(widget, "mouseReleaseEvent")
    return own and not _widens(widget)


def listens_to_keys(widget: QWidget) -> bool:
    """Tell whether a class of ours listens to keys itself."""
    return _own(widget, "keyPressEvent") or _own(widget, "keyReleaseEvent")


def role_of(widget: QWidget) -> str:
    """Return what a screen reader says that a control is."""
    read = QAccessible.queryAccessibleInterface(widget)
    return read.role().name if read else ""


def context_of(widget: QWidget) -> str:
    """Return the names of the rows and groups that a control stands in."""
    names = []
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if around.accessibleName():
            names.append(around.accessibleName())
        around = around.parentWidget()
    return " / ".join(reversed(names))


def told(widget: QWidget) -> str:
    """Name a widget for a finding: its class, its words, where it is."""
    words = widget.accessibleName() or getattr(widget, "text", str)()
    at = place_of(widget)
    kind = type(widget).__name__
    return f"{kind} “{words[:60]}” at {at.x()},{at.y()} {at.width()}x{at.height()}"


def _widens(widget: QWidget) -> bool:
    """Tell whether a click on it only spares one from hitting a control inside it."""
    inner = widget.findChildren(QWidget)
    held = any(takes_tab(one) or isinstance(one, QAbstractButton) for one in inner)
    return held and not takes_tab(widget)


def is_part(widget: QWidget) -> bool:
    """Tell whether Qt made it as a part of another control."""
    around = widget.parentWidget()
    if isinstance(around, _WHOLE):
        return True
    inside = isinstance(around, QAbstractScrollArea)
    return widget.objectName().startswith("qt_") and (inside or around is not None)


def _own(widget: QWidget, method: str) -> bool:
    """Tell whether a class written in Python has this method."""
    for kind in type(widget).__mro__:
        if method in vars(kind):
            return not kind.__module__.startswith("PySide6")
    return False
