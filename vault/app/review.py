"""A review: begun, answered card by card, one way in tried, signed off, and kept.

Each act returns the changes that do it. What was answered lies in the record, so that
a review can be left at any card and gone on with, on another computer too.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from vault.app.ports import Ports
from vault.app.review_due import due_accounts, next_due
from vault.app.review_score import Score
from vault.errors import BrokenInvariant
from vault.ids import new_id
from vault.model.account import Account
from vault.model.change import Add, Change, Replace
from vault.model.person import Access
from vault.model.review import (
    ANSWERS,
    Card,
    Review,
    Tried,
    parse_cards,
    parse_tried,
)
from vault.model.vault import Vault

WORKED: Final = "worked"
FAILED: Final = "failed"
RESULTS: Final = (WORKED, FAILED)
# Ways that can be tried, spelt as a review keeps them.
CODE: Final = "code"
MAILBOX: Final = "mailbox"
PHONE: Final = "phone"


class Way(NamedTuple):
    """A way into an account that can be tried."""

    account: str
    way: str


def going(vault: Vault) -> Review | None:
    """Return the review that was begun and not signed off, the newest of several."""
    begun = (one for one in vault.reviews.values() if not one.ended)
    return max(begun, key=lambda one: (one.began, one.id), default=None)


def beginning(ports: Ports, vault: Vault) -> tuple[Review, list[Change]]:
    """Return the review to go on with: the one that goes on already, or a new one."""
    if one := going(vault):
        return one, []
    review = Review(id=new_id(ports.random), began=ports.now())
    return review, [Add("review", review)]


def accounts_of(vault: Vault, review: Review) -> list[Account]:
    """Return the accounts that a review has a card for, in the order of the cards.

    They are those due on the day it began; an answer about another adds its card.
    """
    due = due_accounts(vault, review.began[:10])
    ids = {one.id for one in due}
    more = (card.account for card in parse_cards(review.cards))
    extra = [vault.accounts[id_] for id_ in more if id_ in vault.accounts]
    return due + [one for one in extra if one.id not in ids]


def answers(review: Review) -> dict[str, str]:
    """Return the last answer for each account that has one."""
    return {card.account: card.answer for card in parse_cards(review.cards)}


def next_card(vault: Vault, review: Review) -> Account | None:
    """Return the first account that has no answer yet."""
    given = answers(review)
    return next((a for a in accounts_of(vault, review) if a.id not in given), None)


def answering(
    ports: Ports,
    vault: Vault,
    review: Review,
    account: str,
    answer: str,
    confirmed: Iterable[str] = (),
) -> list[Change]:
    """Return what keeps an answer; `confirmed` are the ids of access ticked.

    A later answer takes the place of an earlier one. Raises BrokenInvariant for what
    is no answer.
    """
    if answer not in ANSWERS:
        raise BrokenInvariant("review.answer")
    today = ports.today()
    card = Card(account, answer, today).spelt()
    before = {
        one.spelt() for one in parse_cards(review.cards) if one.account == account
    }
    kept = tuple(text for text in review.cards if text not in before)
    changes: list[Change] = [
        Replace("review", review, replace(review, cards=(*kept, card)))
    ]
    for id_ in confirmed:
        held = vault.access[id_]
        if held.account == account and held.last_confirmed != today:
            after = replace(held, last_confirmed=today)
            changes.append(Replace("access", held, after))
    return changes


def access_to(vault: Vault, account: str) -> list[Access]:
    """Return who has access to an account now, in the order of their names."""
    held = (a for a in vault.access.values() if a.account == account and not a.ended)
    return sorted(held, key=lambda one: (vault.people[one.person].name, one.id))


def way_to_try(vault: Vault, gone: Collection[str] = ()) -> Way | None:
    """Return the way whose turn it is: never tried before tried, then the oldest try.

    So it differs from the last one wherever there is another. `gone` are accounts to
    leave out. None where no way in is written down.
    """
    tried = {
        Way(one.account, one.way): (place, one.day)
        for place, one in enumerate(_all_tried(vault), 1)
    }
    ways = (way for way in _ways(vault) if way.account not in gone)
    return min(ways, key=lambda way: tried.get(way, (0, "")), default=None)


def trying(ports: Ports, review: Review, way: Way, result: str) -> list[Change]:
    """Return what keeps a try. Raises BrokenInvariant for what is no result."""
    if result not in RESULTS:
        raise BrokenInvariant("review.result")
    one = Tried(way.account, result, ports.today(), way.way).spelt()
    if one in review.tried:
        return []
    after = replace(review, tried=(*review.tried, one))
    return [Replace("review", review, after)]


def finishing(
    ports: Ports, vault: Vault, review: Review, signed_by: str, found: Score | None
) -> list[Change]:
    """Return what signs a review off, with its score and the day of the next.

    `signed_by` is the id of a person or a free name. Raises
    BrokenInvariant without one.
    """
    if not signed_by.strip():
        raise BrokenInvariant("review.signed")
    ended = replace(
        review,
        ended=ports.now(),
        signed_by=signed_by.strip(),
        score=found.points if found else None,
        parts=tuple(part.kept() for part in found.parts) if found else (),
    )
    after = replace(vault, reviews={**vault.reviews, ended.id: ended})
    ended = replace(ended, next_day=next_due(after))
    return [Replace("review", review, ended)]


def _all_tried(vault: Vault) -> list[Tried]:
    """Return every try of every review, the oldest first."""
    reviews = sorted(vault.reviews.values(), key=lambda one: (one.began, one.id))
    return [one for review in reviews for one in parse_tried(review.tried)]


def _ways(vault: Vault) -> Iterator[Way]:
    """Yield the ways that are written down, those of the dearest accounts first."""
    coded = {
        one.account
        for one in vault.code_sets.values()
        if not one.retired and any(code.state == "unused" for code in one.codes)
    }
    ordered = sorted(
        vault.accounts.values(),
        key=lambda one: (-(one.worth_a_day or 0), one.name, one.id),
    )
    for one in ordered:
        if one.id in coded:
            yield Way(one.id, CODE)
        if one.email.strip():
            yield Way(one.id, MAILBOX)
        if one.phone.strip():
            yield Way(one.id, PHONE)
