"""Two copies as people leave them: what becomes of each field, record and mark."""

import pytest
from msgspec.structs import replace

from tests.builders import LATER, NOON, a_kit, a_vault, an_account, an_id
from tests.forks import joined, merged
from vault.app.edit import using
from vault.errors import BrokenInvariant
from vault.limits import TEXT_CHARACTERS
from vault.merge.difference import Difference
from vault.merge.side import Two
from vault.merge.three_way import merge
from vault.model.account import Account
from vault.model.change import Add, Change, Remove, Replace, apply, edit_vault
from vault.model.code import CodeSet
from vault.model.identity import Identity
from vault.model.person import Person
from vault.model.procedure import Procedure
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import KINDS, Vault, kind_of

BASE = a_vault(2, codes=3)
ACCOUNT = an_account(1).id


def edit(vault: Vault, record: Record, at: str = NOON, **fields: object) -> Vault:
    """Return the vault with those fields of one record changed."""
    now = vault.get(kind_of(record), record.id)
    return act(vault, Replace(kind_of(record), now, replace(now, **fields)), at=at)


def act(vault: Vault, *changes: Change, at: str = NOON) -> Vault:
    """Return the vault after an act."""
    return apply(vault, changes, at)[0]


def account(vault: Vault) -> Account:
    return vault.accounts[ACCOUNT]


def codes(vault: Vault) -> CodeSet:
    return next(one for one in vault.code_sets.values() if one.account == ACCOUNT)


def procedure(vault: Vault) -> Procedure:
    return next(one for one in vault.procedures.values() if one.account == ACCOUNT)


def use(vault: Vault, place: int, by: str, at: str = NOON) -> Vault:
    """Return the vault with the code at that place marked used."""
    one = codes(vault)
    return act(vault, *using(one, one.codes[place], by, "", at), at=at)


def only(vault: Vault, other: Vault, base: Vault | None = BASE) -> Difference:
    """Return the one difference of two copies."""
    (found,) = merged(vault, other, base).differences
    return found


def test_each_marks_another_code_used_and_edits_another_field_of_one_account() -> None:
    """All four facts are kept: the case in which others lose one."""
    mine = edit(use(BASE, 0, "Mina"), account(BASE), phone="+49 30 1")
    theirs = edit(use(BASE, 1, "Sam"), account(BASE), notes="by post")
    for base in (BASE, None):
        both = joined(mine, theirs, base)
        assert [code.state for code in codes(both).codes] == ["used", "used", "unused"]
        assert [code.used_by for code in codes(both).codes] == ["Mina", "Sam", ""]
        assert (account(both).phone, account(both).notes) == ("+49 30 1", "by post")
        assert merged(mine, theirs, base).to_check == ()


def test_what_both_changed_differently_is_kept_twice() -> None:
    """The later one shows, whoever is mine; the other is in the history, marked."""
    mine = edit(BASE, account(BASE), notes="from the laptop")
    theirs = edit(edit(BASE, account(BASE), notes="a"), account(BASE), notes="b")
    told = only(mine, theirs)
    assert (told.mine, told.theirs) == ("from the laptop", "b")
    assert (told.result, told.outcome, told.check) == ("b", "theirs", True)
    both = joined(mine, theirs, BASE)
    assert account(both).notes == "b"
    assert both.history[-1].before == {"notes": "from the laptop"}
    assert both.history[-1].device == "merge-check"


def test_clocks_decide_only_between_changes_of_one_number() -> None:
    """A clock that is years ahead does not win against a later change."""
    ahead = edit(BASE, account(BASE), at="2036-03-01T12:00:00Z", notes="ahead")
    twice = edit(edit(BASE, account(BASE), notes="a"), account(BASE), notes="b")
    assert account(joined(ahead, twice, BASE)).notes == "b"
    once = edit(BASE, account(BASE), notes="c")
    assert account(joined(ahead, once, BASE)).notes == "ahead"


def test_what_one_side_did_and_took_back_gives_way() -> None:
    """Three-way: the value is as it was when the copies parted."""
    there = edit(BASE, account(BASE), notes="slip")
    mine = edit(there, account(there), notes="")
    theirs = edit(BASE, account(BASE), LATER, notes="typed")
    for base in (BASE, None):
        assert account(joined(mine, theirs, base)).notes == "typed"
        assert account(joined(theirs, mine, base)).notes == "typed"
        assert merged(mine, theirs, base).to_check == ()


