"""What was there before, in words, and what brings it back."""

from dataclasses import replace as replace_gone

import pytest
from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account
from vault.app.edit import using
from vault.app.history import (
    along_words,
    bringing_back,
    lines,
    meant,
    record_brought,
    related,
)
from vault.errors import Ambiguous, NotFound, Refused
from vault.history.forget import forgetting
from vault.history.gone import gone_lately
from vault.history.past import pasts
from vault.model.change import Replace, apply
from vault.model.entry import MERGED, TO_CHECK
from vault.model.removal import removal_of
from vault.model.vault import Vault

TODAY = NOON[:10]
FIRST = an_account(0).id


def put(
    vault: Vault, kind: str = "account", id_: str = FIRST, **fields: object
) -> Vault:
    before = vault.get(kind, id_)
    after = replace(before, **fields)
    return apply(vault, Replace(kind, before, after), NOON, "kiln")[0]


def removed(vault: Vault, kind: str, id_: str, at: str = NOON) -> Vault:
    return apply(vault, removal_of(vault, kind, id_), at, "kiln")[0]


def used(vault: Vault) -> Vault:
    """Mark the second code of the first set used by somebody of the vault."""
    one, person = next(iter(vault.code_sets.values())), next(iter(vault.people))
    changes = using(one, one.codes[1], person, "new phone", NOON)
    return apply(vault, changes, NOON, "kiln")[0]


def told(vault: Vault, *, reveal: bool = False) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for one in lines(vault, reveal=reveal)]


def test_a_change_reads_as_a_person_would_tell_it() -> None:
    """Links by the names they lead to, also to somebody who is gone."""
    first, second = a_vault().people
    vault = put(a_vault(), owner=second, worth_a_day=None, recovers_through=(FIRST,))
    vault = put(vault, "person", first, trusted=False)
    vault = removed(vault, "person", second, LATER)
    assert told(vault) == [
        ("", "", "Removed"),
        ("", "", "Removed"),
        ("", "", "Removed"),
        ("", "", "Removed"),
        ("Who answers for it", "Person 1", "nothing"),
        ("Who answers for it", "Person 1", "nothing"),
        ("Trusted, to be rung", "yes", "no"),
        ("Who answers for it", "Person 0", "Person 1"),
        ("What a day without it costs", "100", "nothing"),
        ("Recovers through", "nothing", "Shop 0"),
    ]
    assert {one.record for one in lines(vault)} >= {
        "Person: Person 1",
        "Access: Person 1 at Shop 0",
        "Account: Shop 0",
    }


def test_codes_hide_their_values_until_asked() -> None:
    """What became of one is told either way."""
    vault = used(a_vault())
    code = next(iter(vault.code_sets.values())).codes[1]
    (one,) = lines(vault)
    assert (one.secret, one.record) == (True, "Codes: “Backup codes” of Shop 0")
    use = "used 2026-03-01 by Person 0 for new phone"
    assert told(vault) == [("Code 2", "•••••••• unused", f"•••••••• {use}")]
    assert told(vault, reveal=True) == [
        ("Code 2", f"{code.value} unused", f"{code.value} {use}")
    ]
    assert code.value not in repr(one)


def test_steps_and_ways_to_reach_somebody_are_told_by_what_they_say() -> None:
    """And what is not kept any more, so."""
    vault = a_vault(1)
    (steps,), (contact,) = vault.procedures, vault.contacts
    vault = put(vault, "procedure", steps, steps=())
    vault = put(vault, "contact", contact, channels=())
    vault = put(vault, login="new")
    keys = {("account", FIRST)}
    vault = apply(vault, forgetting(vault, keys), NOON)[0]
    assert told(vault) == [
        ("Login", "not kept any more", "new"),
        ("Ways to reach it", "mail: help@example.com, phone: 112", "nothing"),
        ("Steps", "Open the form, Wait", "nothing"),
    ]
    assert not lines(vault)[0].can


