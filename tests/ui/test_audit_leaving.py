"""Whoever leaves a page in the middle of anything meets no fault, and no late answer.

Each walk is walked again and again, and left at each of its acts in turn, before what
the act began has ended. An exception in a slot fails the test.
"""

from dataclasses import dataclass
from itertools import count

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Start
from ui.book.hand import Hand
from ui.book.props import Props
from ui.book.routes import BEFORE, INSIDE, Route
from ui.book.sitting import unlock

MOST_ACTS = 100  # of one walk


class Left(Exception):
    """The walk was left."""


@dataclass
class Hasty(Hand):
    """Leaves instead of waiting for the end of its nth act."""

    acts: int = MOST_ACTS

    def wait(self) -> None:
        """Wait, or leave without looking back."""
        self.acts -= 1
        window = self.application.window
        if self.acts > 0 or not window.menuBar().isEnabled():  # nobody can leave then
            super().wait()
            return
        self.acts = MOST_ACTS
        if sheet := QApplication.activeModalWidget():
            sheet.close()
        is_open = self.application.vault.is_open
        self.application.desk.go("home" if is_open else "welcome")
        super().wait()
        raise Left


# The walks make such a copy, and let a review be due: both are true
TRUE = ("Changes made here are missing", "Review due")


def left_everywhere(start: Start, props: Props, route: Route, *, inside: bool) -> int:
    """Walk a route anew for each of its acts; return how many there are."""
    for acts in count(1):
        hand = Hasty(start().application)
        if inside:
            unlock(hand, props)
        hand.acts = acts
        try:
            for _scene in route(hand, props):
                pass
        except Left:
            told = hand.application.window.banner.notice
            assert not told or told.title.startswith(TRUE)
        else:
            return acts - 1
        finally:
            hand.application.vault.close()
            hand.application.window.let_close()
    raise AssertionError


@pytest.mark.slow
@pytest.mark.parametrize("route", BEFORE, ids=lambda one: one.__name__)
def test_every_act_before_a_vault_is_open_can_be_left(
    start: Start, props: Props, route: Route
) -> None:
    """The first run, restoring, a shared file."""
    assert left_everywhere(start, props, route, inside=False) >= 1


@pytest.mark.slow
@pytest.mark.parametrize("route", INSIDE, ids=lambda one: one.__name__)
def test_every_act_in_an_open_vault_can_be_left(
    start: Start, props: Props, route: Route
) -> None:
    """Accounts, codes, kits, shares."""
    assert left_everywhere(start, props, route, inside=True) >= 1