def test_a_removal_against_an_edit_keeps_the_record_and_marks_it() -> None:
    """And all that went with it: an account keeps its codes, its steps, its people."""
    mine = act(BASE, *removal_of(BASE, "account", ACCOUNT))
    theirs = edit(BASE, account(BASE), notes="still in use")
    for one, other in ((mine, theirs), (theirs, mine)):
        both = joined(one, other, BASE)
        assert account(both).notes == "still in use"
        for kind in KINDS:
            assert both.collection(kind).keys() == BASE.collection(kind).keys()
    told = {(one.kind, one.check) for one in merged(mine, theirs, BASE).differences}
    assert told == {
        (kind, True)
        for kind in ("account", "code-set", "procedure", "contact", "access")
    }


def test_a_removal_of_what_nobody_changed_stands() -> None:
    """Nothing to look at: the history has what it held."""
    mine = edit(BASE, account(BASE), notes="n")
    contact = next(iter(BASE.contacts.values()))
    theirs = act(BASE, Remove("contact", contact))
    told = merged(mine, theirs, BASE)
    assert told.to_check == ()
    assert contact.id not in joined(mine, theirs).contacts
    assert contact.id not in joined(theirs, mine).contacts


def test_a_new_record_brings_back_what_it_points_to() -> None:
    """One adds codes to an account that the other removed."""
    new = CodeSet(id=an_id(7), account=ACCOUNT)
    mine = act(BASE, Add("code-set", new))
    theirs = act(BASE, *removal_of(BASE, "account", ACCOUNT))
    both = joined(mine, theirs)
    assert both.code_sets[new.id] == new
    assert account(both) == account(BASE)


def test_whoever_is_removed_stays_away_from_what_comes_back() -> None:
    """An account comes back, not the access of somebody removed for good."""
    person = account(BASE).owner
    mine = edit(BASE, account(BASE), notes="n")
    theirs = act(BASE, *removal_of(BASE, "account", ACCOUNT))
    theirs = act(theirs, *removal_of(theirs, "person", person))
    both = joined(mine, theirs, BASE)
    assert account(both).owner == ""
    assert person not in both.people
    assert not [one for one in both.access.values() if one.person == person]


def test_whoever_is_named_anew_comes_back() -> None:
    """Removed there, made the owner here: the later word may be the right one."""
    person = next(one for one in BASE.people if one != account(BASE).owner)
    mine = edit(BASE, account(BASE), owner=person)
    theirs = act(BASE, *removal_of(BASE, "person", person))
    both = joined(mine, theirs, BASE)
    assert account(both).owner == person
    assert both.people[person] == BASE.people[person]


def test_a_person_removed_there_and_named_here_becomes_a_name() -> None:
    """As a removal does it; an id without a record would tell nobody anything."""
    mina = Person(id=an_id(8), name="Mina")
    base = act(BASE, Add("person", mina))
    mine = edit(use(base, 0, mina.id), procedure(base), checked_by=mina.id)
    theirs = act(base, *removal_of(base, "person", mina.id))
    for one, other in ((mine, theirs), (theirs, mine)):
        both = joined(one, other, base)
        assert mina.id not in both.people
        assert codes(both).codes[0].used_by == "Mina"
        assert procedure(both).checked_by == "Mina"


def test_a_removal_taken_back_is_no_removal() -> None:
    """Whoever has the record saw that it went, and brought it back."""
    contact = next(iter(BASE.contacts.values()))
    gone = act(BASE, Remove("contact", contact))
    back = act(gone, Add("contact", contact))
    told = merged(back, gone)
    assert joined(back, gone).contacts[contact.id] == contact
    assert told.to_check == ()