def test_a_code_that_came_in_was_not_there() -> None:
    """One that was dropped is called a code: its place is not known any more."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    fewer = put(vault, "code-set", one.id, codes=one.codes[1:])
    again = put(fewer, "code-set", one.id, codes=one.codes)
    assert told(again)[0] == ("Code 1", "not there", "•••••••• unused")
    assert told(fewer) == [("A code", "•••••••• unused", "not there")]
    forgot = apply(used(vault), forgetting(used(vault), {("code-set", one.id)}), NOON)[
        0
    ]
    assert told(forgot)[0][1] == "not kept any more unused"


@pytest.mark.parametrize(
    ("device", "words"),
    [
        ("kiln", "kiln"),
        ("", ""),
        (MERGED, "set aside when two copies were joined"),
        (TO_CHECK, "set aside when two copies were joined, to be checked"),
    ],
)
def test_where_a_change_was_made_is_told(device: str, words: str) -> None:
    """Also where no person made it."""
    vault = put(a_vault(), login="x")
    vault = replace(vault, history=(replace(vault.history[0], device=device),))
    assert [one.where for one in lines(vault)] == [words]


def test_an_account_s_history_is_also_that_of_what_hangs_on_it() -> None:
    """And hung on it, until it was removed; nothing of another account."""
    vault = a_vault(2)
    contact = next(iter(vault.contacts))
    vault = removed(vault, "contact", contact)
    keys = related(vault, "account", FIRST)
    assert ("contact", contact) in keys
    assert {kind for kind, _ in keys} == {
        "account", "code-set", "procedure", "contact", "access",
    }  # fmt: skip
    assert len(keys) == 5
    assert [one.label for one in lines(vault, keys)] == [""]


def test_a_record_is_meant_by_its_name_also_when_it_is_gone() -> None:
    """One that is there goes before."""
    vault = a_vault()
    person = next(iter(vault.people))
    assert meant(vault, "shop 0") == ("account", FIRST)
    assert meant(vault, person) == ("person", person)
    gone = removed(vault, "account", FIRST)
    assert meant(gone, "Shop 0") == ("account", FIRST)
    assert meant(gone, FIRST[:5]) == ("account", FIRST)
    assert meant(gone, "Shop 1") == ("account", an_account(1).id)
    with pytest.raises(NotFound):
        meant(gone, "Shop 9")
    with pytest.raises(Ambiguous):
        meant(removed(vault, "contact", next(iter(vault.contacts))), "Support desk")


def test_a_value_comes_back_by_its_name_under_a_name() -> None:
    """Which is what undo calls it."""
    vault = put(a_vault(), login="new")
    (past,) = pasts(vault)
    brought = bringing_back(vault, TODAY, [past.ref[:6]])
    assert brought.name == "Bring back “Login” of Shop 0"
    after = apply(vault, brought.changes, LATER)[0]
    assert after.accounts == a_vault().accounts


def test_a_record_comes_back_by_name_with_what_hung_on_it() -> None:
    """It is said what came along."""
    vault = removed(a_vault(), "account", FIRST)
    brought = bringing_back(vault, TODAY, ["shop 0"])
    assert brought.name == "Bring back Shop 0"
    assert brought.said == (
        "Shop 0 is back.",
        "With it: 1 set of codes, 1 list of steps, 1 contact, 1 person's access.",
    )


def test_several_come_back_as_one_act_each_leaning_on_the_one_before() -> None:
    """A contact that was removed before its account comes after it."""
    vault = a_vault()
    contact = next(one.id for one in vault.contacts.values() if one.account == FIRST)
    gone = removed(removed(vault, "contact", contact), "account", FIRST, LATER)
    with pytest.raises(Refused, match="needs-parent-first"):
        bringing_back(gone, TODAY, [contact])
    brought = bringing_back(gone, TODAY, ["Shop 0", contact])
    assert brought.name == "Bring back 2 things"
    after = apply(gone, brought.changes, LATER)[0]
    assert after.contacts == vault.contacts


def test_what_hung_on_something_gone_for_good_is_refused() -> None:
    """Its content went after thirty days."""
    vault = a_vault(1)
    contact = next(iter(vault.contacts))
    gone = removed(removed(vault, "account", FIRST), "person", next(iter(vault.people)))
    (account,) = [one for one in gone_lately(gone, TODAY) if one.kind == "account"]
    child = next(record for kind, record in account.along if kind == "contact")
    alone = replace_gone(account, kind="contact", record=child, along=())
    keys = {("account", FIRST)}
    gone = apply(gone, forgetting(gone, keys), NOON)[0]
    assert contact == child.id
    with pytest.raises(Refused, match="needs-what-is-gone"):
        record_brought(gone, alone)


def test_what_pointed_to_somebody_gone_is_said() -> None:
    """And comes back without."""
    vault = a_vault(1)
    gone = removed(vault, "account", FIRST)
    gone = removed(gone, "person", vault.accounts[FIRST].owner, LATER)
    said = bringing_back(gone, TODAY, [FIRST]).said
    assert "What Shop 0 pointed to is removed, so that was left out." in said


def test_what_cannot_come_back_is_refused_with_its_reason() -> None:
    """Each of them another."""
    owner = a_vault().accounts[FIRST].owner
    changed = put(a_vault(), login="new", owner="")
    login = next(one for one in pasts(changed) if one.field == "login")
    who = next(one for one in pasts(changed) if one.field == "owner")
    forgot = apply(changed, forgetting(changed, {("account", FIRST)}), NOON)[0]
    gone = removed(changed, "account", FIRST)
    cases = [
        (put(changed, login="shop0"), login.ref, "value-shows"),
        (removed(changed, "person", owner), who.ref, "value-points-nowhere"),
        (forgot, login.ref, "value-not-kept"),
        (gone, login.ref, "value-without-record"),
        (gone, pasts(gone)[0].ref, "no-value"),
    ]
    for vault, ref, reason in cases:
        with pytest.raises(Refused, match=reason):
            bringing_back(vault, TODAY, [ref])
    with pytest.raises(NotFound):
        bringing_back(changed, TODAY, ["zzzz"])
    both = removed(a_vault(), "contact", first(a_vault(), 0))
    both = removed(both, "contact", first(a_vault(), 1))
    with pytest.raises(Ambiguous):
        bringing_back(both, TODAY, ["Support desk"])


def first(vault: Vault, place: int) -> str:
    return list(vault.contacts)[place]


def test_what_went_along_is_counted() -> None:
    """Nothing is said where nothing did."""
    vault = removed(a_vault(), "person", list(a_vault().people)[1])
    (gone,) = gone_lately(vault, TODAY)
    assert along_words(gone) == "3 people's access"
    vault = removed(a_vault(), "contact", first(a_vault(), 0))
    assert along_words(gone_lately(vault, TODAY)[0]) == ""
