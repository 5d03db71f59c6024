"""A share holds the chosen accounts as deep as was chosen, and nothing beside."""

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_code_set,
    a_person,
    a_vault,
    an_access,
    an_account,
    an_empty_vault,
    an_id,
    with_records,
)
from tests.vault.share.marked import allowed, marked_vaults, markers
from vault.document.codec import encode_document
from vault.errors import BrokenInvariant, NotFound
from vault.model.code import Code
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault
from vault.share.scope import DEPTHS, FIELDS_LEFT_OUT, Depth, scoped, within_scope

ID = "ffeeddccbbaa9988"
depths = st.sampled_from(DEPTHS)


def some_of(vault: Vault) -> st.SearchStrategy[set[str]]:
    """Draw a choice among the accounts of a vault."""
    known = sorted(vault.accounts)
    return st.sets(st.sampled_from(known)) if known else st.just(set())


@given(marked_vaults(), depths, st.data())
def test_no_text_outside_accounts_and_depth_is_in_the_bytes(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """Every text is a marker: those found are those of the SPEC's table, no other."""
    chosen = data.draw(some_of(vault))
    document = encode_document(scoped(vault, chosen, depth, ID))
    assert markers(document) == allowed(vault, chosen, depth)


@given(st.integers(0, 5).map(a_vault), depths, st.data())
def test_no_id_of_what_was_left_out_is_in_the_bytes(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """Nor the vault's id, code, seed, or when it was made."""
    chosen = data.draw(some_of(vault))
    part = scoped(vault, chosen, depth, ID)
    assert set(part.accounts) == chosen
    document = encode_document(part).decode()
    kept = {id_ for kind in KINDS for id_ in part.collection(kind)}
    known = {id_ for kind in KINDS for id_ in vault.collection(kind)}
    secrets = [vault.id, "0f" * 16, "5e" * 32, vault.created]
    assert not [one for one in [*(known - kept), *secrets] if one in document]


@given(marked_vaults(), depths, st.data())
def test_no_link_leads_out_of_a_share(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """What is left behind is not missed by anything that went along."""
    part = scoped(vault, data.draw(some_of(vault)), depth, ID)
    assert not [one for one in findings(part) if one.problem == "dangling"]


@given(marked_vaults(), depths, st.data())
def test_a_share_of_a_share_is_the_same_share(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """And it stays within its own scope."""
    part = scoped(vault, data.draw(some_of(vault)), depth, ID)
    again = scoped(replace(part, id="0" * 16), part.accounts, depth, ID)
    assert again == part
    assert within_scope(part, depth)


def kinds_in(part: Vault) -> set[str]:
    return {kind for kind in KINDS if part.collection(kind)}


def test_each_depth_adds_to_the_one_before() -> None:
    """Procedures and contacts; people and access; codes."""
    vault = a_vault(3)
    part = {depth: scoped(vault, vault.accounts, depth, ID) for depth in DEPTHS}
    first = {"account", "procedure", "contact"}
    assert kinds_in(part["procedures"]) == first
    assert kinds_in(part["access"]) == first | {"person", "access"}
    assert kinds_in(part["codes"]) == first | {"person", "access", "code-set"}


def test_procedures_alone_tell_of_nobody() -> None:
    """Neither who owns an account nor who checked the steps, nor what a day costs."""
    vault = a_vault(1)
    part = scoped(vault, vault.accounts, "procedures", ID)
    (account,), (procedure,) = part.accounts.values(), part.procedures.values()
    assert (account.owner, account.worth_a_day, procedure.checked_by) == ("", None, "")
    assert part.currency == ""
    deeper = scoped(vault, vault.accounts, "access", ID)
    (account,), (procedure,) = deeper.accounts.values(), deeper.procedures.values()
    person = next(iter(vault.people))
    assert (account.owner, procedure.checked_by) == (person, person)
    assert (account.worth_a_day, deeper.currency) == (100, "EUR")


def test_remarks_about_people_stay_with_the_owner() -> None:
    """At every depth."""
    person = replace(a_person(), notes="late again")
    account = an_account(owner=person.id)
    access = replace(an_access(person.id, account.id), notes="to be ended")
    records = {"accounts": [account], "people": [person], "access": [access]}
    vault = with_records(an_empty_vault(), records)
    for depth in DEPTHS:
        document = encode_document(scoped(vault, [account.id], depth, ID))
        assert b"late again" not in document
        assert b"to be ended" not in document


def test_a_trusted_person_whom_nothing_names_stays_out() -> None:
    """The mark is for the cover of a kit, not for a deputy."""
    vault = with_records(
        an_empty_vault(), {"accounts": [an_account()], "people": [a_person()]}
    )
    assert not scoped(vault, vault.accounts, "codes", ID).people


def test_codes_that_open_nothing_any_more_stay_out() -> None:
    """Used, void and retired ones; and whoever used one is not dragged along."""
    account, person = an_account(), a_person()
    codes = (
        Code(id=an_id(1), value="first", state="used", used_at=NOON, used_by=person.id),
        Code(id=an_id(2), value="second", used_for="a slip of an import"),
        Code(id=an_id(3), value="third", state="void"),
    )
    newer = replace(a_code_set(account.id, 1), codes=codes)
    older = replace(a_code_set(account.id, 2), retired="2025-01-01")
    records = {"accounts": [account], "code_sets": [newer, older], "people": [person]}
    vault = with_records(an_empty_vault(), records)
    part = scoped(vault, vault.accounts, "codes", ID)
    (only,) = part.code_sets.values()
    assert only.codes == (Code(id=an_id(2), value="second"),)
    assert not part.people


def test_a_set_whose_codes_are_all_used_stays_as_an_empty_one() -> None:
    """That none is left is what a deputy must know."""
    vault = a_vault(1, codes=3, used=3)
    (only,) = scoped(vault, vault.accounts, "codes", ID).code_sets.values()
    assert only.codes == ()


def test_what_hangs_on_no_account_stays_out() -> None:
    """It may tell of any account, even where all are chosen."""
    vault = a_vault(1)
    general = {
        "procedures": [replace(p, account="") for p in vault.procedures.values()],
        "contacts": [replace(c, account="") for c in vault.contacts.values()],
    }
    vault = with_records(vault, general)
    assert kinds_in(scoped(vault, vault.accounts, "procedures", ID)) == {"account"}


def test_a_link_between_two_chosen_accounts_stays() -> None:
    """And one to an account that was not chosen is emptied."""
    vault = a_vault(3)
    first, second, third = vault.accounts
    part = scoped(vault, {second, third}, "procedures", ID)
    assert part.accounts[third].recovers_through == (second,)
    assert part.accounts[second].recovers_through == ()
    assert first not in part.accounts


def test_an_account_that_is_not_there_can_not_be_shared() -> None:
    """A mistyped choice must not make a smaller share than was meant."""
    with pytest.raises(NotFound):
        scoped(a_vault(1), [an_id(99)], "codes", ID)


def test_a_share_never_bears_the_id_of_the_vault() -> None:
    """It would join the two."""
    vault = a_vault(1)
    with pytest.raises(BrokenInvariant):
        scoped(vault, [], "codes", vault.id)


@pytest.mark.parametrize("field", ["identity", "vault_code", "history", "kits"])
def test_what_must_never_be_inside_is_beyond_every_scope(field: str) -> None:
    """Whoever put it there."""
    vault = a_vault(1)
    part = scoped(vault, vault.accounts, "codes", ID)
    value = getattr(vault, field) or ("an entry",)
    for depth in DEPTHS:
        assert not within_scope(replace(part, **{field: value}), depth)


@pytest.mark.parametrize(
    ("depth", "kind"),
    [
        ("procedures", "person"),
        ("procedures", "access"),
        ("procedures", "code-set"),
        ("access", "code-set"),
    ],
)
def test_a_kind_beyond_the_depth_is_beyond_the_scope(depth: Depth, kind: str) -> None:
    """A share that says less than it holds is not believed."""
    vault = a_vault(1)
    part = scoped(vault, vault.accounts, depth, ID)
    more = {KINDS[kind].collection: vault.collection(kind)}
    assert within_scope(part, depth)
    assert not within_scope(replace(part, **more), depth)


def test_the_fields_left_out_are_fields_that_can_be_left_out() -> None:
    """Each has a default to fall back to."""
    assert set(FIELDS_LEFT_OUT) == set(get_args(Depth))
    for fields in FIELDS_LEFT_OUT.values():
        for kind, names in fields.items():
            fields_of_kind = msgspec.structs.fields(KINDS[kind].struct)
            assert set(names) <= {f.name for f in fields_of_kind if not f.required}
