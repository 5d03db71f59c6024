"""The first page as a new user meets it: seen, read out, reached by the keyboard."""

import pytest

from tests.outside.desktop import Desktop

pytestmark = pytest.mark.slow
# In the order of reading; the first is what almost everybody wants.
WAYS = (
    "Create a vault",
    "Open a vault",
    "Restore from a printed kit",
    "Open a file someone shared",
    "Look at the sample",
)


def test_the_first_page_is_read_out_from_the_top(desk: Desktop) -> None:
    """The five ways to begin, in order, and the first of them has the keyboard."""
    desk.start()
    desk.find("Welcome — Spare Key", "frame")
    desk.focused_on(WAYS[0])
    shown = [node.name for node in desk.tree() if node.shown]
    assert [name for name in shown if name in WAYS] == list(WAYS)
    desk.screenshot("welcome")


def test_the_keyboard_reaches_every_way_to_begin(desk: Desktop) -> None:
    """With Tab alone, in the order of reading."""
    desk.start()
    for way in WAYS[1:]:
        desk.keys("Tab")
        desk.focused_on(way)


def test_a_file_is_asked_for_by_a_dialog(desk: Desktop) -> None:
    """Which takes the keyboard, and lets go of it with Escape."""
    desk.start()
    desk.click_named("Open a vault", "push button")
    desk.find("Open a file", "dialog")
    desk.screenshot("open")
    desk.keys("Escape")
    desk.gone("Open a file", "dialog")
    desk.focused_on("Open a vault")
