"""What can be reached from everywhere: settings, keys, what this program is."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props


def settings(hand: Hand, _props: Props) -> Iterator[str]:
    """How it looks, and what it remembers."""
    hand.go("settings")
    yield "settings"


def help_sheets(hand: Hand, _props: Props) -> Iterator[str]:
    """The sheets of the Help menu."""
    hand.go("welcome")
    for place in ("keys", "about"):
        hand.go(place, hand.application.window)
        yield place
        hand.leave()
