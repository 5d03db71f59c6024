"""A list to pick one of: long words are cut with a sign, and told in whole."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ui.widgets.pick import Option, Pick

LONG = "Maximiliane von und zu Hohenstein-Wittgenstein " * 2


@pytest.fixture
def pick(qapp: QApplication) -> Pick:
    assert qapp
    made = Pick()
    made.show_options((Option("m", LONG), Option("b", "Ben")), "m")
    made.resize(240, 40)
    return made


def test_what_has_no_room_ends_with_a_sign(pick: Pick) -> None:
    """And as much of it is shown as there is room for."""
    narrow = pick.shown_words
    assert narrow.endswith("…")
    pick.resize(480, 40)
    assert len(narrow) < len(pick.shown_words) < len(LONG)


def test_what_has_room_is_not_cut(pick: Pick) -> None:
    """Nor has it a tip."""
    pick.show_options((Option("m", LONG), Option("b", "Ben")), "b")
    assert pick.shown_words == "Ben"
    _rest(pick)
    assert not pick.toolTip()


def test_a_cut_name_is_told_in_whole(pick: Pick) -> None:
    """Where the mouse rests, and to whoever hears the list."""
    _rest(pick)
    assert LONG.strip() in pick.toolTip()
    assert pick.itemText(0) == LONG


def test_a_cut_name_is_drawn(pick: Pick) -> None:
    """The box is not drawn as if it were empty."""
    full = pick.grab().toImage()
    pick.show_options((Option("m", LONG), Option("b", "Ben")), "")
    assert pick.grab().toImage() != full


def _rest(pick: Pick) -> None:
    """Let the mouse rest on it."""
    at = QPoint(8, 8)
    event = QHelpEvent(QEvent.Type.ToolTip, at, pick.mapToGlobal(at))
    QApplication.sendEvent(pick, event)
    QToolTip.hideText()
