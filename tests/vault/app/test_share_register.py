"""The register of shares: who has which issue, how it stands, what is noted of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from tests.builders import a_vault
from tests.desk import opened
from tests.fakes import FailingFiles, with_files
from vault.app.care import look
from vault.app.credentials import chosen_passphrase
from vault.app.session import Session
from vault.app.share_give import give_noted_share
from vault.app.share_make import ShareOrder
from vault.app.share_register import (
    STATES,
    find_share,
    keeper_of,
    next_issue,
    noted,
    share_standing,
    share_standings,
)
from vault.app.share_state_words import (
    STATE_WORDS,
    deputies_words,
    share_name,
    standing_words,
)
from vault.errors import Ambiguous, BadInput, FileTrouble, Invalid, NotFound
from vault.limits import TEXT_CHARACTERS
from vault.model.change import Replace
from vault.model.share import Share

WORDS = "amber brick cloud daisy ember flint"
TODAY = "2026-03-01"  # of the fixed clock
NOON = "2026-03-01T12:00:00Z"


def give(session: Session, path: Path, keeper: str = "", expires: str = "") -> Share:
    """Give somebody a share of the first account, and return its entry."""
    order = ShareOrder(
        accounts=tuple(session.vault.accounts)[:1],
        depth="codes",
        passphrase=chosen_passphrase(WORDS, WORDS, drawn=True),
        expires=expires,
        keeper=keeper,
    )
    before = set(session.vault.shares)
    give_noted_share(session, order, path)
    (id_,) = set(session.vault.shares) - before
    return session.vault.shares[id_]


def state(session: Session, share: Share, today: str = TODAY) -> str:
    held = session.vault.shares[share.id]
    return share_standing(session.vault, held, today).state


def test_each_share_is_entered_and_saved(
    session: Session, tmp_path: Path, folder: Path
) -> None:
    """With all that tells later whether it is old; nothing of what opens it."""
    share = give(session, tmp_path / "one.sparekey", "Mina", "2026-06-01")
    assert (share.issue, share.keeper, share.depth) == (1, "Mina", "codes")
    assert (share.accounts, share.expires) == (
        tuple(session.vault.accounts)[:1],
        "2026-06-01",
    )
    assert share.prints
    assert not session.unsaved
    session.close()
    with opened(session.ports, folder / "shop.sparekey") as again:
        assert again.vault.shares[share.id] == share


def test_issues_count_up_for_one_keeper(session: Session, tmp_path: Path) -> None:
    """Under the id of the first; another has another, nobody always a new one."""
    shares = [
        give(session, tmp_path / f"{n}.sparekey", name)
        for n, name in enumerate(("Mina", "Mina", "Jo", "", ""))
    ]
    assert [one.issue for one in shares] == [1, 2, 1, 1, 1]
    assert shares[0].share == shares[1].share
    assert len({one.share for one in shares}) == 4
    assert next_issue(session.vault, "Mina") == (shares[0].share, 3)
    assert state(session, shares[0]) == "replaced"
    assert state(session, shares[1]) == "unopened"


def test_a_person_of_the_vault_is_meant_by_name(
    session: Session, tmp_path: Path
) -> None:
    """So that what she is called later is said."""
    person = next(iter(session.vault.people.values()))
    share = give(session, tmp_path / "one.sparekey", person.name.upper())
    assert share.keeper == person.id
    assert keeper_of(session.vault, share) == person.name
    session.apply(Replace("person", person, structs.replace(person, name="Zoë")), "x")
    assert keeper_of(session.vault, share) == "Zoë"
    assert find_share(session.vault, "zoë") == share


def test_a_change_of_what_is_in_it_makes_a_share_stale(
    session: Session, tmp_path: Path
) -> None:
    """A change of another account does not, nor one of the register itself."""
    share = give(session, tmp_path / "one.sparekey")
    first, second, *_others = session.vault.accounts.values()
    changed = structs.replace(second, notes="another")
    session.apply(Replace("account", second, changed), "x")
    session.apply(noted(share, TODAY, note="in the safe"), "x")
    assert state(session, share) == "unopened"
    session.apply(Replace("account", first, structs.replace(first, url="x.test")), "x")
    assert state(session, share) == "stale"


def test_an_account_that_is_gone_makes_its_share_stale(
    session: Session, tmp_path: Path
) -> None:
    """Whoever has it still has what was in it."""
    share = give(session, tmp_path / "one.sparekey")
    vault = session.vault
    bare = structs.replace(vault, accounts={})
    since = share_standing(bare, vault.shares[share.id], TODAY).since
    assert since.gone
    assert since.is_stale


def test_what_becomes_of_a_share_is_noted_by_hand(
    session: Session, tmp_path: Path
) -> None:
    """Each day once; a withdrawn one is said to be so before all else."""
    share = give(session, tmp_path / "one.sparekey", expires="2026-06-01")
    session.apply(noted(share, TODAY, opened=TODAY), "x")
    assert state(session, share) == "current"
    assert state(session, share, "2026-06-01") == "current"
    assert state(session, share, "2026-06-02") == "expired"
    held = session.vault.shares[share.id]
    session.apply(noted(held, TODAY, withdrawn=TODAY), "x")
    assert state(session, share, "2026-06-02") == "withdrawn"
    held = session.vault.shares[share.id]
    session.apply(noted(held, TODAY, withdrawn="", opened=""), "x")
    assert state(session, share) == "unopened"


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("soon", "day-unknown"),
        ("2026-03-02", "day-to-come"),
        ("2026-02-28", "day-before-made"),
    ],
)
def test_a_day_that_can_not_be_is_refused(
    session: Session, tmp_path: Path, day: str, problem: str
) -> None:
    """None, one to come, one before it was made."""
    share = give(session, tmp_path / "one.sparekey")
    with pytest.raises(BadInput) as caught:
        noted(share, TODAY, opened=day)
    assert caught.value.problem == problem


def test_a_share_is_found_by_what_people_call_it(
    session: Session, tmp_path: Path
) -> None:
    """The last issue, unless an earlier one is named."""
    first, last = (
        give(session, tmp_path / f"{n}.sparekey", "Mina Okafor") for n in range(2)
    )
    vault = session.vault
    for reference in (
        "mina okafor",
        last.id,
        last.id[:5],
        first.share,
        "Mina Okafor:2",
    ):
        assert find_share(vault, reference) == last
    assert find_share(vault, "Mina Okafor:1") == first
    for reference in ("Nobody", "Mina Okafor:9", "Mina Okafor:x", "M"):
        with pytest.raises(NotFound):
            find_share(vault, reference)


def test_two_shares_of_one_name_are_told_apart() -> None:
    """Nothing is guessed."""
    ones = [
        Share(
            id=f"0000000{n}",
            share=f"{n}" * 16,
            made="2026-03-01T12:00:00Z",
            keeper="Jo",
        )
        for n in (1, 2)
    ]
    held = structs.replace(a_vault(), shares={one.id: one for one in ones})
    with pytest.raises(Ambiguous):
        find_share(held, "Jo")


def test_a_vault_that_can_not_be_saved_hands_nothing_out(
    session: Session, tmp_path: Path
) -> None:
    """The file is taken back, and the entry: no share is out that nobody knows of."""
    path = tmp_path / "one.sparekey"
    session.ports = with_files(session.ports, FailingFiles("write", after=1))
    with pytest.raises(FileTrouble):
        give(session, path)
    assert not path.exists()
    assert not session.vault.shares
    assert (session.undo_name, session.redo_name) == ("", "")


def test_a_name_that_no_record_may_have_hands_nothing_out(
    session: Session, tmp_path: Path
) -> None:
    """The file is taken back, since the register can't say who has it."""
    path = tmp_path / "one.sparekey"
    with pytest.raises(Invalid):
        give(session, path, "x" * (TEXT_CHARACTERS + 1))
    assert not path.exists()
    assert not session.vault.shares


