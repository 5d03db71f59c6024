"""The menus and keys: every act is in a menu, no two share a key or a letter."""

from collections import Counter

from tests.ui.conftest import Start
from ui.actions import ACTION, ACTIONS
from ui.menus import MENUS, RULE


def test_no_two_acts_share_a_key() -> None:
    """Qt would do neither, and warn nobody."""
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_act_is_in_a_menu_once() -> None:
    """So that each can be found, and reached without its key."""
    listed = [name for _, names in MENUS for name in names if name != RULE]
    assert sorted(listed) == sorted(ACTION)


def test_no_two_menus_share_a_letter(start: Start) -> None:
    """Alt and the letter opens one."""
    window = start().application.window
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)


def test_every_act_says_what_it_does(start: Start) -> None:
    """In words, with its key beside them."""
    window = start().application.window
    for spec in ACTIONS:
        action = window.actions_by_name[spec.name]
        assert action.text()
        assert len(action.shortcuts()) == len(spec.keys)
