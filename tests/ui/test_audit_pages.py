"""Every page and sheet of the window, walked in every fill, passes every audit."""

from collections.abc import Iterator

import pytest

from tests.audit.every import LIGHT, findings, wear
from tests.audit.watchdog import Watchdog
from tests.ui.conftest import Start
from ui.book.hand import Hand
from ui.book.props import Props
from ui.book.routes import BEFORE, INSIDE, Route
from ui.book.routes_paper import kit_new
from ui.book.sitting import unlock


def walked(
    hand: Hand, props: Props, route: Route, *, dark: bool = False
) -> Iterator[str]:
    """Yield what is wrong at each stop of a route, and what the window waited for."""
    wear(hand, LIGHT)
    with Watchdog() as dog:
        for scene in route(hand, props):
            yield from findings(hand, scene, dark=dark)
    yield from (f"{route.__name__}: blocked by {one}" for one in dog.blocked)


@pytest.mark.parametrize("route", BEFORE, ids=lambda one: one.__name__)
def test_every_page_before_a_vault_is_open_is_fit(
    start: Start, props: Props, route: Route
) -> None:
    """Names, keys, room, grid, contrast."""
    found = list(walked(Hand(start().application), props, route))
    assert not found, "\n".join(["", *found])


def inside(start: Start, props: Props) -> Hand:
    """Return a hand at a window in which the vault is open."""
    hand = Hand(start().application)
    hand.application.theme.add_han()
    unlock(hand, props)
    return hand


@pytest.mark.parametrize("props", ["empty", "typical"], indirect=True)
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_every_page_of_an_open_vault_is_fit(
    start: Start, props: Props, route: Route
) -> None:
    """With nothing in it, and as usual."""
    found = list(walked(inside(start, props), props, route))
    assert not found, "\n".join(["", *found])


@pytest.mark.slow
@pytest.mark.parametrize("props", ["overfull"], indirect=True)
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_every_page_is_fit_with_far_too_much_on_it(
    start: Start, props: Props, route: Route
) -> None:
    """Sixty accounts, names of 80 characters, Chinese; also in the dark."""
    found = list(walked(inside(start, props), props, route, dark=True))
    assert not found, "\n".join(["", *found])


@pytest.mark.slow
@pytest.mark.parametrize("route", BEFORE, ids=lambda one: one.__name__)
def test_every_page_before_is_fit_in_the_dark(
    start: Start, props: Props, route: Route
) -> None:
    """As by day."""
    found = list(walked(Hand(start().application), props, route, dark=True))
    assert not found, "\n".join(["", *found])


@pytest.mark.slow
def test_the_pages_of_a_kit_are_fit_when_they_are_really_drawn(
    start: Start, props_on_paper: Props
) -> None:
    """The preview, and a page enlarged."""
    hand = inside(start, props_on_paper)
    found = list(walked(hand, props_on_paper, kit_new, dark=True))
    assert not found, "\n".join(["", *found])
