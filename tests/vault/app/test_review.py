"""A review: begun, answered, tried, signed off; left and gone on with."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_vault, an_account, an_empty_vault
from tests.fakes import ports_on_disk
from vault.app import review as acts
from vault.app.review_due import next_due
from vault.app.review_score import score
from vault.errors import BrokenInvariant
from vault.model.change import Change, apply, undo
from vault.model.review import Review, parse_parts
from vault.model.vault import Vault

PORTS = ports_on_disk()
IDS = [an_account(n).id for n in range(3)]


def done(vault: Vault, changes: list[Change]) -> Vault:
    return apply(vault, changes, NOON)[0]


def begun() -> tuple[Vault, Review]:
    review, changes = acts.beginning(PORTS, a_vault(3))
    return done(a_vault(3), changes), review


def the(vault: Vault) -> Review:
    found = acts.going(vault)
    assert found is not None
    return found


def test_one_that_goes_on_is_gone_on_with() -> None:
    """Beginning twice makes one review."""
    vault, review = begun()
    assert acts.beginning(PORTS, vault) == (review, [])


def test_the_next_card_is_the_first_without_an_answer() -> None:
    """Left and gone on with, it stands where it stood; a skip is an answer."""
    vault, _review = begun()
    seen = []
    while one := acts.next_card(vault, the(vault)):
        seen.append(one.id)
        vault = done(vault, acts.answering(PORTS, vault, the(vault), one.id, "skipped"))
    assert seen == IDS[::-1]


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    """And undo brings the earlier one back."""
    vault, review = begun()
    vault = done(vault, acts.answering(PORTS, vault, review, IDS[0], "skipped"))
    again = acts.answering(PORTS, vault, the(vault), IDS[0], "right")
    after, changes = apply(vault, again, NOON)
    assert acts.answers(the(after)) == {IDS[0]: "right"}
    back, _ = undo(after, changes, NOON)
    assert acts.answers(the(back)) == {IDS[0]: "skipped"}


def test_ticked_access_is_confirmed_today() -> None:
    """That of the card's own account only."""
    vault, review = begun()
    every = list(vault.access)
    vault = done(vault, acts.answering(PORTS, vault, review, IDS[0], "right", every))
    days = {one.account: one.last_confirmed for one in vault.access.values()}
    assert days[IDS[0]] == PORTS.today()
    assert PORTS.today() not in (days[IDS[1]], days[IDS[2]])


def test_the_way_tried_differs_from_the_last_until_all_had_their_turn() -> None:
    """Then the one tried longest ago comes again."""
    vault, _review = begun()
    tried = []
    first = acts.way_to_try(vault)
    assert first is not None
    while (way := acts.way_to_try(vault)) not in tried:
        assert way is not None
        tried.append(way)
        vault = done(vault, acts.trying(PORTS, the(vault), way, acts.WORKED))
    assert len(tried) > 3
    assert way == first


def test_no_way_is_made_up() -> None:
    """Where nothing is written down there is nothing to try."""
    assert acts.way_to_try(an_empty_vault()) is None


def test_signing_off_keeps_the_score_and_the_next_day() -> None:
    """Then none goes on."""
    vault, review = begun()
    for id_ in IDS:
        vault = done(vault, acts.answering(PORTS, vault, the(vault), id_, "right"))
    found = score(vault, today=PORTS.today())
    assert found is not None
    vault = done(vault, acts.finishing(PORTS, vault, the(vault), " Mina ", found))
    assert acts.going(vault) is None
    ended = vault.reviews[review.id]
    assert (ended.signed_by, ended.score) == ("Mina", found.points)
    assert ended.next_day == next_due(vault) != ""
    assert len(parse_parts(ended.parts)) == len(found.parts)


def test_what_is_no_answer_is_refused() -> None:
    """The window and the command line offer no others."""
    vault, review = begun()
    with pytest.raises(BrokenInvariant):
        acts.answering(PORTS, vault, review, IDS[0], "perhaps")
    with pytest.raises(BrokenInvariant):
        acts.trying(PORTS, review, acts.Way(IDS[0], acts.CODE), "perhaps")
    with pytest.raises(BrokenInvariant):
        acts.finishing(PORTS, vault, review, "  ", None)


def test_an_account_that_went_needs_no_card() -> None:
    """Its answer is kept, and hurts nobody."""
    vault, review = begun()
    gone = replace(review, cards=(f"{'z' * 16} right 2026-03-02",))
    assert len(acts.accounts_of(vault, gone)) == 3
