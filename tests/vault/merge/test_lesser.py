"""What was forgotten in one copy, or is over there, stays so when copies are joined."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account
from tests.forks import forks, joined, merged
from vault.document.codec import decode_document, encode_document
from vault.history.forget import forgetting
from vault.history.keep import tidied
from vault.history.past import Lost, pasts
from vault.merge.conflict import conflicts
from vault.model.change import Replace, apply, undo
from vault.model.entry import TO_CHECK
from vault.model.forgotten import FORGOTTEN, emptied
from vault.model.removal import removal_of
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault

FIRST = ("account", an_account(0).id)
AFTER = "2026-04-15"  # more than thirty days later, and less than four hundred


def put(vault: Vault, at: str = NOON, device: str = "", **fields: object) -> Vault:
    before = vault.get(*FIRST)
    change = Replace("account", before, replace(before, **fields))
    return apply(vault, change, at, device)[0]


def forgot(vault: Vault, field: str = "") -> Vault:
    return apply(vault, forgetting(vault, {FIRST}, field), NOON)[0]


def removed(vault: Vault) -> Vault:
    return apply(vault, removal_of(vault, *FIRST), NOON, "kiln")[0]


def test_what_one_copy_forgot_is_forgotten_in_both() -> None:
    """Whoever is mine; and nothing is learnt twice."""
    full = put(put(a_vault(), login="one"), phone="1")
    lesser = forgot(full, "login")
    assert joined(full, lesser) == joined(lesser, full) == lesser
    assert merged(lesser, full).changes == ()
    assert len(merged(full, lesser).changes) == 1


def test_what_each_forgot_by_itself_is_forgotten_in_both() -> None:
    """Two fields of one change."""
    full = put(a_vault(), login="one", phone="1")
    both = joined(forgot(full, "login"), forgot(full, "email"))
    assert both == forgot(full, "login")
    changed = put(full, login="two", phone="2")
    both = joined(forgot(changed, "login"), forgot(changed, "phone"))
    assert {one.before for one in pasts(both)} == {Lost.FORGOTTEN, ""}


def test_two_changes_at_the_same_moment_stay_two() -> None:
    """A number, a time and a device may be the same by chance."""
    base = a_vault()
    mine, theirs = put(base, login="mine"), put(base, phone="1")
    both = joined(mine, theirs)
    assert len(both.history) == 2
    assert (both.accounts[FIRST[1]].login, both.accounts[FIRST[1]].phone) == (
        "mine",
        "1",
    )


def test_a_removal_that_is_over_still_counts_against_an_old_copy() -> None:
    """What it was is gone; that it was removed is known."""
    base = put(a_vault(1), login="one")
    over = tidied(removed(base), AFTER)
    assert "shop0" not in repr(over.history)
    for both in (joined(over, base), joined(base, over)):
        assert both.accounts == both.code_sets == both.contacts == {}
        assert "shop0" not in repr(both.history)
        assert conflicts(both) == ()


def test_an_old_copy_that_still_holds_the_removal_learns_that_it_is_over() -> None:
    """Its own entries are not learnt back."""
    full = removed(put(a_vault(1), login="one"))
    over = tidied(full, AFTER)
    assert joined(over, full) == joined(full, over) == over


def test_an_edit_still_stays_against_a_removal_that_is_over() -> None:
    """To be looked at, as ever."""
    base = put(a_vault(1), login="one")
    over = tidied(removed(base), AFTER)
    edited = put(base, LATER, "phone", login="two")
    for both in (joined(over, edited), joined(edited, over)):
        assert both.accounts[FIRST[1]].login == "two"
        assert len(conflicts(both)) >= 1


def test_a_value_that_was_forgotten_is_nothing_to_look_at() -> None:
    """A mark without its other value says nothing."""
    base = a_vault()
    mine = put(base, NOON, "kiln", login="mine")
    theirs = put(base, NOON, "phone", login="theirs")
    both = joined(mine, theirs)
    (conflict,) = conflicts(both)
    assert conflict.field == "login"
    assert conflicts(forgot(both)) == ()


def test_a_code_that_was_forgotten_is_nothing_to_look_at() -> None:
    """Neither one of them nor the whole set."""
    one = next(iter(a_vault().code_sets.values()))
    new = replace(one, codes=(replace(one.codes[0], value="1"), *one.codes[1:]))
    vault = apply(a_vault(), Replace("code-set", one, new), NOON, TO_CHECK)[0]
    assert [found.part for found in conflicts(vault)] == [one.codes[0].id]
    change = forgetting(vault, {("code-set", one.id)})
    assert conflicts(apply(vault, change, NOON)[0]) == ()
    entry = replace(vault.history[-1], before={"codes": ({},)})
    assert conflicts(replace(vault, history=(entry,))) == ()


def test_lists_whose_beginning_both_forgot_are_joined_all_the_same() -> None:
    """As where nobody knows what they were: of both, to be looked at."""
    base = a_vault(3)
    mine = forgot(put(base, NOON, "kiln", recovers_through=(an_account(1).id,)))
    theirs = forgot(put(base, NOON, "phone", recovers_through=(an_account(2).id,)))
    mine, theirs = (_as_forgotten(one) for one in (mine, theirs))
    for both in (joined(mine, theirs), joined(theirs, mine)):
        through = both.accounts[FIRST[1]].recovers_through
        assert set(through) == {an_account(1).id, an_account(2).id}
        assert len(conflicts(both)) == 1


def _as_forgotten(vault: Vault) -> Vault:
    """Let an empty list count as forgotten, which `forgetting` leaves as it is."""
    entry = replace(vault.history[-1], before={"recovers_through": FORGOTTEN})
    return replace(vault, history=(*vault.history[:-1], entry))


@pytest.mark.slow
@settings(max_examples=60)
@given(copies=forks(), data=st.data())
def test_what_was_forgotten_agrees_whoever_is_mine(
    copies: tuple[Vault, Vault, Vault], data: st.DataObject
) -> None:
    """Records, and the entries as a bag; undo gives it back."""
    _, mine, theirs = copies
    keys = {(entry.kind, entry.id) for entry in mine.history}
    some = data.draw(st.sets(st.sampled_from(sorted(keys)))) if keys else set()
    lesser = apply(mine, forgetting(mine, some), NOON)[0]
    one, other = joined(lesser, theirs), joined(theirs, lesser)
    assert one.accounts == other.accounts
    assert sorted(map(repr, one.history)) == sorted(map(repr, other.history))
    found = merged(theirs, lesser).changes
    both, done = apply(theirs, found, LATER)
    back, _ = undo(both, done, LATER)
    assert back.accounts == theirs.accounts


def _folded(mine: Vault, theirs: Vault) -> bool:
    """Tell whether one code has two ids: forgotten, it is asked about once more."""
    values = {
        (code.value, code.id)
        for vault in (mine, theirs)
        for one in vault.code_sets.values()
        for code in one.codes
    }
    return len({value for value, _ in values}) < len(values)


@pytest.mark.slow
@settings(max_examples=100)
@given(copies=forks(), data=st.data(), known=st.booleans())
def test_whatever_either_lets_go_of_the_outcome_is_sound(
    copies: tuple[Vault, Vault, Vault], data: st.DataObject, known: bool
) -> None:
    """The same whoever is mine, with nothing learnt twice, and it can be saved."""
    base, mine, theirs = copies
    mine, theirs = (data.draw(lessened(one)) for one in (mine, theirs))
    old = base if known else None
    one, other = joined(mine, theirs, old), joined(theirs, mine, old)
    for kind in KINDS:
        assert one.collection(kind) == other.collection(kind)
    assert sorted(map(repr, one.history)) == sorted(map(repr, other.history))
    for part in (mine, theirs):
        again = joined(one, part, old)
        assert again.code_sets == one.code_sets
        if not _folded(mine, theirs):
            assert merged(one, part, old).changes == ()
    assert [bad for bad in findings(one) if bad.severity == "error"] == []
    assert decode_document(encode_document(one)).vault == one
    conflicts(one)
    pasts(one)


@st.composite
def lessened(draw: st.DrawFn, vault: Vault) -> Vault:
    """Let entries say less, as the bounds of a history do."""
    how = st.sampled_from(["kept", "kept", "blank", "emptied"])
    history = []
    for entry in vault.history:
        act = draw(how)
        if act == "blank" and entry.before:
            blank = dict.fromkeys(entry.before, FORGOTTEN)
            history.append(replace(entry, before=blank))
        elif act == "emptied" and entry.kind in KINDS:
            gone = vault.find(entry.kind, entry.id) is None
            history.append(emptied(entry) if gone else entry)
        else:
            history.append(entry)
    return replace(vault, history=tuple(history))
