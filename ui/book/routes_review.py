"""The way through a review: begun, a card, the try, the end, signed off."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from ui.views.review_card import ReviewCard
from vault.i18n import translate as _


def review(hand: Hand, _props: Props) -> Iterator[str]:
    """Before; a card; one that was changed; what to try; how it stands; after."""
    hand.go("review")
    yield "review"
    if not hand.application.vault.vault.accounts:
        return
    hand.go("review", "begin")
    yield "review-card"
    hand.press(_("Change…"))
    yield "review-change"
    hand.press(_("Back to the card"))
    yield "review-changed"
    hand.press(_("Skip"))
    while isinstance(hand.application.window.page, ReviewCard):
        hand.press(_("Still right"))
    yield "review-try"
    hand.press(_("It did not"))
    yield "review-end"
    hand.fill(_("Who signs it off"), "Mina")
    hand.press(_("Sign off and finish"))
    yield "review-signed"
    hand.go("review")
    yield "review-earlier"
