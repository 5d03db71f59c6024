"""How the parts of a code's row stand, told by its width alone.

In one line where there is room: sign, number, code, state, buttons. Else the state goes
below the code, and where it is narrower still, the buttons below both.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from ui.shared.grid import UNIT
from ui.widgets.flow import Flow

_GAP = 2 * UNIT
_EDGE = UNIT // 2  # above and below where two lines stand in one row


class CodeLayout(Flow):
    """Holds the parts in reading order; `lead` stands before the code."""

    def __init__(
        self,
        lead: Sequence[QWidget],
        code: QLabel,
        said: QLabel,
        acts: Sequence[QWidget],
    ) -> None:
        super().__init__(*lead, code, said, *acts)
        self._lead = lead
        self._code = code
        self._said = said
        self._acts = acts

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the longer part: the buttons can go below."""
        code = _before(self._lead) + self._code.minimumSizeHint().width()
        width = max(code, _together(self._acts, UNIT))
        return QSize(width, _highest([*self._lead, *self._acts]))

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Find every part its place; return the height they take."""
        before, acts = _before(self._lead), _together(self._acts, UNIT)
        room = rect.width() - before - (acts + _GAP if acts else 0)
        low = room < self._code.minimumSizeHint().width()
        room = rect.width() - before if low else room
        places, middle = self._middle(room)
        high = _highest(self._acts)
        top = middle if low else max(middle, high)
        if move:
            self._put(rect, self._line(self._lead, _GAP, QPoint(), top))
            below = QPoint(0, top) if low else QPoint(rect.width() - acts, 0)
            acts_high = high if low else top
            self._put(rect, self._line(self._acts, UNIT, below, acts_high))
            shift = QPoint(before, (top - middle) // 2)
            self._put(rect, [(one, box.translated(shift)) for one, box in places])
        return top + high if low else top

    def _middle(self, room: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Return where code and state stand in that room, and their height."""
        wraps = self._code.wordWrap()
        wide = room if wraps else min(self._code.sizeHint().width(), room)
        code = QRect(0, 0, wide, _high(self._code, wide))
        if self._said.isHidden():
            return [(self._code, code)], code.height()
        text = self._said.fontMetrics().horizontalAdvance(self._said.text())
        rest = room - wide - _GAP
        if not wraps and text < rest:
            said = QRect(wide + _GAP, 0, rest, _high(self._said, rest))
            high = max(code.height(), said.height())
            code.moveTop((high - code.height()) // 2)
            said.moveTop((high - said.height()) // 2)
            return [(self._code, code), (self._said, said)], high
        code.moveTop(_EDGE)
        said = QRect(0, code.bottom() + 1, room, _high(self._said, room))
        return [(self._code, code), (self._said, said)], said.bottom() + 1 + _EDGE

    def _line(
        self, widgets: Sequence[QWidget], gap: int, at: QPoint, high: int
    ) -> list[tuple[QWidget, QRect]]:
        """Return places beside each other, each in the middle of the height."""
        places = []
        for one in (each for each in widgets if not each.isHidden()):
            size = _least(one)
            spot = at + QPoint(0, (high - size.height()) // 2)
            places.append((one, QRect(spot, size)))
            at = at + QPoint(size.width() + gap, 0)
        return places

    def _put(self, rect: QRect, places: list[tuple[QWidget, QRect]]) -> None:
        """Move widgets to places within a rectangle, mirrored where that is read."""
        for one, box in places:
            place = box.translated(rect.topLeft())
            if QGuiApplication.isRightToLeft():
                place.moveRight(rect.right() - box.left())
            one.setGeometry(place)


def _least(one: QWidget) -> QSize:
    return one.sizeHint().expandedTo(one.minimumSize()).boundedTo(one.maximumSize())


def _before(widgets: Sequence[QWidget]) -> int:
    """Return how wide these are together, each with the gap behind it."""
    shown = [one for one in widgets if not one.isHidden()]
    return sum(_least(one).width() + _GAP for one in shown)


def _together(widgets: Sequence[QWidget], gap: int) -> int:
    """Return how wide these are beside each other."""
    shown = [one for one in widgets if not one.isHidden()]
    return sum(_least(one).width() + gap for one in shown) - (gap if shown else 0)


def _highest(widgets: Sequence[QWidget]) -> int:
    shown = [one for one in widgets if not one.isHidden()]
    return max((_least(one).height() for one in shown), default=0)


def _high(label: QLabel, width: int) -> int:
    """Return how high a label is at a width."""
    high = label.heightForWidth(width) if label.wordWrap() else -1
    return high if high >= 0 else label.sizeHint().height()
