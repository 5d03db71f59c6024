"""The ways through an open vault: home, accounts, one account, people."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props


def home(hand: Hand, _props: Props) -> Iterator[str]:
    """How ready the owner is."""
    hand.go("home")
    yield "home"