def test_a_fact_told_in_two_fields_is_not_torn() -> None:
    """The day of a check goes with whoever checked."""
    mine = edit(BASE, procedure(BASE), checked="2026-03-02", checked_by="Ann")
    theirs = edit(BASE, procedure(BASE), checked="2026-03-05", checked_by="Aaron")
    for one, other in ((mine, theirs), (theirs, mine)):
        both = procedure(joined(one, other, BASE))
        assert (both.checked, both.checked_by) in {
            ("2026-03-02", "Ann"),
            ("2026-03-05", "Aaron"),
        }


def test_lists_are_joined_entry_by_entry() -> None:
    """What either added is there; what either removed is not."""
    contact = next(iter(BASE.contacts.values()))
    base = edit(BASE, contact, case_numbers=("A", "B"))
    mine = edit(base, contact, case_numbers=("A", "B", "C"))
    theirs = edit(base, contact, LATER, case_numbers=("D", "A"))
    both = joined(mine, theirs, base).contacts[contact.id].case_numbers
    assert both == joined(theirs, mine).contacts[contact.id].case_numbers
    assert sorted(both) == ["A", "C", "D"]
    assert merged(mine, theirs, base).to_check == ()


def test_lists_without_a_common_state_lose_nothing_and_are_marked() -> None:
    """It can't be told who removed what: all of it stays."""
    account_ = an_account(5)
    mine = act(BASE, Add("account", replace(account_, recovers_through=(ACCOUNT,))))
    other = next(id_ for id_ in BASE.accounts if id_ != ACCOUNT)
    theirs = act(BASE, Add("account", replace(account_, recovers_through=(other,))))
    both = joined(mine, theirs).accounts[account_.id]
    assert sorted(both.recovers_through) == sorted([ACCOUNT, other])
    assert only(mine, theirs, None).check


def test_kits_printed_under_one_number_get_each_its_own() -> None:
    """In the order of their making; the note says what the sheets say."""
    one = replace(a_kit(2), id=an_id(1), made=NOON)
    other = replace(a_kit(2), id=an_id(2), made=LATER, note="safe")
    both = joined(act(BASE, Add("kit", one)), act(BASE, Add("kit", other)))
    assert both.kits[one.id] == one
    assert both.kits[other.id].number == 3
    assert both.kits[other.id].note.startswith("safe\nIts sheets say number 2")
    again = joined(both, act(BASE, Add("kit", other)))
    assert again == both


def test_a_note_that_is_full_is_left_as_it_is() -> None:
    """The number changes all the same."""
    one = replace(a_kit(2), id=an_id(1), made=NOON)
    full = replace(a_kit(2), id=an_id(2), made=LATER, note="n" * TEXT_CHARACTERS)
    both = joined(act(BASE, Add("kit", one)), act(BASE, Add("kit", full)))
    assert both.kits[full.id] == replace(full, number=3)


def test_kits_that_had_one_number_before_keep_it() -> None:
    """An older fault is not for a merge to mend."""
    twin = replace(a_kit(1), id=an_id(3))
    mine = act(BASE, Add("kit", twin))
    assert joined(mine, BASE).kits == mine.kits
    assert joined(BASE, mine).kits == mine.kits


def test_the_vaults_own_fields_are_merged_too() -> None:
    """Its name and currency, one by one."""
    mine = act(BASE, edit_vault(BASE, name="Tea House"))
    theirs = act(BASE, edit_vault(BASE, currency="CHF"))
    both = joined(mine, theirs, BASE)
    assert (both.name, both.currency) == ("Tea House", "CHF")


def test_what_belongs_to_the_ways_in_stays_with_them() -> None:
    """The key card's code and the identity go with whose ways in are kept; unseen."""
    theirs = act(
        BASE,
        edit_vault(
            BASE,
            vault_code="ab" * 16,
            card_number=2,
            identity=Identity(signing_seed="77" * 32),
            signer="cd" * 32,
        ),
    )
    assert joined(BASE, theirs).vault_code == BASE.vault_code
    taken = merge(Two(BASE, theirs), BASE, "theirs")
    after = act(BASE, *taken.changes)
    assert (after.vault_code, after.card_number) == (theirs.vault_code, 2)
    assert (after.identity, after.signer) == (theirs.identity, theirs.signer)
    told = {one.field: one for one in taken.differences}
    assert (told["vault_code"].theirs, told["identity"].theirs) == (None, None)
    assert told["card_number"].outcome == "theirs"


