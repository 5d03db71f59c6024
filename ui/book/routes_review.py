"""The way through a review: begun, a card, the try, the end, signed off."""

from collections.abc import Iterator

from msgspec.structs import replace

from ui.book.hand import Hand
from ui.book.props import Props
from vault.app.review import accounts_of, going
from vault.i18n import translate as _
from vault.model.change import Replace
from vault.model.review import Card


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
    _answer_all_but_one(hand)
    hand.press(_("Still right"))
    yield "review-try"
    hand.press(_("It did not"))
    yield "review-end"
    hand.fill(_("Who signs it off"), "Mina")
    hand.press(_("Sign off and finish"))
    yield "review-signed"
    hand.go("review")
    yield "review-earlier"


def _answer_all_but_one(hand: Hand) -> None:
    """Answer as if somebody had pressed for a long time, but for the last card."""
    vault = hand.application.vault
    one = going(vault.vault)
    if one is None:
        return
    ids = [each.id for each in accounts_of(vault.vault, one)][1:-1]
    cards = tuple(Card(id_, "right", one.began[:10]).spelt() for id_ in ids)
    after = replace(one, cards=(*one.cards, *cards))
    vault.apply([Replace("review", one, after)], _("Review"))
    hand.go("review", "begin")
