"""What goes in and what stays out is said before a share is made, and is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import a_code_set, a_procedure, a_vault, an_id, with_records
from tests.strategies import vaults
from vault.app.share_preview import share_preview
from vault.errors import NotFound
from vault.model.vault import KINDS, Vault
from vault.share.scope import DEPTHS, Depth, scoped


def chosen_of(vault: Vault) -> st.SearchStrategy[set[str]]:
    known = sorted(vault.accounts)
    return st.sets(st.sampled_from(known)) if known else st.just(set())


@given(vaults(at_most=3), st.sampled_from(DEPTHS), st.data())
def test_the_preview_counts_what_the_share_will_hold(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """Kind by kind, and the codes."""
    chosen = data.draw(chosen_of(vault))
    part = scoped(vault, chosen, depth, f"{int(vault.id, 16) ^ 2:016x}")
    held = {kind: len(part.collection(kind)) for kind in KINDS}
    held["code"] = sum(len(one.codes) for one in part.code_sets.values())
    told = share_preview(vault, chosen, depth).goes_in
    assert told == {kind: count for kind, count in held.items() if count}


@given(vaults(at_most=3), st.sampled_from(DEPTHS), st.data())
def test_every_account_and_person_is_named_once(
    vault: Vault, depth: Depth, data: st.DataObject
) -> None:
    """Either among what goes in, or among what stays out."""
    preview = share_preview(vault, data.draw(chosen_of(vault)), depth)
    accounts = [*(one.name for one in preview.accounts), *preview.other_accounts]
    assert sorted(accounts) == sorted(one.name for one in vault.accounts.values())
    people = [*preview.people, *preview.people_left_out]
    assert sorted(people) == sorted(one.name for one in vault.people.values())


def test_the_lowest_depth_names_what_it_leaves_out() -> None:
    """Per account."""
    vault = a_vault(2)
    first, _ = vault.accounts
    preview = share_preview(vault, [first], "procedures")
    (one,) = preview.accounts
    assert (one.id, one.name, one.codes) == (first, "Shop 0", 0)
    assert one.goes_in == {"procedure": ("Locked out",), "contact": ("Support desk",)}
    assert one.stays_out == {"code-set": ("backup-codes",), "access": ("Person 1",)}
    assert preview.other_accounts == ("Shop 1",)
    assert preview.people == ()
    assert preview.people_left_out == ("Person 0", "Person 1")
    left = ("owner", "worth_a_day", "importance", "notes")
    assert preview.fields_left_out["account"] == left


def test_the_deepest_counts_the_codes_that_still_open_something() -> None:
    """A retired set stays out by name."""
    vault = a_vault(1, codes=5, used=2)
    (account,) = vault.accounts
    older = replace(a_code_set(account, 7), retired="2025-01-01", label="Older")
    sets = [*vault.code_sets.values(), older]
    vault = with_records(vault, {"code_sets": sets})
    (one,) = share_preview(vault, [account], "codes").accounts
    assert one.codes == 3
    assert one.goes_in["code-set"] == ("backup-codes",)
    assert one.stays_out == {"code-set": ("Older",)}


def test_what_hangs_on_no_account_is_named_as_left_out() -> None:
    """The owner may have counted on it."""
    vault = a_vault(1)
    general = replace(a_procedure(""), title="If I am ill")
    procedures = [*vault.procedures.values(), general]
    vault = with_records(vault, {"procedures": procedures})
    preview = share_preview(vault, vault.accounts, "codes")
    assert preview.of_the_vault == {"procedure": ("If I am ill",)}


def test_an_access_of_nobody_is_named_by_what_it_says() -> None:
    """A dangling link is no reason to fall over."""
    vault = with_records(a_vault(1), {"people": []})
    (one,) = share_preview(vault, vault.accounts, "procedures").accounts
    access = next(iter(vault.access.values()))
    assert one.stays_out["access"] == (access.person,)


def test_an_account_that_is_not_there_is_named() -> None:
    """As when the share is made."""
    with pytest.raises(NotFound):
        share_preview(a_vault(1), [an_id(99)], "codes")
