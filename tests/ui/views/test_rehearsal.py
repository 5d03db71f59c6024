"""The page of the rehearsal: lists, map and findings hold together without a vault."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ui.views.rehearsal import AT_ONCE, Rehearsal
from ui.views.rehearsal_state import Group, Part, RehearsalFound, RehearsalState
from ui.widgets.map_shape import MapShape, Spot, Stand

PHONE = Spot("phone:a", "Ana's phone", "Ana's phone", "Phone", "phone", 0, 0, True)
STATE = RehearsalState(
    known=True,
    groups=(Group("Things and papers", (("phone:a", "Ana's phone"),)),),
    shape=MapShape((PHONE,), (), 1, 1),
)


@pytest.fixture
def page(qapp: QApplication) -> Rehearsal:
    """Return a page with one thing on it."""
    assert qapp
    return Rehearsal(STATE)


def said(page: Rehearsal) -> set[str]:
    """Return all that can be read on a page."""
    labels = page.findChildren(QLabel)
    return {one.text() for one in labels if one.isVisibleTo(page)}


def test_a_box_of_the_map_and_a_tick_ask_for_the_same(page: Rehearsal) -> None:
    """Lost by the one, given back by the other."""
    asked: list[tuple[str, ...]] = []
    page.lost_changed.connect(asked.append)
    page.map.turned.emit("phone:a")
    page.map.turned.emit("phone:a")
    assert asked == [("phone:a",), ()]
    page.show_found(RehearsalFound(("phone:a",), (Stand("lost", "lost"),)))
    assert asked == [("phone:a",), ()]  # what is shown is not asked for again


def test_a_long_part_is_shown_whole_on_demand(page: Rehearsal) -> None:
    """A few lines first; the button says how many more there are."""
    lines = tuple(f"Account {n} falls" for n in range(AT_ONCE + 3))
    part = Part("Does not come back", lines)
    page.show_found(RehearsalFound((), (Stand(),), "Some fall.", (part,)))
    assert page.sentence == "Some fall."
    assert lines[AT_ONCE] not in said(page)
    more = page.findChildren(QPushButton)
    next(one for one in more if one.text() == "Show 3 more").click()
    assert set(lines) <= said(page)


def test_before_anything_is_known_nothing_is_missed(qapp: QApplication) -> None:
    """The empty state waits until it is known that there is nothing."""
    assert qapp
    gain = "See what one lost phone would cost, before it is lost"
    assert gain not in said(Rehearsal(RehearsalState()))
    empty = Rehearsal(RehearsalState(known=True))
    empty.show_found(RehearsalFound((), (Stand(),)))
    assert gain in said(empty)
