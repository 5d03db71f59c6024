"""Every page and sheet of the window, walked in every fill, passes every audit."""

from collections.abc import Iterator, Sequence

import pytest

from tests.audit.every import ALL, LIGHT, SOME, findings, wear
from tests.audit.watchdog import Watchdog
from tests.ui.conftest import Start
from ui.book.hand import Hand
from ui.book.looks import NARROW, Look
from ui.book.props import Props
from ui.book.routes import BEFORE, INSIDE, Route
from ui.book.routes_paper import kit_new
from ui.book.routes_review import home_due
from ui.book.sitting import unlock

SMALLEST = NARROW._replace(name="smallest", text_percent=200)
LONG = {"first_run", "restore", "shared", "sheets"}


def marked(route: Route) -> object:
    """Return a route for pytest, and its mark."""
    name = route.__name__
    return pytest.param(route, id=name, marks=[pytest.mark.long] * (name in LONG))


def walked(
    hand: Hand, props: Props, route: Route, looks: Sequence[Look]
) -> Iterator[str]:
    """Yield what is wrong at each stop of a route, and what the window waited for."""
    wear(hand, LIGHT)
    with Watchdog() as dog:
        for scene in route(hand, props):
            yield from findings(hand, scene, looks)
    yield from (f"{route.__name__}: blocked by {one}" for one in dog.blocked)


def must_be_fit(hand: Hand, props: Props, route: Route, looks: Sequence[Look]) -> None:
    """Walk a route; tell all that is found, a line each."""
    found = list(walked(hand, props, route, looks))
    assert not found, "\n".join(["", *found])


def inside(start: Start, props: Props) -> Hand:
    """Return a hand at a window in which the vault is open."""
    hand = Hand(start().application)
    hand.application.theme.add_han()
    unlock(hand, props)
    return hand


@pytest.mark.parametrize("route", [marked(one) for one in BEFORE])
def test_every_page_before_a_vault_is_open_is_fit(
    start: Start, props: Props, route: Route
) -> None:
    """Names, keys, room, grid, contrast: in a window of the usual size, and a small."""
    must_be_fit(Hand(start().application), props, route, SOME)


@pytest.mark.long
@pytest.mark.parametrize("props", ["empty", "typical"], indirect=True)
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_every_page_of_an_open_vault_is_fit(
    start: Start, props: Props, route: Route
) -> None:
    """With nothing in it, and as usual."""
    must_be_fit(inside(start, props), props, route, SOME)


@pytest.mark.slow
@pytest.mark.parametrize("route", BEFORE, ids=lambda one: one.__name__)
def test_every_page_before_is_fit_in_every_look(
    start: Start, props: Props, route: Route
) -> None:
    """Dark, at 200 % text, and both sizes."""
    must_be_fit(Hand(start().application), props, route, ALL)


@pytest.mark.slow
@pytest.mark.parametrize("props", ["typical", "overfull"], indirect=True)
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_every_page_is_fit_in_every_look(
    start: Start, props: Props, route: Route
) -> None:
    """As usual, and with sixty accounts, names of 80 characters, Chinese."""
    must_be_fit(inside(start, props), props, route, ALL)


@pytest.mark.slow
@pytest.mark.parametrize("props", ["typical", "overfull"], indirect=True)
def test_home_with_a_review_due_is_fit_in_the_smallest_window(
    start: Start, props: Props
) -> None:
    """At the largest text: the notice above the page leaves room for the page."""
    must_be_fit(inside(start, props), props, home_due, [SMALLEST])


@pytest.mark.slow
def test_the_pages_of_a_kit_are_fit_when_they_are_really_drawn(
    start: Start, props_on_paper: Props
) -> None:
    """The preview, and a page enlarged."""
    must_be_fit(inside(start, props_on_paper), props_on_paper, kit_new, ALL)
