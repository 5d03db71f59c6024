"""A new user at a real screen: the wizard, home, the lock, and back in."""

import pytest

from tests.outside.desktop import Desktop

pytestmark = pytest.mark.slow

WORDS_PAGE = "The words of your passphrase, in this order"


def words_shown(desk: Desktop) -> str:
    """Return the words that a screen reader tells of the page."""
    told = desk.find(WORDS_PAGE).description
    return " ".join(told.split(", "))


def make_vault(desk: Desktop) -> str:
    """Go from the first page to the tiles by clicks; return the passphrase."""
    desk.start()
    desk.click_named("Create a vault")
    desk.focused_on("Name of the business")
    desk.type("Kiln and Clay")
    desk.screenshot("name")
    desk.click_named("Next")
    words = words_shown(desk)
    assert len(words.split()) == 6
    desk.screenshot("words")
    desk.click_named("Next")
    desk.focused_on("The six words again")
    desk.type(words)
    desk.click_named("Create the vault")
    desk.find("Instagram")
    return words


def test_the_wizard_is_walked_from_outside(desk: Desktop) -> None:
    """Every step through the X server, every name over the accessibility bus."""
    words = make_vault(desk)
    desk.click_named("Find a platform")
    desk.type("insta")
    desk.click_named("Instagram")
    desk.screenshot("tiles")
    desk.click_named("Next")
    desk.focused_on("Login: what you type to sign in")
    desk.type("@kiln")
    desk.screenshot("account")
    desk.click_named("Next")
    desk.focused_on("Name")
    desk.type("Ana")
    desk.keys("Tab")
    desk.type("+49 30 1234567")
    desk.screenshot("trust")
    desk.click_named("Done")
    desk.reads("No kit is printed")
    desk.screenshot("home")
    tree = "\n".join(map(str, desk.tree()))
    assert words not in tree, "words of a page that is gone are still told"
    made = list(desk.screen.home.rglob("Kiln and Clay.sparekey"))
    assert len(made) == 1


def test_a_locked_window_comes_up_again_as_a_fresh_process(desk: Desktop) -> None:
    """The process that held the keys is gone; the words open the vault again."""
    words = make_vault(desk)
    desk.keys("ctrl+l")
    assert desk.handed_over() == 0
    desk.find("Unlock Kiln and Clay")
    desk.focused_on("Passphrase")
    desk.type(words)
    desk.screenshot("unlock")
    desk.keys("Return")
    desk.reads("Nothing is kept here yet.")
    desk.screenshot("home-again")
    desk.keys("ctrl+q")
    desk.gone("Home — Spare Key", "frame")


def test_the_wizard_is_walked_by_keys_alone(desk: Desktop) -> None:
    """Enter is the next step; Tab and Space choose a tile."""
    desk.start()
    desk.focused_on("Create a vault")
    desk.keys("Return")
    desk.focused_on("Name of the business")
    desk.type("Keys")
    desk.keys("Return")
    words = words_shown(desk)
    desk.keys("Return")
    desk.focused_on("The six words again")
    desk.type(words)
    desk.keys("Return")
    desk.find("Instagram")
    desk.keys("space", "Return")
    desk.focused_on("Login: what you type to sign in")
    desk.keys("Return")
    desk.focused_on("Name")
    desk.keys("Return")
    desk.reads("What is missing")
    desk.screenshot("home")


def test_nothing_that_can_be_used_is_without_a_name(desk: Desktop) -> None:
    """Read from outside, as a screen reader does, on page after page."""
    make_vault(desk)
    desk.keys("Return", "Return")
    for keys in ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+comma"):
        desk.keys(keys)
        nameless = [
            str(node)
            for node in desk.tree()
            if node.shown and "focusable" in node.states and not node.name.strip()
        ]
        assert not nameless, (keys, nameless)
