"""The way through a review: begun, a card, the try, the end, signed off."""

from collections.abc import Iterator

from msgspec.structs import replace

from ui.book.hand import Hand
from ui.book.props import Props
from vault.app.review import accounts_of, going
from vault.i18n import translate as _
from vault.model.change import Add, Change, Replace
from vault.model.review import Card, Review

_LONG_AGO = "2020-03-02T12:00:00Z"


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


def home_due(hand: Hand, _props: Props) -> Iterator[str]:
    """Home on the day on which it says that a review is due."""
    desk = hand.application.desk
    changes: list[Change] = []
    for id_ in list(desk.vault.vault.accounts)[:1]:
        card = Card(id_, "right", _LONG_AGO[:10]).spelt()
        past = Review(id="9" * 10, began=_LONG_AGO, ended=_LONG_AGO, cards=(card,))
        changes.append(Add("review", past))
    desk.vault.apply(changes, _("Review"))
    hand.go("accounts")
    desk.settings.note_reminded(desk.vault.session.file.path, "")
    hand.go("home")
    yield "home-review-due"
    hand.press_first(_("Close this message"))
    if changes:
        desk.vault.undo()
