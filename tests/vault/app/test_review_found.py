"""What reviews found wanting needs care until it is mended."""

from msgspec.structs import replace

from tests.builders import DAY, NOON, a_review, a_vault, an_account
from tests.fakes import ports_on_disk
from vault.app import review as acts
from vault.app.care import look
from vault.app.review_found import failed_ways, gone_accounts
from vault.model.change import Change, apply
from vault.model.review import Card, Review, Tried
from vault.model.vault import Vault

FIRST, SECOND = an_account(0).id, an_account(1).id


def with_reviews(*reviews: Review) -> Vault:
    return replace(a_vault(2), reviews={one.id: one for one in reviews})


def tried(result: str, ended: str = DAY) -> Review:
    spelt = Tried(FIRST, result, ended, "mailbox").spelt()
    return replace(a_review(), id=ended, ended=ended, tried=(spelt,))


def test_a_way_that_failed_needs_care_until_it_works() -> None:
    """The last try counts."""
    vault = with_reviews(tried("failed"))
    assert failed_ways(vault) == [(acts.Way(FIRST, "mailbox"), DAY)]
    cares = [one for one in look(vault, DAY).cares if one.sort == "way-failed"]
    assert [one.accounts for one in cares] == [(FIRST,)]
    assert "the reset mail did not arrive" in cares[0].what
    assert (
        failed_ways(with_reviews(tried("failed"), tried("worked", "2026-09-01"))) == []
    )


def test_a_way_into_what_was_removed_needs_none() -> None:
    """There is nothing left to mend."""
    vault = replace(with_reviews(tried("failed")), accounts={})
    assert failed_ways(vault) == []


def test_an_account_that_is_gone_needs_care_until_it_is_removed() -> None:
    """Or until it is found right again."""
    gone = a_review("", Card(FIRST, "gone", DAY).spelt())
    vault = with_reviews(gone)
    assert gone_accounts(vault) == [FIRST]
    cares = [one for one in look(vault, DAY).cares if one.sort == "account-gone"]
    assert [one.accounts for one in cares] == [(FIRST,)]
    later = replace(gone, id="later", ended="2026-09-01")
    right = replace(later, cards=(Card(FIRST, "right", "2026-09-01").spelt(),))
    assert gone_accounts(with_reviews(gone, right)) == []


def test_what_the_review_that_goes_on_says_counts_last() -> None:
    """It has no end yet."""
    gone = a_review("", Card(SECOND, "gone", DAY).spelt())
    vault = with_reviews(gone)
    review, changes = acts.beginning(ports_on_disk(), vault)
    vault = _done(vault, changes)
    more = acts.answering(ports_on_disk(), vault, review, SECOND, "right")
    assert gone_accounts(_done(vault, more)) == []


def _done(vault: Vault, changes: list[Change]) -> Vault:
    return apply(vault, changes, NOON)[0]
