"""What either copy's history tells: what the other has not seen, and since when."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, an_account, an_empty_vault
from vault.merge.history import NOTHING_TOLD, told, unlearnt
from vault.merge.side import Two
from vault.model.entry import MERGED, Entry
from vault.model.vault import Vault

KEY = ("account", an_account().id)


def entry(n: int, at: str = NOON, device: str = "", **before: str) -> Entry:
    return Entry(
        n=n,
        at=at,
        device=device,
        kind="account",
        id=KEY[1],
        action="edit",
        before=before,
    )


def a_vault(*history: Entry, counter: int = 9) -> Vault:
    return replace(an_empty_vault(), history=history, counter=counter)


def test_what_each_lacks_is_in_the_others_order() -> None:
    """Behind the common beginning, entries are known again wherever they stand."""
    first, one, two, three = (entry(n) for n in range(1, 5))
    vaults = Two(a_vault(first, one, three), a_vault(first, two, three))
    assert unlearnt(vaults) == Two((two,), (one,))


def test_two_alike_count_as_one_and_three_as_two() -> None:
    """As many as either has: nothing is learnt twice."""
    first, same, other = entry(1), entry(2), entry(3)
    vaults = Two(a_vault(first, other, same), a_vault(first, same, same))
    assert unlearnt(vaults) == Two((same,), (other,))


def test_what_is_fresh_is_told_by_record() -> None:
    """Only of the records that were asked for."""
    vaults = Two(a_vault(entry(1), entry(2, name="a")), a_vault(entry(1)))
    lacks = unlearnt(vaults)
    mine, theirs = told(vaults, lacks, {KEY})
    assert mine[KEY].fresh == (entry(2, name="a"),)
    assert mine[KEY].edited
    assert theirs[KEY].fresh == ()
    assert told(vaults, lacks, set()) == Two({}, {})


def test_a_history_that_begins_late_has_seen_what_was_before() -> None:
    """A kit has none, and says how far it had counted."""
    whole = a_vault(entry(1), entry(2), entry(3))
    kit = a_vault(counter=2)
    mine, _ = told(Two(whole, kit), unlearnt(Two(whole, kit)), {KEY})
    assert mine[KEY].fresh == (entry(3),)
    late = a_vault(entry(3))
    mine, _ = told(Two(whole, late), unlearnt(Two(whole, late)), {KEY})
    assert mine[KEY].fresh == ()


def test_the_latest_change_of_a_field_is_no_merges() -> None:
    """By number, then time, then device."""
    vault = a_vault(
        entry(4, name="a"),
        entry(5, NOON, "b", name="a"),
        entry(5, LATER, "a", name="a"),
        entry(7, phone="1"),
        entry(9, device=MERGED, name="a"),
    )
    vaults = Two(vault, a_vault(counter=0))
    mine, _ = told(vaults, unlearnt(vaults), {KEY})
    assert mine[KEY].stamp(("name",)) == (5, LATER, "a")
    assert mine[KEY].stamp(("notes",)) == (0, "", "")
    assert NOTHING_TOLD.stamp(("name",)) == (0, "", "")
    assert not NOTHING_TOLD.edited
