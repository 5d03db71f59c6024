"""A few ways to go on: arrows and clicks choose, what is refused says why."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.radios import Radio, Radios

WAYS = [
    Radio("one", "One", "The first. It is usual."),
    Radio("two", "Two", "The second.", "Not today: it rains."),
    Radio("three", "Three"),
]


@pytest.fixture
def radios(qapp: object) -> Radios:
    made = Radios(WAYS, "one")
    made.show()
    return made


def test_the_arrows_pass_over_what_is_refused(radios: Radios) -> None:
    """And tell what is chosen now."""
    heard: list[str] = []
    radios.chosen.connect(heard.append)
    radios.first.setFocus()
    QTest.keyClick(radios.first, Qt.Key.Key_Down)
    assert radios.key == "three"
    assert heard == ["three"]


def test_a_click_anywhere_on_a_way_chooses_it(radios: Radios) -> None:
    """But not on one that is refused."""
    cards = [one.parentWidget() for one in radios.findChildren(type(radios.first))]
    QTest.mouseClick(cards[2], Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert radios.key == "three"
    QTest.mouseClick(cards[1], Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert radios.key == "three"


def test_the_sentences_are_read_out_with_the_name(radios: Radios) -> None:
    """Why one is refused too."""
    told = [
        one.accessibleDescription() for one in radios.findChildren(type(radios.first))
    ]
    assert told == ["The first. It is usual.", "The second. Not today: it rains.", ""]
