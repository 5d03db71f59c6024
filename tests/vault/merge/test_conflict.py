"""What a merge left to be looked at, and what the two answers do."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account
from tests.forks import joined
from vault.app.edit import using
from vault.merge.conflict import Conflict, conflicts, keep_shown, take_other
from vault.model.change import (
    Change,
    Joined,
    Remove,
    Replace,
    apply,
    edit_vault,
    undo,
)
from vault.model.entry import MERGED
from vault.model.removal import removal_of
from vault.model.vault import Vault

BASE = a_vault(1, codes=2)
ACCOUNT = an_account().id


def act(vault: Vault, *changes: Change, at: str = NOON) -> Vault:
    return apply(vault, changes, at)[0]


def noted(vault: Vault, text: str) -> Vault:
    now = vault.accounts[ACCOUNT]
    return act(vault, Replace("account", now, replace(now, notes=text)))


def two_notes() -> Vault:
    return joined(noted(BASE, "b"), noted(BASE, "a"), BASE)


def test_a_conflict_names_both_values() -> None:
    """The one that shows, and the one in the history; neither in a repr."""
    (one,) = conflicts(two_notes())
    assert (one.kind, one.id, one.field, one.part) == ("account", ACCOUNT, "notes", "")
    assert (one.shown, one.other) == ("b", "a")
    assert "'b'" not in repr(one)
    assert conflicts(BASE) == ()


def test_keeping_what_is_shown_closes_it_for_all_copies() -> None:
    """An entry says so, and another copy that merges it learns of it."""
    both = two_notes()
    (one,) = conflicts(both)
    kept = act(both, *keep_shown(both, one))
    assert kept.accounts[ACCOUNT].notes == "b"
    assert conflicts(kept) == ()
    assert conflicts(joined(both, kept)) == ()


def test_taking_the_other_puts_it_in_place() -> None:
    """The one that showed is in the history then."""
    both = two_notes()
    (one,) = conflicts(both)
    taken = act(both, *take_other(both, one))
    assert taken.accounts[ACCOUNT].notes == "a"
    assert taken.history[-1].before == {"notes": "b"}
    assert conflicts(taken) == ()


def test_a_later_edit_of_the_field_answers_too() -> None:
    """Whoever typed there has looked; another field is no answer."""
    both = two_notes()
    now = both.accounts[ACCOUNT]
    other = act(both, Replace("account", now, replace(now, phone="1")))
    assert len(conflicts(other)) == 1
    assert conflicts(noted(both, "c")) == ()


def test_a_record_kept_against_its_removal() -> None:
    """Right as it is, or removed after all, with what hangs on it."""
    theirs = act(BASE, *removal_of(BASE, "account", ACCOUNT))
    both = joined(noted(BASE, "n"), theirs, BASE)
    found = {one.kind: one for one in conflicts(both)}
    assert found["account"].field == ""
    assert found["account"].other is None
    kept = act(both, *keep_shown(both, found["account"]))
    assert "account" not in {one.kind for one in conflicts(kept)}
    gone = act(both, *take_other(both, found["account"]))
    assert gone.accounts == {}
    assert conflicts(gone) == ()


def test_a_code_used_twice() -> None:
    """One use or the other; by code, not by set."""
    one = next(iter(BASE.code_sets.values()))
    mine = act(BASE, *using(one, one.codes[0], "Mina", "", NOON))
    theirs = act(BASE, *using(one, one.codes[0], "Sam", "", LATER), at=LATER)
    both = joined(mine, theirs, BASE)
    (found,) = conflicts(both)
    assert found.part == one.codes[0].id
    taken = act(both, *take_other(both, found))
    assert taken.code_sets[one.id].codes[0].used_by == "Mina"
    assert taken.code_sets[one.id].codes[1] == one.codes[1]
    kept = act(both, *keep_shown(both, found))
    assert kept.code_sets == both.code_sets
    assert conflicts(kept) == ()


def test_a_code_kept_against_its_removal() -> None:
    """The other answer removes it."""
    one = next(iter(BASE.code_sets.values()))
    mine = act(BASE, *using(one, one.codes[0], "Mina", "", NOON))
    less = replace(one, codes=one.codes[1:])
    both = joined(mine, act(BASE, Replace("code-set", one, less)), BASE)
    (found,) = conflicts(both)
    assert found.other is None
    taken = act(both, *take_other(both, found))
    assert taken.code_sets[one.id].codes == one.codes[1:]


def test_the_name_of_the_vault() -> None:
    """A field of no record."""
    mine = act(BASE, edit_vault(BASE, name="b"))
    both = joined(mine, act(BASE, edit_vault(BASE, name="a")), BASE)
    (found,) = conflicts(both)
    assert (found.kind, found.shown, found.other) == ("vault", "b", "a")
    assert act(both, *take_other(both, found)).name == "a"
    assert act(both, *keep_shown(both, found)).name == "b"


def test_what_is_gone_or_settled_by_itself_is_no_conflict() -> None:
    """A record that went later; a value that became the other one without an entry."""
    both = two_notes()
    account = both.accounts[ACCOUNT]
    assert conflicts(act(both, Remove("account", account))) == ()
    same = replace(both, accounts={ACCOUNT: replace(account, notes="a")})
    assert conflicts(same) == ()


def test_two_conflicts_come_newest_first() -> None:
    """By the number of their entries."""
    both = two_notes()
    mine = act(both, edit_vault(both, name="b"))
    theirs = act(both, edit_vault(both, name="a"))
    fields = [one.field for one in conflicts(joined(mine, theirs))]
    assert fields == ["name", "notes"]


def test_what_a_later_merge_notes_is_no_answer() -> None:
    """Nobody has looked: the conflict stands."""
    both = two_notes()
    now = both.accounts[ACCOUNT]
    note = Joined(Replace("account", now, replace(now, notes="z")), MERGED)
    assert [one.shown for one in conflicts(act(both, note))] == ["z"]


def a_code_twice() -> Vault:
    one = next(iter(BASE.code_sets.values()))
    mine = act(BASE, *using(one, one.codes[0], "Mina", "", NOON))
    theirs = act(BASE, *using(one, one.codes[0], "Sam", "", LATER), at=LATER)
    return joined(mine, theirs, BASE)


def a_record_kept() -> Vault:
    contact = next(iter(BASE.contacts.values()))
    busy = Replace("contact", contact, replace(contact, hours="9-5"))
    gone = removal_of(BASE, "contact", contact.id)
    return joined(act(BASE, busy), act(BASE, *gone), BASE)


@pytest.mark.parametrize("answer", [keep_shown, take_other])
@pytest.mark.parametrize("left", [two_notes, a_code_twice, a_record_kept])
def test_an_answer_that_is_taken_back_is_asked_for_again(
    left: Callable[[], Vault], answer: Callable[[Vault, Conflict], list[Change]]
) -> None:
    """With the same two values; done again, it is answered again."""
    both = left()
    (found,) = conflicts(both)
    answered, done = apply(both, answer(both, found), LATER)
    assert conflicts(answered) == ()
    back, undone = undo(answered, done, LATER)
    (again,) = conflicts(back)
    assert (again.shown, again.other) == (found.shown, found.other)
    redone, _ = undo(back, undone, LATER)
    assert conflicts(redone) == ()
    assert redone.accounts == answered.accounts
