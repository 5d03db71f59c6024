"""The ways through trouble: before a vault is open, and inside."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from vault.i18n import translate as _


def trouble(hand: Hand, _props: Props) -> Iterator[str]:
    """What happened, and the first steps of one kind."""
    hand.go("trouble")
    yield "trouble"
    hand.press(_("Phone lost or stolen"))
    yield "trouble-steps"
    hand.go("welcome")
