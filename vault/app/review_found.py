"""What reviews found wanting and nobody mended: tries that failed, accounts gone."""

from vault.app.review import FAILED, Way
from vault.app.review_due import ended_reviews
from vault.model.review import Review, parse_cards, parse_tried
from vault.model.vault import Vault


def failed_ways(vault: Vault) -> list[tuple[Way, str]]:
    """Return the ways whose last try failed, and its day; the oldest first."""
    last: dict[Way, tuple[str, str]] = {}
    for review in _in_order(vault):
        for one in parse_tried(review.tried):
            last[Way(one.account, one.way)] = (one.result, one.day)
    failed = [
        (way, day)
        for way, (result, day) in last.items()
        if result == FAILED and way.account in vault.accounts
    ]
    return sorted(failed, key=lambda one: (one[1], one[0]))


def gone_accounts(vault: Vault) -> list[str]:
    """Return the accounts that were last answered for as gone, and are here still."""
    last = {
        card.account: card.answer
        for review in _in_order(vault)
        for card in parse_cards(review.cards)
    }
    return [
        id_ for id_, said in last.items() if said == "gone" and id_ in vault.accounts
    ]


def _in_order(vault: Vault) -> list[Review]:
    """Return the reviews in the order of their ends; one that goes on comes last."""
    going = [one for one in vault.reviews.values() if not one.ended]
    return ended_reviews(vault) + sorted(going, key=lambda one: (one.began, one.id))