def test_nothing_secret_is_in_a_difference_that_is_printed() -> None:
    """A traceback shows reprs."""
    told = repr(merged(use(BASE, 0, "Mina"), BASE))
    assert not [code.value for code in codes(BASE).codes if code.value in told]


def test_two_vaults_are_never_merged() -> None:
    """Who gets here with another id has not asked before."""
    with pytest.raises(BrokenInvariant):
        merged(BASE, replace(BASE, id="ff" * 8))


def test_what_has_no_history_is_merged_by_the_common_save_and_noted() -> None:
    """Such as a document that was made by hand: the value that gave way is written."""
    theirs = replace(BASE, accounts={**BASE.accounts, ACCOUNT: _noted("typed")})
    both = joined(BASE, theirs, BASE)
    assert account(both).notes == "typed"
    assert [one.device for one in both.history] == ["merge"]
    assert joined(theirs, BASE, BASE).history == both.history
    assert merged(both, theirs, BASE).changes == ()


def test_a_removal_without_a_history_is_noted_or_marked() -> None:
    """Unchanged it goes, written down; changed it stays."""
    contact = next(iter(BASE.contacts.values()))
    rest = {i: one for i, one in BASE.contacts.items() if one is not contact}
    theirs = replace(BASE, contacts=rest)
    both = joined(BASE, theirs, BASE)
    assert contact.id not in both.contacts
    assert both.history[-1].before["name"] == contact.name
    mine = replace(BASE, contacts=rest | {contact.id: replace(contact, hours="9-5")})
    kept = joined(mine, theirs, BASE)
    assert kept.contacts[contact.id].hours == "9-5"
    assert merged(kept, theirs, BASE).changes == ()


def _noted(notes: str) -> Account:
    return replace(account(BASE), notes=notes)


def test_a_copy_from_a_kit_has_seen_what_was_numbered_before_it() -> None:
    """It has no history; its count says how far it goes."""
    before = edit(BASE, account(BASE), phone="1")
    kit = replace(before, history=())
    mine = edit(before, account(before), notes="later")
    theirs = edit(kit, account(kit), phone="2")
    both = joined(mine, theirs)
    assert (account(both).phone, account(both).notes) == ("2", "later")
    assert merged(mine, theirs).to_check == ()
    assert joined(theirs, mine).history[-1] in mine.history
    assert joined(kit, replace(kit, counter=9)).counter == 9


def test_a_removal_of_something_else_than_is_here_keeps_it() -> None:
    """What was removed there is not what stands here, though no history says why."""
    contact = next(iter(BASE.contacts.values()))
    changed = {contact.id: replace(contact, hours="9-5")}
    mine = replace(BASE, contacts={**BASE.contacts, **changed})
    codes_ = codes(BASE)
    other = replace(codes_, codes=(replace(codes_.codes[0], value="new"),))
    mine = replace(mine, code_sets={**BASE.code_sets, codes_.id: other})
    theirs = act(BASE, Remove("contact", contact), Remove("code-set", codes_))
    both = joined(mine, theirs)
    assert both.contacts == mine.contacts
    assert both.code_sets == mine.code_sets
    assert len(merged(mine, theirs).to_check) == 2


def test_what_was_removed_and_brought_back_still_learns_of_an_edit() -> None:
    """It is as it was when the copies parted: the other's edit comes in."""
    contact = next(iter(BASE.contacts.values()))
    one = codes(BASE)
    gone = act(BASE, Remove("contact", contact), Remove("code-set", one))
    mine = act(gone, Add("contact", contact), Add("code-set", one))
    theirs = edit(use(BASE, 0, "Sam"), contact, hours="9-5", notes="")
    both = joined(mine, theirs)
    assert both.contacts[contact.id].hours == "9-5"
    assert codes(both).codes[0].used_by == "Sam"
    assert merged(mine, theirs).to_check == ()
    assert joined(theirs, mine).contacts == both.contacts


def test_a_set_whose_codes_are_alike_differs_in_the_rest() -> None:
    """Its label, say: the codes are no difference."""
    told = only(edit(BASE, codes(BASE), label="new"), BASE)
    assert (told.field, told.outcome) == ("label", "mine")
