"""Every gap that is really on the screen is a whole number of grid units.

What is measured: the space between neighbours in a row or column, and between a frame
and what it holds. Where a stretch takes up the rest, or words set the size, nothing is
asked. Half a unit is allowed between the parts of one field or one item, a unit above.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QStatusBar,
    QToolButton,
    QWidget,
)

from tests.audit.controls import is_part, shown, told
from tests.audit.layouts import members, stretches
from ui.shared.grid import UNIT

HALF = UNIT // 2
_QTS_OWN = (QMainWindow, QStackedWidget, QStatusBar)


def off_grid(root: QWidget) -> list[str]:
    """Return the gaps, margins and heights of controls that are not on the grid."""
    found: list[str] = []
    for one in [root, *shown(root)]:
        layout = one.layout()
        if layout is not None and not isinstance(one, _QTS_OWN):
            found += [f"{what} in {told(one)}" for what in _layout_faults(layout)]
        if isinstance(one, QPushButton | QToolButton | QLineEdit) and _odd(one):
            found.append(f"{one.height()} px high: {told(one)}")
    return found


def _odd(control: QWidget) -> bool:
    """Tell whether a control's height, and so what is below it, leaves the grid."""
    return bool(control.height() % UNIT) and not is_part(control)


def _layout_faults(layout: QLayout) -> Iterator[str]:
    edges = layout.contentsMargins()
    sides = (edges.left(), edges.top(), edges.right(), edges.bottom())
    if any(side % HALF for side in sides):
        yield f"margins {sides}"
    if isinstance(layout, QBoxLayout):
        yield from _gap_faults(layout)
    elif isinstance(layout, QGridLayout):
        for gap in (layout.horizontalSpacing(), layout.verticalSpacing()):
            if gap % HALF:
                yield f"a grid gap of {gap}"
    for inner in layout.children():
        if isinstance(inner, QLayout):
            yield from _layout_faults(inner)


def _gap_faults(layout: QBoxLayout) -> Iterator[str]:
    """Measure between what is shown, in the direction of the layout."""
    across = layout.direction() in (
        QBoxLayout.Direction.LeftToRight,
        QBoxLayout.Direction.RightToLeft,
    )
    for one, other in pairwise(members(layout)):
        gap = _gap(one.place, other.place, across=across)
        if not stretches(layout, one, other) and (gap % HALF or gap < 0):
            yield f"a gap of {gap}"


def _gap(a: QRect, b: QRect, *, across: bool) -> int:
    if not across:
        return b.top() - a.bottom() - 1
    return max(b.left() - a.right(), a.left() - b.right()) - 1
