"""Reading order: what stands before what, by the layouts that hold them."""

from PySide6.QtWidgets import QWidget

from tests.audit.layouts import Node, place_of, way_to


def comes_before(one: QWidget, other: QWidget) -> bool:
    """Tell whether `one` is read before `other`.

    Where their ways from the window part, the upper is first; side by side, the one at
    the start of the line.
    """
    here, there = _parting(one, other)
    a, b = place_of(here), place_of(there)
    if a.bottom() < b.top():
        return True
    if b.bottom() < a.top():
        return False
    if one.isRightToLeft():
        return a.right() > b.right()
    return a.left() < b.left()


def _parting(one: QWidget, other: QWidget) -> tuple[Node, Node]:
    for here, there in zip(way_to(one), way_to(other), strict=False):
        if here is not there:
            return here, there
    return one, other  # one holds the other
