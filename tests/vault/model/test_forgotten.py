"""What an entry says less of, and two that say less than each other."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_vault
from vault.app.edit import using
from vault.model.change import Forget, Replace, apply, inverse, undo
from vault.model.entry import Before, Entry
from vault.model.forgotten import (
    FORGOTTEN,
    emptied,
    is_emptied,
    is_forgotten,
    met,
    without,
)
from vault.model.vault import Vault


def an_entry(**before: Before) -> Entry:
    return Entry(n=1, at=NOON, kind="account", id="a", action="edit", before=before)


CODES: Before = ({"id": "x", "value": "1"}, {"id": "y", "value": "2"}, {"id": "z"})


def test_a_forgotten_value_is_named_and_no_longer_kept() -> None:
    """Another field stays as it was."""
    lesser = without(an_entry(login="me", phone="1"), "login")
    assert lesser.before == {"login": FORGOTTEN, "phone": "1"}
    assert is_forgotten(lesser.before["login"])
    assert without(lesser, "login") == lesser


@pytest.mark.parametrize("nothing", ["", (), None])
def test_where_there_was_nothing_nothing_is_forgotten(nothing: Before) -> None:
    """It is no secret that a field was empty."""
    entry = an_entry(login=nothing)
    assert without(entry, "login") == entry
    assert without(entry, "phone") == entry


def test_a_forgotten_code_keeps_its_id() -> None:
    """One of them, or all; that a code was not there is told on."""
    bare = {"id": "x", "value": ""}
    one = without(an_entry(codes=CODES), "codes", "x").before["codes"]
    assert one == (bare, *CODES[1:])  # type: ignore[index]
    every = without(an_entry(codes=CODES), "codes").before["codes"]
    assert every == (bare, {"id": "y", "value": ""}, {"id": "z"})
    assert is_forgotten(bare)


def test_an_entry_is_emptied_when_all_is_forgotten() -> None:
    """What came in has nothing to forget."""
    entry = an_entry(login="me")
    assert not is_emptied(entry)
    assert is_emptied(without(entry, "login"))
    assert is_emptied(emptied(entry))
    assert emptied(emptied(entry)) == emptied(entry)
    assert not is_emptied(replace(emptied(entry), action="add"))


def test_two_that_forgot_each_another_field_meet_in_one_that_forgot_both() -> None:
    """Whichever comes first."""
    full = an_entry(login="me", phone="1", worth_a_day=None)
    one, other = without(full, "login"), without(full, "phone")
    both = without(one, "phone")
    assert met(one, other) == met(other, one) == both
    assert met(full, one) == met(one, full) == one
    assert met(full, emptied(full)) == met(emptied(full), full) == emptied(full)


def test_codes_meet_one_by_one() -> None:
    """A set forgotten as a whole stays so."""
    full = an_entry(codes=CODES)
    one, other = without(full, "codes", "x"), without(full, "codes", "y")
    assert met(one, other) == met(other, one) == without(full, "codes")
    whole = an_entry(codes=FORGOTTEN)
    assert met(one, whole) == met(whole, one) == whole


@pytest.mark.parametrize(
    "other",
    [
        replace(an_entry(login="me"), n=2),
        replace(an_entry(login="me"), device="phone"),
        an_entry(login="you"),
        an_entry(phone="me"),
        an_entry(login=("me",)),
    ],
)
def test_two_entries_that_differ_otherwise_do_not_meet(other: Entry) -> None:
    """They are two, of two changes."""
    assert met(an_entry(login="me"), other) is None


def test_lists_that_differ_do_not_meet() -> None:
    """Neither by their length nor by what is in them."""
    full = an_entry(codes=CODES)
    assert met(full, an_entry(codes=CODES[:1])) is None  # type: ignore[index]
    changed = ({"id": "x", "value": "1", "state": "used"}, *CODES[1:])  # type: ignore[index]
    assert met(full, an_entry(codes=changed)) is None


def changed() -> Vault:
    """Return a vault with a changed login and a used code."""
    vault = a_vault()
    account = next(iter(vault.accounts.values()))
    new = replace(account, login="new")
    vault = apply(vault, Replace("account", account, new), NOON)[0]
    one = next(iter(vault.code_sets.values()))
    return apply(vault, using(one, one.codes[0], "", "", NOON), NOON)[0]


def test_forgetting_adds_no_entry_and_is_taken_back() -> None:
    """Records stay, and so does the count of changes."""
    vault = changed()
    first, second = vault.history
    change = Forget((first,), (without(first, "login"),))
    after, done = apply(vault, change, NOON)
    assert after.history == (without(first, "login"), second)
    assert (after.counter, after.accounts) == (vault.counter, vault.accounts)
    assert [(one.kind, one.fields) for one in done.touched] == [("account", ("login",))]
    assert undo(after, done, NOON)[0] == vault
    assert inverse(inverse(change)) == change


def test_what_is_not_there_any_more_is_left_out() -> None:
    """Another save may have dropped the entry meanwhile."""
    vault = changed()
    gone = replace(vault.history[0], n=77)
    after, done = apply(vault, Forget((gone,), (emptied(gone),)), NOON)
    assert (after, done.touched) == (vault, ())


def test_no_value_shows_in_the_repr_of_forgetting() -> None:
    """A traceback is no safe."""
    vault = changed()
    told = repr(Forget(vault.history, tuple(map(emptied, vault.history))))
    code = next(iter(vault.code_sets.values())).codes[0]
    assert "shop0" not in told
    assert code.value not in told
