"""The rail: Tab stops at each entry; it gives way where the page needs room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.shared.places import PLACE, PLACES
from ui.shared.theme import Theme
from ui.widgets.buttons import ICON_PIXELS
from ui.widgets.rail import LEAST_PAGE, SLIM, Rail

TITLES = [place.title for place in PLACES if place.on_rail]


@pytest.fixture
def rail(qapp: QApplication) -> Iterator[Rail]:
    """Return a rail on the screen, in our look."""
    theme = Theme(qapp)
    theme.wear("light", 100)
    made = Rail()
    made.resize(made.width(), 480)
    made.show()
    yield made
    theme.wear("light", 100)
    made.close()
    made.deleteLater()


def entries(rail: Rail) -> list[QPushButton]:
    return rail.findChildren(QPushButton)


def test_it_marks_where_one_is_and_tells_where_one_wants_to_go(rail: Rail) -> None:
    """A press alone marks nothing: the place may be refused."""
    asked: list[str] = []
    rail.chosen.connect(asked.append)
    rail.mark(PLACE["home"])
    QTest.mouseClick(entries(rail)[1], Qt.MouseButton.LeftButton)
    assert asked == ["accounts"]
    assert [one.isChecked() for one in entries(rail)][:2] == [True, False]
    rail.mark(PLACE["kit-new"])  # a page of its own, under an entry
    checked = [one.text() for one in entries(rail) if one.isChecked()]
    assert checked == ["Kits"]


def test_tab_stops_at_every_entry(rail: Rail) -> None:
    """Whichever is marked: no arrow keys to be guessed."""
    rail.mark(PLACE["people"])
    wanted = Qt.FocusPolicy.TabFocus
    assert all(one.focusPolicy() & wanted for one in entries(rail))


def test_words_stand_while_the_page_has_room_beside_them(rail: Rail) -> None:
    """At the usual text size in the narrowest window, too."""
    rail.fit(640)
    assert [one.text() for one in entries(rail)] == TITLES
    rail.fit(rail.width() + LEAST_PAGE - 1)
    assert rail.width() == SLIM
    assert [one.text() for one in entries(rail)] == [""] * len(TITLES)
    assert [one.toolTip() for one in entries(rail)] == TITLES
    assert [one.accessibleName() for one in entries(rail)] == TITLES
    rail.fit(640)
    assert [one.text() for one in entries(rail)] == TITLES


@pytest.mark.long
def test_large_text_makes_it_wider(rail: Rail, qapp: QApplication) -> None:
    """No word is cut."""
    usual = rail.width()
    rail.fit(1120)
    Theme(qapp).wear("light", 200)
    qapp.processEvents()
    assert rail.width() > usual
    assert entries(rail)[0].iconSize().height() == 2 * ICON_PIXELS
    assert all(one.sizeHint().width() <= one.width() for one in entries(rail))


def test_slim_it_asks_for_less_height(rail: Rail) -> None:
    """It is slim where text is large, and there the window is low."""
    inner = rail.widget()
    assert inner is not None
    rail.fit(2000)
    wide = inner.sizeHint().height()
    rail.fit(300)
    assert inner.sizeHint().height() < wide