def test_all_files_together_are_told_by_the_worst(
    session: Session, tmp_path: Path
) -> None:
    """None; not opened; up to date; soon over; older than changes; expired."""

    def told(today: str = TODAY) -> str:
        return deputies_words(share_standings(session.vault, today))

    assert told() == "No file for a deputy is in force."
    share = give(session, tmp_path / "one.sparekey", expires="2026-06-01")
    assert told() == "1 file for a deputy is not known to be opened."
    session.apply(noted(share, TODAY, opened=TODAY), "x")
    assert told() == "1 file for a deputy is up to date."
    assert told("2026-05-01") == "1 file for a deputy is up to date."
    assert told("2026-05-02") == "A file for a deputy runs out on 2026-06-01."
    first = next(iter(session.vault.accounts.values()))
    session.apply(Replace("account", first, structs.replace(first, url="x.test")), "x")
    assert told() == "1 file for a deputy is older than changes of what is in it."
    assert told("2026-06-02") == "1 file for a deputy has expired."


def test_old_files_and_trusted_people_without_one_need_care(
    session: Session, tmp_path: Path
) -> None:
    """Nobody is named before the first file is made; a person who has one is not."""

    def sorts(today: str = TODAY) -> dict[str, str]:
        cares = look(session.vault, today).cares
        return {one.sort: one.what for one in cares if one.sort.startswith("share")}

    assert sorts() == {}
    trusted = [one.name for one in session.vault.people.values() if one.trusted]
    give(session, tmp_path / "one.sparekey", "Jo", "2026-06-01")
    assert all(name in sorts()["share-none"] for name in trusted)
    assert "Jo, issue 1: expired" in sorts("2026-06-02")["share-expired"]
    for number, name in enumerate(trusted):
        give(session, tmp_path / f"{number}.more.sparekey", name)
    assert "share-none" not in sorts()


def test_every_state_has_words(session: Session, tmp_path: Path) -> None:
    """Short ones, and a sentence; withdrawing calls nothing back, and that is said."""
    assert set(STATE_WORDS) == set(STATES)
    share = give(session, tmp_path / "one.sparekey", "Mina", "2026-06-01")
    vault = session.vault
    one = share_standing(vault, share, TODAY)
    assert share_name(vault, one) == "Mina, issue 1"
    gone = replace(one, share=structs.replace(share, withdrawn=TODAY))
    assert "can still open it" in standing_words(gone)
    older = replace(one, newer=structs.replace(share, issue=2))
    assert "Issue 2 was made after it" in standing_words(older)
    assert "2026-06-01" in standing_words(replace(one, expired=True))
    used = structs.replace(vault, accounts={})
    assert "Make a new one" in standing_words(share_standing(used, share, TODAY))
    assert "note the day" in standing_words(one)
    known = replace(one, share=structs.replace(share, opened=TODAY))
    assert TODAY in standing_words(known)
    assert [each.state for each in share_standings(vault, TODAY)] == ["unopened"]
    later = structs.replace(share, depth="everything")
    assert not share_standing(vault, later, TODAY).since.known
