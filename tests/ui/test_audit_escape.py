"""Esc leads back: out of every sheet, and from every page that offers a way back."""

from collections.abc import Iterator
from itertools import count, islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.conftest import Start
from ui.book.hand import Hand
from ui.book.props import Props
from ui.book.routes import BEFORE, INSIDE, Route
from ui.book.sitting import unlock
from ui.widgets.buttons import button
from ui.widgets.page import Page

BACK = {
    "Back",
    "Not now",
    "Remind me later",
    "Back to all accounts",
    "Back to the list",
}


def offers_a_way_back(hand: Hand) -> bool:
    """Tell whether a button on the page leads back, and can be pressed."""
    return any(
        one.text() in BACK or one.accessibleName() in BACK
        for one in hand.application.window.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled()
    )


def seen(hand: Hand) -> tuple[QWidget | None, QWidget | None, str]:
    """Return what is on the screen: sheet, page, and what the page is about."""
    page = hand.application.window.page
    name = page.accessibleName() if page else ""
    return QApplication.activeModalWidget(), page, name


def stops(start: Start, props: Props, route: Route, *, inside: bool) -> Iterator[Hand]:
    """Yield a hand at each stop of a route, each time in a window of its own."""
    for stop in count():
        hand = Hand(start().application)
        if inside:
            unlock(hand, props)
        scenes = route(hand, props)
        if next(islice(scenes, stop, None), None) is None:
            return
        yield hand
        scenes.close()
        hand.leave()
        hand.application.vault.close()
        hand.application.window.let_close()


def stuck(hands: Iterator[Hand]) -> list[str]:
    """Return where Esc leads nowhere though it should."""
    found = []
    for hand in hands:
        before = seen(hand)
        sheet, page, name = before
        wanted = sheet is not None or offers_a_way_back(hand)
        held = hand.window.focusWidget() or hand.window
        QTest.keyClick(held, Qt.Key.Key_Escape)
        hand.wait()
        if wanted and seen(hand) == before:
            found.append(f"{type(sheet or page).__name__} “{name}”")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("route", BEFORE, ids=lambda one: one.__name__)
def test_esc_leads_back_before_a_vault_is_open(
    start: Start, props: Props, route: Route
) -> None:
    """Step by step, as the button does."""
    assert stuck(stops(start, props, route, inside=False)) == []


@pytest.mark.slow
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_esc_leads_back_in_an_open_vault(
    start: Start, props: Props, route: Route
) -> None:
    """And closes every sheet."""
    assert stuck(stops(start, props, route, inside=True)) == []


def test_a_page_that_esc_does_not_leave_is_found(start: Start) -> None:
    """Planted: a way back for the mouse alone."""
    hand = Hand(start().application)
    page = Page("Nowhere")
    page.add(button("Back", lambda: hand.go("welcome")))
    hand.show(page, "settings")
    assert stuck(iter([hand])) == ["Page “Nowhere”"]
    page = Page("Somewhere")
    page.foot("Next", lambda: None, lambda: hand.go("welcome"))
    hand.show(page, "settings")
    assert stuck(iter([hand])) == []
