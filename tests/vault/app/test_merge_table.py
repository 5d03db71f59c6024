"""What a merge would do, value beside value: names for ids, and no code."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account, an_id
from vault.app.edit import using
from vault.app.merge_flow import Copy, Merging
from vault.app.merge_table import MOST_CHARACTERS, Line, Part, check_table, merge_table
from vault.crypto.secret import Secret
from vault.envelope.seal import Stamp, Way, new_keys
from vault.merge.conflict import conflicts
from vault.merge.side import Two
from vault.merge.three_way import merge
from vault.model.change import Add, Change, Replace, apply, edit_vault
from vault.model.contact import Channel
from vault.model.person import Person
from vault.model.procedure import Step
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import Vault, kind_of
from vault.storage.store import VaultFile

BASE = a_vault(2, codes=3)
ACCOUNT = an_account(1).id


def act(vault: Vault, *changes: Change, at: str = NOON) -> Vault:
    return apply(vault, changes, at)[0]


def edited(record: Record, **fields: object) -> Vault:
    return act(BASE, Replace(kind_of(record), record, replace(record, **fields)))


def account(**fields: object) -> Vault:
    return edited(BASE.accounts[ACCOUNT], **fields)


def used(place: int, by: str) -> Vault:
    """Return the vault with a code of the second account used."""
    one = next(s for s in BASE.code_sets.values() if s.account == ACCOUNT)
    return act(BASE, *using(one, one.codes[place], by, "a new phone", NOON))


def table(mine: Vault, theirs: Vault) -> tuple[Part, ...]:
    """Return the table of a merge; the file of the copy is of no matter here."""
    keys = new_keys(bytes(8), [Way(code=Secret(bytes(16)))], Random(1).randbytes)
    file = VaultFile(Path("x"), b"", bytes(8), bytes(8), keys, Stamp(1, 1, bytes(8)))
    done = merge(Two(mine, theirs), BASE)
    copy = Copy(file, theirs)
    return merge_table(Merging(copy, mine, done, "given", "mine", ways_differ=False))


def line(mine: Vault, theirs: Vault) -> Line:
    """Return the one line of the one record in which they differ."""
    (part,) = table(mine, theirs)
    (found,) = part.lines
    return found


def test_a_field_that_one_copy_changed_is_told_with_both_values() -> None:
    """Which shows, in words and as data."""
    (part,) = table(BASE, account(phone="+44 1"))
    (found,) = part.lines
    assert (part.kind, part.name, part.check) == ("Account", "Shop 1", False)
    assert (found.label, found.mine, found.theirs) == ("Telephone", "nothing", "+44 1")
    assert (found.shows, found.check) == ("theirs", False)
    assert found.outcome == "Changed in the copy only: the copy's is taken."
    other = line(account(phone="+44 1"), BASE)
    assert other.outcome == "Changed here only: yours stays."


def test_a_field_that_both_changed_is_to_be_checked_and_comes_first() -> None:
    """Before the records in which nothing is to be decided."""
    mine = act(account(notes="a"), edit_vault(BASE, name="Tea"))
    parts = table(mine, account(notes="b"))
    assert [part.check for part in parts] == [True, False]
    (found,) = parts[0].lines
    assert found.check
    assert found.outcome == "Changed in both. The copy's shows; yours is kept to check."
    assert (found.mine, found.theirs) == ("a", "b")


@pytest.mark.parametrize("turned", [False, True])
def test_a_used_code_stays_used_and_its_value_is_not_told(turned: bool) -> None:
    """With when, by whom and for what; whoever used it."""
    copies = (used(0, "Mina"), BASE)
    mine, theirs = copies[::-1] if turned else copies
    found = line(mine, theirs)
    assert found.label == "Code 1"
    assert found.outcome.startswith("A used code stays used")
    said = {found.mine, found.theirs}
    assert said == {"used 2026-03-01 by Mina for a new phone", "unused"}
    values = {code.value for one in BASE.code_sets.values() for code in one.codes}
    assert not any(value in repr(found) + str(said) for value in values)


def test_a_code_used_in_both_is_to_be_checked() -> None:
    """It can be used once: two people may both have tried."""
    found = line(used(0, "Mina"), used(0, "Sam"))
    assert found.check
    assert {"Mina", "Sam"} <= set((found.mine + " " + found.theirs).split())


def test_links_are_told_by_name_and_text_as_it_was_typed() -> None:
    """Lines of a note stay lines."""
    mina = Person(id=an_id(5), name="Mina")
    theirs = act(account(owner=mina.id), Add("person", mina))
    owner, _new = (part.lines[0] for part in table(BASE, theirs))
    assert (owner.label, owner.mine, owner.theirs) == (
        "Who answers for it",
        "Person 1",
        "Mina",
    )
    assert line(BASE, account(notes="a\nb")).theirs == "a\nb"


def test_steps_and_channels_are_told_one_by_one() -> None:
    """A person compares what is to be done, not how much of it there is."""
    procedure = next(iter(BASE.procedures.values()))
    steps = (Step("Ring them"), Step("Wait"))
    assert line(BASE, edited(procedure, steps=steps)).theirs == "1. Ring them\n2. Wait"
    contact = next(iter(BASE.contacts.values()))
    channels = (Channel(kind="phone", address="+44 2"),)
    assert line(BASE, edited(contact, channels=channels)).theirs == "1. phone: +44 2"


def test_what_is_very_long_is_cut() -> None:
    """A page of notes is no help to compare by."""
    told = line(BASE, account(notes="x" * 5000)).theirs
    assert len(told) == MOST_CHARACTERS
    assert told.endswith("…")


def test_records_of_one_copy_have_an_outcome_only() -> None:
    """New or removed, here or there, or kept against a removal."""
    new = act(BASE, Add("person", Person(id=an_id(5), name="Mina")))
    contact = next(iter(BASE.contacts.values()))
    gone = act(BASE, *removal_of(BASE, "contact", contact.id))
    busy = edited(contact, hours="9-5")
    told = {
        name: line(*copies)
        for name, copies in {
            "here": (new, BASE),
            "there": (BASE, new),
            "gone there": (BASE, gone),
            "gone here": (gone, BASE),
            "kept": (busy, gone),
            "back": (gone, busy),
        }.items()
    }
    assert {name: (one.shows, one.check) for name, one in told.items()} == {
        "here": ("mine", False),
        "there": ("theirs", False),
        "gone there": ("neither", False),
        "gone here": ("neither", False),
        "kept": ("mine", True),
        "back": ("theirs", True),
    }
    assert len({one.outcome for one in told.values()}) == 6
    assert all(one.label == one.mine == one.theirs == "" for one in told.values())


def test_lists_joined_of_both_are_told_whole() -> None:
    """What becomes of it stands in the outcome."""
    contact = next(iter(BASE.contacts.values()))
    found = line(
        edited(contact, case_numbers=("A-1", "B")),
        edited(contact, case_numbers=("A-1", "C")),
    )
    assert found.shows == "both"
    assert found.outcome.startswith("From both: A-1, ")


def test_the_order_of_codes_is_told_without_them() -> None:
    """Only that it differs."""
    one = next(iter(BASE.code_sets.values()))
    found = line(BASE, edited(one, codes=one.codes[::-1]))
    assert found.theirs == "another order of the codes"


def test_what_was_left_to_be_checked_is_told_the_same_way() -> None:
    """What shows, and the other; each line knows its conflict."""
    mine, theirs = account(notes="a", phone="1"), account(notes="b", phone="2")
    both, _ = apply(mine, merge(Two(mine, theirs), BASE).changes, LATER)
    open_ = conflicts(both)
    (part,) = check_table(both, open_)
    assert {line.label for line in part.lines} == {"Notes", "Telephone"}
    for one in part.lines:
        assert one.check
        assert (one.mine, one.theirs) == (open_[one.key].shown, open_[one.key].other)


def test_a_record_kept_against_its_removal_is_told_too() -> None:
    """There are no two values, but two wishes."""
    contact = next(iter(BASE.contacts.values()))
    gone = act(BASE, *removal_of(BASE, "contact", contact.id))
    busy = edited(contact, hours="9-5")
    both, _ = apply(busy, merge(Two(busy, gone), BASE).changes, LATER)
    (part,) = check_table(both, conflicts(both))
    assert part.lines[0].outcome.startswith("One copy had removed it")
