"""What a merge would do, in words: names for ids, and no code."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_kit,
    a_lived_in_vault,
    a_person,
    a_review,
    a_share_note,
    a_vault,
    an_account,
    an_id,
)
from vault.app.edit import using
from vault.app.merge_flow import Copy, Merging
from vault.app.merge_words import (
    BASE_WORDS,
    belongs_to_the_ways,
    called,
    conflict_words,
    difference_words,
    heading,
    ways_words,
)
from vault.crypto.secret import Secret
from vault.envelope.seal import Keys, Stamp, Way, new_keys
from vault.merge.conflict import conflicts
from vault.merge.side import Two
from vault.merge.three_way import merge
from vault.model.change import Add, Change, Replace, apply, edit_vault
from vault.model.code import Code
from vault.model.person import Person
from vault.model.procedure import Step
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import KINDS, Vault, kind_of
from vault.storage.store import VaultFile

BASE = a_vault(2, codes=3)
ACCOUNT = an_account(1).id
Told = Callable[[Vault, Vault], list[str]]


def act(vault: Vault, *changes: Change) -> Vault:
    return apply(vault, changes, NOON)[0]


def edited(record: Record, **fields: object) -> Vault:
    """Return the vault with those fields of a record changed."""
    return act(BASE, Replace(kind_of(record), record, replace(record, **fields)))


def account(**fields: object) -> Vault:
    return edited(BASE.accounts[ACCOUNT], **fields)


def merging(mine: Vault, theirs: Vault, ways: str = "mine") -> Merging:
    """Return the plan of a merge; the file of the copy is of no matter here."""
    keys: Keys = new_keys(
        bytes(8), [Way(code=Secret(bytes(16)))], random.Random(1).randbytes
    )
    stamp = Stamp(1, 1, bytes(8))
    file = VaultFile(Path("x"), b"", bytes(8), bytes(8), keys, stamp)
    side = "theirs" if ways == "theirs" else "mine"
    done = merge(Two(mine, theirs), BASE, side)
    return Merging(Copy(file, theirs), mine, done, "given", side, ways_differ=True)


def told(mine: Vault, theirs: Vault) -> list[str]:
    """Return the heading and the words of each difference."""
    plan = merging(mine, theirs)
    vaults = (plan.vault, plan.copy.vault)
    return [
        f"{heading(vaults, one)} | {difference_words(plan, one)}"
        for one in plan.differences
    ]


def test_a_field_of_one_side() -> None:
    """What comes, in place of what; what stays, and what the other has."""
    assert told(account(notes="n"), account(phone="+44 1")) == [
        "account “Shop 1” | phone: “+44 1” from theirs, in place of nothing",
        "account “Shop 1” | notes: “n” stays; theirs has nothing",
    ]


def test_a_field_of_both_sides() -> None:
    """Which shows, and that the other is kept; whoever is mine."""
    mine, theirs = account(notes="a\nb"), account(notes="z")
    assert told(mine, theirs) == [
        "account “Shop 1” | notes: two values. “z” (theirs) shows; “a b” is kept too"
    ]
    assert told(theirs, mine) == [
        "account “Shop 1” | notes: two values. “z” (mine) shows; “a b” is kept too"
    ]


def test_links_are_told_by_name() -> None:
    """Also a person whom only the other copy has; and a list of both."""
    mina = Person(id=an_id(5), name="Mina")
    theirs = act(account(owner=mina.id, notes="n"), Add("person", mina))
    (found, *_) = told(BASE, theirs)
    assert (
        found == "account “Shop 1” | owner: “Mina” from theirs, in place of “Person 1”"
    )
    other = next(id_ for id_ in BASE.accounts if id_ != ACCOUNT)
    words = told(account(recovers_through=()), account(recovers_through=(other,)))
    assert words[0].endswith("recovers through: nothing stays; theirs has “Shop 0”")
    contact = next(iter(BASE.contacts.values()))
    words = told(
        edited(contact, case_numbers=("A-1", "B")),
        edited(contact, case_numbers=("A-1", "C")),
    )
    assert len(words) == 1
    assert words[0].endswith(", from both")


def test_lists_without_a_common_state_are_to_be_looked_at() -> None:
    """Nothing is lost, and somebody sees it."""
    mine = act(
        BASE, Add("account", replace(an_account(7), recovers_through=(ACCOUNT,)))
    )
    other = next(id_ for id_ in BASE.accounts if id_ != ACCOUNT)
    theirs = act(
        BASE, Add("account", replace(an_account(7), recovers_through=(other,)))
    )
    (words,) = told(mine, theirs)
    assert words.endswith("from both; look at it")


def test_records_of_one_copy() -> None:
    """New or removed, here or there, or kept against a removal."""
    new = act(BASE, Add("person", Person(id=an_id(5), name="Mina")))
    assert told(new, BASE) == ["person “Mina” | only in mine: stays"]
    assert told(BASE, new) == ["person “Mina” | only in theirs: taken"]
    contact = next(iter(BASE.contacts.values()))
    gone = act(BASE, *removal_of(BASE, "contact", contact.id))
    assert told(gone, BASE) == ["contact “Support desk” | removed in mine: stays away"]
    assert told(BASE, gone) == ["contact “Support desk” | removed in theirs: goes"]
    busy = edited(contact, hours="9-5")
    assert told(gone, busy) == [
        (
            "contact “Support desk” | removed in mine; stays, "
            "since theirs changed or needs it"
        )
    ]
    assert told(busy, gone) == [
        (
            "contact “Support desk” | removed in theirs; stays, "
            "since mine changed or needs it"
        )
    ]


def test_what_records_are_called() -> None:
    """Sets and access by what they belong to; kits by their number."""
    access = next(iter(BASE.access.values()))
    assert told(edited(access, role="x"), BASE)[0].startswith(
        "access of Person 1 to Shop 0 | role"
    )
    kit = act(BASE, Add("kit", a_kit(2)))
    assert told(kit, BASE) == ["kit “2” | only in mine: stays"]
    named = act(BASE, edit_vault(BASE, name="Tea House"))
    assert told(named, BASE)[0].startswith("the vault itself | name: “Tea House”")


def test_values_that_are_no_text() -> None:
    """Yes and no, and lists of parts."""
    person = next(one for one in BASE.people.values() if one.trusted)
    assert told(BASE, edited(person, trusted=False)) == [
        "person “Person 0” | trusted: no from theirs, in place of yes"
    ]
    steps = next(iter(BASE.procedures.values()))
    assert told(BASE, edited(steps, steps=(Step("Wait"),)))[0].endswith(
        "steps: 1 entry from theirs, in place of 2 entries"
    )


def codes(**changed: object) -> Vault:
    """Return the vault with fields of the first code of a set changed."""
    one = next(iter(BASE.code_sets.values()))
    first = replace(one.codes[0], **changed)
    return edited(one, codes=(first, *one.codes[1:]))


def test_codes_are_told_by_their_place_and_state() -> None:
    """By whom and for what; never by what they are."""
    one = next(iter(BASE.code_sets.values()))
    used = act(BASE, *using(one, one.codes[0], "Mina", "new phone", NOON))
    void = codes(state="void")
    words = told(BASE, used)
    assert words == [
        (
            "code-set “Backup codes” of Shop 0 | code 1: “used 2026-03-01 by Mina "
            "for new phone” from theirs, in place of “unused”"
        )
    ]
    assert told(used, void)[0].endswith(
        "code 1: two values. “used 2026-03-01 by Mina for new phone” (mine) shows; "
        "“void” is kept too"
    )
    less = edited(one, codes=one.codes[1:])
    assert told(BASE, less)[0].endswith("“not there” from theirs, in place of “unused”")
    turned = edited(one, codes=tuple(reversed(one.codes)))
    assert "the order of mine" in told(turned, BASE)[0]


def test_the_value_of_a_code_is_hidden() -> None:
    """That it changed is told; not to what, nor from what."""
    value = next(iter(BASE.code_sets.values())).codes[0].value
    (words,) = told(BASE, codes(value="SECRET-9"))
    assert words.endswith(
        "code 1: another value (hidden) from theirs, in place of its value (hidden)"
    )
    assert "SECRET-9" not in words
    assert value not in words


def test_a_value_and_a_use_from_both() -> None:
    """Put together of both copies."""
    one = next(iter(BASE.code_sets.values()))
    used = act(BASE, *using(one, one.codes[0], "Mina", "", NOON))
    (words,) = told(used, codes(value="9"))
    assert words.endswith("code 1: “used 2026-03-01 by Mina”, from both")


def test_whose_ways_in_are_kept_is_said_once() -> None:
    """And not field by field."""
    theirs = act(BASE, edit_vault(BASE, card_number=2))
    plan = merging(BASE, theirs)
    assert [belongs_to_the_ways(one) for one in plan.differences] == [True]
    assert "mine stay" in ways_words(plan)
    assert "changed in theirs" in ways_words(merging(BASE, theirs, "theirs"))
    same = Merging(plan.copy, BASE, plan.merged, "given", "mine", ways_differ=False)
    assert ways_words(same) == ""


@pytest.mark.parametrize("base", sorted(BASE_WORDS))
def test_where_the_common_save_was_found_has_words(base: str) -> None:
    """Each place."""
    assert BASE_WORDS[base].endswith(".")  # type: ignore[index]


def after(mine: Vault, theirs: Vault) -> Vault:
    return act(mine, *merge(Two(mine, theirs), BASE).changes)


def test_what_is_left_to_be_looked_at() -> None:
    """A field, a record, a code: with what shows and what the other copy had."""
    both = after(account(notes="a"), account(notes="z"))
    assert [conflict_words(both, one) for one in conflicts(both)] == [
        "notes: “z” shows; the other copy had “a”"
    ]
    contact = next(iter(BASE.contacts.values()))
    gone = act(BASE, *removal_of(BASE, "contact", contact.id))
    both = after(gone, edited(contact, hours="9-5"))
    assert [conflict_words(both, one) for one in conflicts(both)] == [
        "one copy had removed it, the other had changed it or needed it"
    ]


def test_a_code_that_is_not_there_any_more_is_told_by_its_id() -> None:
    """It has no place; another code took its value."""
    one = next(iter(BASE.code_sets.values()))
    twin = Code(id="0000000000", value="same")
    mine = codes(value="same")
    held = mine.code_sets[one.id]
    mine = act(mine, *using(held, held.codes[0], "Mina", "", NOON))
    theirs = edited(one, codes=(*one.codes, twin))
    held = theirs.code_sets[one.id]
    theirs = act(theirs, *using(held, held.codes[0], "Sam", "", NOON))
    both = after(mine, theirs)
    words = [conflict_words(both, found) for found in conflicts(both)]
    assert any(text.startswith(f"code {one.codes[0].id}: ") for text in words)


def test_every_kind_of_record_is_called_something() -> None:
    """A share by who has it, a review by its day, what has neither by its id."""
    lived = a_lived_in_vault()
    for kind in KINDS:
        for record in lived.collection(kind).values():
            assert called(lived, record)
    assert called(lived, a_share_note("Mina")) == "“Mina, issue 1”"
    assert (
        called(lived, a_share_note(a_person(0).id)) == f"“{a_person(0).name}, issue 1”"
    )
    assert called(lived, a_share_note()) == "“nobody named, issue 1”"
    assert called(lived, a_review()) == f"“{NOON}”"
