"""A kit carries everything but the history; a part carries nothing it should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import NOON, a_vault, an_id
from tests.strategies import vaults
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.errors import BrokenInvariant, NotFound
from vault.model.change import Replace, apply
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault

PART = "ffeeddccbbaa9988"


@given(vaults())
def test_a_full_kit_omits_only_what_is_past_and_prints(vault: Vault) -> None:
    """Identity, vault code and register go along."""
    kits = {id_: replace(kit, prints=()) for id_, kit in vault.kits.items()}
    bare = replace(vault, incidents={}, reviews={}, attachments={}, blobs={}, shares={})
    assert kit_document(vault) == replace(bare, history=(), kits=kits)


def _some(vault: Vault) -> st.SearchStrategy[set[str]]:
    """Draw a choice among the accounts of a vault."""
    known = sorted(vault.accounts)
    return st.sets(st.sampled_from(known)) if known else st.just(set())


@given(vaults(), st.data())
def test_no_link_leads_out_of_a_part(vault: Vault, data: st.DataObject) -> None:
    """What is left behind is not missed by anything that went along."""
    part = kit_document(vault, data.draw(_some(vault)), PART)
    assert not [one for one in findings(part) if one.problem == "dangling"]


@given(st.integers(0, 5).map(a_vault), st.data())
def test_a_part_names_nothing_that_was_not_chosen(
    vault: Vault, data: st.DataObject
) -> None:
    """No secret of the vault, no register, no unchosen account, no vault id."""
    chosen = data.draw(_some(vault))
    part = kit_document(vault, chosen, PART)
    assert set(part.accounts) == chosen
    assert (part.identity, part.vault_code, part.history) == (None, "", ())
    assert not part.kits
    document = encode_document(part).decode()
    kept = {id_ for kind in KINDS for id_ in part.collection(kind)}
    known = {id_ for kind in KINDS for id_ in vault.collection(kind)}
    others = [*(known - kept), vault.id, "0f" * 16, "5e" * 32]
    assert not [one for one in others if one in document]


def test_what_hangs_on_the_chosen_account_goes_along() -> None:
    """Its codes, procedure, contact, access, and the people these name."""
    vault = a_vault(3)
    second = list(vault.accounts)[1]
    part = kit_document(vault, [second], PART)
    for kind in ("account", "code-set", "procedure", "contact", "access"):
        (record,) = part.collection(kind).values()
        assert second in (record.id, getattr(record, "account", ""))
    assert part.people == vault.people
    assert part.accounts[second].recovers_through == ()
    assert (part.id, part.signer, part.currency) == (PART, vault.signer, "EUR")


def test_links_inside_the_part_stay() -> None:
    """Two chosen accounts may still recover through each other."""
    vault = a_vault(3)
    first, second, _ = vault.accounts
    part = kit_document(vault, {first, second}, PART)
    assert part.accounts[second].recovers_through == (first,)


def test_people_whom_nothing_chosen_names_stay_behind() -> None:
    """A part of no accounts is empty."""
    part = kit_document(a_vault(3), [], PART)
    assert not part.people
    assert not part.procedures


def test_procedures_for_the_whole_vault_stay_behind() -> None:
    """They hang on no account, and may tell of any."""
    vault = a_vault(1)
    procedure = next(iter(vault.procedures.values()))
    general = Replace("procedure", procedure, replace(procedure, account=""))
    vault, _ = apply(vault, general, NOON)
    assert not kit_document(vault, vault.accounts, PART).procedures


def test_an_account_that_is_not_there_cannot_be_chosen() -> None:
    """A mistyped choice must not print a smaller kit than was meant."""
    with pytest.raises(NotFound):
        kit_document(a_vault(1), [an_id(99)], PART)


@pytest.mark.parametrize("id_", ["", a_vault(0).id])
def test_a_part_needs_an_id_of_its_own(id_: str) -> None:
    """The vault's id would join the part to the vault."""
    with pytest.raises(BrokenInvariant):
        kit_document(a_vault(1), [], id_)
