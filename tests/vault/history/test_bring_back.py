"""One earlier value, or a record with all that hung on it, comes back."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account, an_empty_vault
from vault.app.edit import using
from vault.history.bring_back import (
    hindrance,
    missing_parents,
    record_back,
    value_back,
)
from vault.history.forget import forgetting
from vault.history.gone import Gone, gone_lately
from vault.history.past import Past, pasts
from vault.model.change import Replace, apply, edit_vault
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault

TODAY = NOON[:10]
FIRST, SECOND = an_account(0).id, an_account(1).id


def put(vault: Vault, kind: str, id_: str, **fields: object) -> Vault:
    before = vault.get(kind, id_)
    return apply(vault, Replace(kind, before, replace(before, **fields)), NOON)[0]


def removed(vault: Vault, kind: str, id_: str, at: str = NOON) -> Vault:
    return apply(vault, removal_of(vault, kind, id_), at)[0]


def the_gone(vault: Vault, id_: str) -> Gone:
    return next(one for one in gone_lately(vault, TODAY) if one.id == id_)


def back(vault: Vault, id_: str) -> Vault:
    return apply(vault, record_back(vault, the_gone(vault, id_)).changes, LATER)[0]


def records(vault: Vault) -> dict[str, dict[str, Record]]:
    return {kind: dict(vault.collection(kind)) for kind in KINDS}


def newest(vault: Vault, field: str) -> Past:
    return next(one for one in pasts(vault) if one.field == field)


def test_an_earlier_value_comes_back() -> None:
    """And what stood in its place can come back after that."""
    vault = put(a_vault(), "account", FIRST, login="new")
    past = newest(vault, "login")
    assert hindrance(vault, past) is None
    after = apply(vault, value_back(vault, past), LATER)[0]
    assert after.accounts[FIRST] == a_vault().accounts[FIRST]
    again = newest(after, "login")
    assert (again.before, hindrance(after, again)) == ("new", None)
    assert hindrance(after, past) == "same"


def test_a_code_comes_back_as_it_was() -> None:
    """Its place among the others stays, or is the last where it was dropped."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    used = apply(vault, using(one, one.codes[1], "", "", NOON), NOON)[0]
    after = apply(used, value_back(used, newest(used, "codes")), LATER)[0]
    assert after.code_sets[one.id] == one
    fewer = put(vault, "code-set", one.id, codes=one.codes[1:])
    past = newest(fewer, "codes")
    whole = apply(fewer, value_back(fewer, past), LATER)[0]
    assert whole.code_sets[one.id].codes == (*one.codes[1:], one.codes[0])
    came = pasts(whole)[0]
    assert hindrance(whole, came) == "no-value"


def test_a_name_of_the_vault_comes_back() -> None:
    """It is a record of its own kind."""
    vault = apply(an_empty_vault(), edit_vault(an_empty_vault(), name="X"), NOON)[0]
    past = newest(vault, "name")
    assert hindrance(vault, past) is None
    after = apply(vault, value_back(vault, past), LATER)[0]
    assert after.name == "Tea Shop"
    assert hindrance(after, past) == "same"


def test_what_cannot_come_back_says_why() -> None:
    """Forgotten, of a record that is gone, or pointing to somebody who is."""
    vault = a_vault()
    owner = vault.accounts[FIRST].owner
    vault = put(vault, "account", FIRST, owner="", login="new")
    login, who = newest(vault, "login"), newest(vault, "owner")
    nobody = removed(vault, "person", owner)
    assert hindrance(nobody, who) == "dangling"
    assert hindrance(nobody, login) is None
    nothing = removed(vault, "account", FIRST)
    assert hindrance(nothing, login) == "no-record"
    assert hindrance(nothing, pasts(nothing)[0]) == "no-value"
    forgot = apply(vault, forgetting(vault, {("account", FIRST)}, "login"), NOON)[0]
    assert hindrance(forgot, newest(forgot, "login")) == "forgotten"


