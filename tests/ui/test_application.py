"""The composition root: places lead somewhere, and nothing outlives the window."""

from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Start
from ui.actions import ACTIONS
from ui.application import FLOWS
from ui.shared.places import PLACE
from ui.shared.theme import FAMILIES


@pytest.mark.parametrize("place", FLOWS)
def test_every_place_leads_to_a_flow_that_is_there(place: str) -> None:
    """A name that was mistyped would be met by a user."""
    module, flow, act = FLOWS[place]
    made = getattr(import_module(f"ui.controllers.{module}"), flow)
    assert callable(getattr(made, act))


def test_every_action_leads_somewhere(start: Start) -> None:
    """To a place, or to something the keeper does."""
    application = start().application
    for spec in ACTIONS:
        done = spec.name in application.keeper._acts
        assert done or spec.name in application.desk.places


def test_every_place_of_the_rail_leads_somewhere(start: Start) -> None:
    """The same for its entries."""
    places = start().application.desk.places
    assert all(name in places for name, place in PLACE.items() if place.on_rail)


def test_a_flow_is_made_once(start: Start) -> None:
    """Going back finds it as it was."""
    application = start().application
    first = application._flow("start", "StartFlow")
    application.desk.go("welcome")
    assert application._flow("start", "StartFlow") is first


def test_the_font_for_chinese_comes_after_the_first_paint(start: Start) -> None:
    """It is there once the window is."""
    start()
    assert FAMILIES[1] in QFontDatabase.families()


def test_the_end_clears_writes_and_lets_the_worker_go(
    start: Start, tmp_path: Path
) -> None:
    """The next start finds size and place."""
    application = start().application
    application.desk.clipboard.copy_secret("4711")
    application.window.resize(900, 700)
    application.end()
    assert QApplication.clipboard().text() == ""
    assert "geometry" in (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert not application.ops._thread.is_alive()


def test_a_flow_is_loaded_off_the_windows_thread(start: Start) -> None:
    """The first visit waits for it; the page before stays till then."""
    application = start().application
    application._loaded.discard("settings")
    application._flows.pop("SettingsFlow", None)
    application.desk.go("settings")
    assert application.window.place == "welcome"
    assert application.ops.busy


def test_what_was_not_visited_yet_is_loaded_ahead(start: Start) -> None:
    """Once the first page is seen; a click then finds it there."""
    person = start()
    application = person.application
    application._loaded = {"start"}
    application._load_ahead()
    person.wait()
    assert {module for module, _, _ in FLOWS.values()} <= application._loaded
    application.desk.go("settings")
    assert application.window.place == "settings"
