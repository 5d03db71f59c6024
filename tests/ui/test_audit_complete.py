"""The routes leave nothing out: every page, every sheet, every place is on one."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtWidgets import QWidget

import ui.dialogs
import ui.views
from tests.ui.conftest import Start, window_ports
from ui.book.hand import Hand
from ui.book.props import Props, lay_out
from ui.book.routes import BEFORE, INSIDE
from ui.book.sitting import unlock
from ui.shared.places import PLACES
from ui.widgets.page import Page
from ui.widgets.sheet import Sheet

# Bases of others, never shown themselves.
BASES = {"Form", "StepPage"}


def kinds() -> Iterator[type[QWidget]]:
    """Yield every class of a page or sheet that the window has."""
    for room in (ui.views, ui.dialogs):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            for one in vars(import_module(module.name)).values():
                ours = isinstance(one, type) and one.__module__ == module.name
                if ours and issubclass(one, Page | Sheet):
                    yield one


def walk(hand: Hand, props: Props) -> Iterator[QWidget]:
    """Yield what is on the screen at every stop of every route."""
    for routes in (BEFORE, INSIDE) if props.sheets else (INSIDE,):
        if routes is INSIDE:
            unlock(hand, props)
        for route in routes:
            for _scene in route(hand, props):
                shown = [hand.window, *hand.application.window.findChildren(QWidget)]
                yield from (one for one in shown if one.isVisible())


@pytest.mark.slow
def test_every_page_sheet_and_place_is_walked(
    start: Start, props_on_paper: Props, tmp_path: Path
) -> None:
    """A new one that no route shows would escape the audits and the picture book."""
    seen: set[str] = set()
    places: set[str] = set()
    bare = tmp_path / "bare"
    bare.mkdir()
    for given in (props_on_paper, lay_out(bare, "empty", window_ports)):
        hand = Hand(start().application)
        for one in walk(hand, given):
            seen.add(type(one).__name__)
            places.add(hand.application.window.place)
    assert {one.__name__ for one in kinds()} - BASES - seen == set()
    assert {place.name for place in PLACES} - places == set()
