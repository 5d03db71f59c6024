"""The desktop itself, proven on a dummy window: typing, clicking, reading arrive."""

import sys
from pathlib import Path

import pytest

from tests.outside.desktop import Desktop

pytestmark = pytest.mark.slow
DUMMY = Path(__file__).with_name("dummy_window.py")


@pytest.fixture
def desk(desk: Desktop) -> Desktop:
    """Return a desktop with the dummy window on it."""
    desk.start(sys.executable, DUMMY)
    return desk


def test_what_is_typed_and_clicked_arrives(desk: Desktop) -> None:
    """With a picture that shows it."""
    desk.click_named("Your name", "text")
    desk.type("Ana Wüst")
    assert desk.find("Your name", "text").text == "Ana Wüst"
    desk.click_named("Greet")
    desk.reads("Good morning, Ana Wüst")
    assert desk.screenshot("greeted").stat().st_size


def test_keys_alone_do_it_too(desk: Desktop) -> None:
    """Tab comes by every field in order, Space presses, a dialog takes the keyboard."""
    assert desk.focused().name == "Your name"
    desk.keys("Tab", "Tab")
    assert desk.focused().name == "Greet"
    desk.keys("space")
    assert desk.focused().name == "Answer"
    desk.type("Well")
    desk.keys("Return")
    desk.gone("Answer")
    desk.reads("So: Well")


def test_a_pass_phrase_is_told_to_nobody(desk: Desktop) -> None:
    """The tree holds bullets in its place."""
    desk.click_named("Pass phrase", "password text")
    desk.type("open sesame")
    assert len(desk.find("Pass phrase").text) == len("open sesame")
    assert "sesame" not in "".join(map(str, desk.tree()))


def test_what_is_not_there_is_told_with_what_is(
    desk: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a failure can be understood without repeating it."""
    monkeypatch.setattr("tests.outside.desktop.PATIENCE_S", 0.2)
    with pytest.raises(
        pytest.fail.Exception, match=r"(?s)'Leave'.*push button 'Greet'"
    ):
        desk.click_named("Leave")


def test_a_program_that_ends_is_noticed(desk: Desktop) -> None:
    """With its exit code, and not only when patience ends."""
    desk.program.terminate()
    desk.ended()
    with pytest.raises(pytest.fail.Exception, match="the program ended with -15"):
        desk.find("Greet")