def test_a_forgotten_code_cannot_come_back() -> None:
    """Without its value it is no code."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    vault = apply(vault, using(one, one.codes[1], "", "", NOON), NOON)[0]
    key = ("code-set", one.id)
    vault = apply(vault, forgetting(vault, {key}), NOON)[0]
    assert hindrance(vault, newest(vault, "codes")) == "forgotten"


def test_an_account_comes_back_as_if_it_had_never_gone() -> None:
    """With its codes, steps, contacts, access, and what others recovered through it."""
    vault = a_vault()
    gone = removed(vault, "account", FIRST)
    found = record_back(gone, the_gone(gone, FIRST))
    assert records(back(gone, FIRST)) == records(vault)
    assert found.retied == (("account", SECOND),)
    assert found.cut == ()


def test_a_person_comes_back_to_what_was_theirs() -> None:
    """Accounts, steps that were checked, codes that were used: all by id again."""
    vault = a_vault()
    person = next(iter(vault.people))
    one = next(iter(vault.code_sets.values()))
    vault = apply(vault, using(one, one.codes[0], person, "", NOON), NOON)[0]
    vault = apply(
        vault, using(vault.code_sets[one.id], one.codes[1], "Eve", "", NOON), NOON
    )[0]
    gone = removed(vault, "person", person)
    assert gone.code_sets[one.id].codes[0].used_by == "Person 0"
    assert records(back(gone, person)) == records(vault)


def test_what_was_tied_otherwise_since_stays_so() -> None:
    """Nobody who answers for an account now is put out."""
    vault = a_vault()
    first, second = vault.people
    mine = [one.id for one in vault.accounts.values() if one.owner == first]
    gone = removed(vault, "person", first)
    gone = put(gone, "account", mine[0], owner=second)
    steps = next(iter(gone.procedures))
    gone = put(gone, "procedure", steps, checked_by="Eve")
    after = back(gone, first)
    assert after.accounts[mine[0]].owner == second
    assert after.accounts[mine[1]].owner == first
    assert after.procedures[steps].checked_by == "Eve"


def test_a_list_gets_back_what_was_cut_at_its_place() -> None:
    """What was put there since stays too."""
    vault = a_vault(4)
    ids = list(vault.accounts)
    vault = put(vault, "account", ids[3], recovers_through=(ids[0], ids[1]))
    gone = removed(vault, "account", ids[1])
    gone = put(gone, "account", ids[3], recovers_through=(ids[0], ids[2]))
    after = back(gone, ids[1])
    assert after.accounts[ids[3]].recovers_through == (ids[0], ids[1], ids[2])


def test_what_points_to_somebody_gone_comes_back_without_and_says_so() -> None:
    """An account whose owner was removed after it."""
    vault = a_vault()
    owner = vault.accounts[FIRST].owner
    gone = removed(removed(vault, "account", FIRST), "person", owner)
    found = record_back(gone, the_gone(gone, FIRST))
    assert found.cut == (("account", FIRST, "owner"),)
    after = apply(gone, found.changes, LATER)[0]
    assert after.accounts[FIRST].owner == ""
    assert [one for one in findings(after) if one.severity == "error"] == []


def test_what_hung_on_something_gone_misses_it() -> None:
    """It is told what, so that it can be brought back first."""
    vault = a_vault(1)
    contact = next(iter(vault.contacts))
    gone = removed(vault, "contact", contact)
    assert missing_parents(gone, the_gone(gone, contact)) == ()
    gone = removed(gone, "account", FIRST, LATER)
    assert missing_parents(gone, the_gone(gone, contact)) == (("account", FIRST),)
    gone = back(gone, FIRST)
    assert records(back(gone, contact)) == records(vault)


def test_records_that_went_since_are_not_tied() -> None:
    """What was cut from them is of no use any more."""
    vault = a_vault(2)
    gone = removed(removed(vault, "account", FIRST), "account", SECOND)
    found = record_back(gone, the_gone(gone, FIRST))
    assert found.retied == ()
    both = back(back(gone, FIRST), SECOND)
    assert both.accounts[SECOND].recovers_through == ()


def test_what_was_tied_again_by_hand_is_left_alone() -> None:
    """Nothing changes there, and nothing is told."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    person = next(iter(vault.people))
    vault = apply(vault, using(one, one.codes[0], person, "", NOON), NOON)[0]
    gone = removed(vault, "person", person)
    codes = gone.code_sets[one.id].codes
    gone = put(
        gone, "code-set", one.id, codes=(replace(codes[0], used_by="Eve"), *codes[1:])
    )
    found = record_back(gone, the_gone(gone, person))
    assert ("code-set", one.id) not in found.retied
