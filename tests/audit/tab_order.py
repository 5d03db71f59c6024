"""Tab goes through every control and round again, in reading order, without a trap."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.audit.controls import controls, excludes_others, takes_tab, told
from tests.audit.reading import comes_before

MOST_STOPS = 600  # more than any page has controls


def tab_faults(window: QWidget) -> list[str]:
    """Return what is wrong with the way of Tab through a window or sheet.

    The keyboard is afterwards where it was before.
    """
    start = window.focusWidget() or window.nextInFocusChain()
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    there = _walk(window, Qt.Key.Key_Tab)
    if there is None:
        return [f"a trap: Tab stays at {told(_held(window))}"]
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    back = _walk(window, Qt.Key.Key_Backtab)
    if back is None:
        return [f"a trap: Shift+Tab stays at {told(_held(window))}"]
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    return [*_missed(window, there), *_reversed(there, back), *_out_of_order(there)]


def _walk(window: QWidget, key: Qt.Key) -> list[QWidget] | None:
    """Return the stops of one round; None where it comes back to none before."""
    first = _held(window)
    stops: list[QWidget] = []
    while (held := _held(window)) not in stops:
        stops.append(held)
        if len(stops) > MOST_STOPS:
            return None
        QTest.keyClick(held, key)
    return stops if held is first else None


def _held(window: QWidget) -> QWidget:
    """Return what has the keyboard, or the window itself."""
    return window.focusWidget() or window


def _missed(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Name the controls that Tab should stop at and never does."""
    return [
        f"Tab never reaches {told(one)}"
        for one in controls(window)
        if takes_tab(one)
        and one not in stops
        and not any(other in stops for other in excludes_others(one))
    ]


def _reversed(there: list[QWidget], back: list[QWidget]) -> list[str]:
    """Tell where Shift+Tab is not the same way back."""
    if [*there[:1], *there[:0:-1]] == back:
        return []
    return ["Shift+Tab does not go the way of Tab back"]


def _out_of_order(stops: list[QWidget]) -> list[str]:
    """Name the steps against the reading order; one round has one step back."""
    steps = [*pairwise(stops), (stops[-1], stops[0])] if len(stops) > 1 else []
    back = [(one, other) for one, other in steps if comes_before(other, one)]
    if len(back) <= 1:
        return []
    return [f"against reading: {told(one)} → {told(other)}" for one, other in back]
