"""What was removed can be brought back for thirty days, with all that went along."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_code_set, a_vault, an_account
from vault.history.gone import Gone, days_ago, gone_lately, last_removals
from vault.model.change import Add, Remove, Replace, apply, undo
from vault.model.entry import Entry
from vault.model.removal import removal_of
from vault.model.vault import Vault

TODAY = NOON[:10]
FIRST, SECOND = an_account(0).id, an_account(1).id


def removed(vault: Vault, kind: str, id_: str, at: str = NOON) -> Vault:
    return apply(vault, removal_of(vault, kind, id_), at, "laptop")[0]


def kinds(one: Gone) -> list[str]:
    return sorted(kind for kind, _ in one.along)


def test_an_account_is_gone_with_all_that_hung_on_it() -> None:
    """One line, not one for each of its parts; the links that were cut are known."""
    vault = a_vault()
    (one,) = gone_lately(removed(vault, "account", FIRST), TODAY)
    assert (one.kind, one.id, one.days_left) == ("account", FIRST, 30)
    assert one.record == vault.accounts[FIRST]
    assert kinds(one) == ["access", "code-set", "contact", "procedure"]
    assert {(entry.kind, entry.id) for entry in one.cuts} == {("account", SECOND)}
    assert (one.at, one.device) == (NOON, "laptop")


def test_a_person_takes_the_access_along_and_leaves_a_name() -> None:
    """Who checked the steps is cut to a name, who answers for an account to nobody."""
    vault = a_vault()
    person = next(iter(vault.people))
    (one,) = gone_lately(removed(vault, "person", person), TODAY)
    assert kinds(one) == []
    assert {entry.kind for entry in one.cuts} == {"account", "procedure"}


def test_days_are_counted_down_and_then_it_is_over() -> None:
    """The thirtieth day after is the first without it."""
    vault = removed(a_vault(), "account", FIRST)
    left = {
        day: [one.days_left for one in gone_lately(vault, day)]
        for day in (
            "2026-03-01",
            "2026-03-02",
            "2026-03-30",
            "2026-03-31",
            "2026-02-01",
        )
    }
    assert left == {
        "2026-03-01": [30],
        "2026-03-02": [29],
        "2026-03-30": [1],
        "2026-03-31": [],
        "2026-02-01": [30],  # by a clock that was set back
    }


@pytest.mark.parametrize(("at", "today"), [("soon", TODAY), (NOON, "today"), ("", "")])
def test_where_days_cannot_be_told_none_has_passed(at: str, today: str) -> None:
    """What cannot be counted is kept."""
    assert days_ago(at, today) == 0


def test_what_came_back_is_not_gone() -> None:
    """By undo, or otherwise; removed again it is, as of the last time."""
    vault = a_vault()
    after, done = apply(vault, removal_of(vault, "account", FIRST), NOON)
    back, undone = undo(after, done, NOON)
    assert gone_lately(back, TODAY) == ()
    again, _ = undo(back, undone, "2026-03-05T12:00:00Z")
    (one,) = gone_lately(again, "2026-03-05")
    assert one.days_left == 30
    assert kinds(one) == ["access", "code-set", "contact", "procedure"]


def test_two_removed_in_one_second_are_two() -> None:
    """Each with its own, the last one first."""
    vault = removed(removed(a_vault(), "account", FIRST), "account", SECOND)
    found = gone_lately(vault, TODAY)
    assert {one.id for one in found} == {FIRST, SECOND}
    assert all(len(one.along) == 4 for one in found)


def test_what_was_changed_between_parts_two_removals() -> None:
    """Though all three were in one second."""
    vault = a_vault(1)
    vault = removed(vault, "contact", next(iter(vault.contacts)))
    account = vault.accounts[FIRST]
    change = Replace("account", account, replace(account, login="x"))
    vault = apply(vault, change, NOON, "laptop")[0]
    found = gone_lately(removed(vault, "account", FIRST), TODAY)
    assert {one.kind: len(one.along) for one in found} == {"account": 3, "contact": 0}


def test_what_was_removed_by_itself_before_does_not_come_with_the_account() -> None:
    """It is listed by itself."""
    vault = a_vault(1)
    one = next(iter(vault.contacts))
    vault = removed(vault, "contact", one, "2026-02-20T12:00:00Z")
    vault = removed(vault, "account", FIRST)
    account, contact = gone_lately(vault, TODAY)
    assert kinds(account) == ["access", "code-set", "procedure"]
    assert (contact.id, contact.days_left) == (one, 21)


def test_a_whole_import_that_was_undone_is_as_many_accounts() -> None:
    """In whatever order its records came in."""
    accounts = [an_account(n) for n in range(3)]
    sets = [a_code_set(one.id, n) for n, one in enumerate(accounts)]
    adds = [Add("account", one) for one in accounts]
    adds += [Add("code-set", one) for one in sets]
    vault, done = apply(a_vault(0), adds, NOON)
    found = gone_lately(undo(vault, done, NOON)[0], TODAY)
    assert [(one.kind, kinds(one)) for one in found] == [("account", ["code-set"])] * 3


def test_an_edit_of_more_than_links_is_no_cut() -> None:
    """Though it was made in the same second and names what was removed."""
    vault = a_vault(2)
    account = vault.accounts[SECOND]
    other = replace(account, recovers_through=(), login="x")
    vault = apply(vault, Replace("account", account, other), NOON)[0]
    first = vault.accounts[FIRST]
    (one,) = gone_lately(apply(vault, Remove("account", first), NOON)[0], TODAY)
    assert one.cuts == ()


def test_what_is_not_kept_or_not_ours_is_not_listed() -> None:
    """A tombstone, and a kind of a newer program."""
    bare = Entry(n=1, at=NOON, kind="account", id="a", action="remove")
    odd = Entry(n=9, at=NOON, kind="robot", id="b", action="remove", before={"x": "y"})
    vault = replace(a_vault(0), history=(bare, odd))
    assert gone_lately(vault, TODAY) == ()
    assert last_removals(vault) == {("account", "a"): 0}
    assert gone_lately(a_vault(), TODAY) == ()
