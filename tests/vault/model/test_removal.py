"""A removal takes what hangs on a record, cuts the rest, and can be undone whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import NOON, a_vault
from tests.strategies import vaults
from vault.errors import NotFound
from vault.model.change import Remove, Replace, apply, undo
from vault.model.link import LINKS, targets
from vault.model.removal import removal_of
from vault.model.vault import KINDS, Vault


def _dangling(vault: Vault) -> set[tuple[str, str, str]]:
    return {
        (link.kind, link.field, name)
        for link in LINKS
        if link.must_exist
        for record in vault.collection(link.kind).values()
        for name in targets(record, link)
        if name not in vault.collection(link.target)
    }


@given(vaults(), st.data())
def test_nothing_dangles_after_a_removal(vault: Vault, data: st.DataObject) -> None:
    """No link that must lead somewhere leads to what is gone."""
    known = [(kind, id_) for kind in KINDS for id_ in vault.collection(kind)]
    if not known:
        return
    kind, id_ = data.draw(st.sampled_from(known))
    before = _dangling(vault)
    after, done = apply(vault, removal_of(vault, kind, id_), NOON)
    assert after.find(kind, id_) is None
    assert _dangling(after) <= before
    undone, _ = undo(after, done, NOON)
    for each in KINDS:
        assert undone.collection(each) == vault.collection(each)


def test_an_account_takes_what_hangs_on_it() -> None:
    """Its codes, procedures, contacts and access go first, the account last."""
    vault = a_vault(3)
    first, second, _ = vault.accounts
    changes = removal_of(vault, "account", first)
    after, _ = apply(vault, changes, NOON)
    assert isinstance(changes[-1], Remove)
    assert changes[-1].record.id == first
    for kind in ("account", "code-set", "procedure", "contact", "access"):
        assert len(after.collection(kind)) == 2
    assert len(after.people) == 2
    assert after.accounts[second].recovers_through == ()


def test_the_register_remembers_a_removed_account() -> None:
    """A kit that was printed holds the account, whatever the vault does later."""
    vault = a_vault(2)
    first = next(iter(vault.accounts))
    after, _ = apply(vault, removal_of(vault, "account", first), NOON)
    (kit,) = after.kits.values()
    assert kit.accounts == (first,)


def test_a_person_leaves_a_name_behind() -> None:
    """Who used a code stays known; what they owned has no owner; access goes."""
    vault = a_vault(2)
    person = next(iter(vault.people.values()))
    code_set = next(iter(vault.code_sets.values()))
    code = replace(code_set.codes[0], state="used", used_at=NOON, used_by=person.id)
    marked = replace(code_set, codes=(code, *code_set.codes[1:]))
    vault, _ = apply(vault, Replace("code-set", code_set, marked), NOON)
    after, _ = apply(vault, removal_of(vault, "person", person.id), NOON)
    assert after.code_sets[code_set.id].codes[0].used_by == person.name
    assert {one.checked_by for one in after.procedures.values()} == {person.name}
    assert person.id not in {one.owner for one in after.accounts.values()}
    assert not [one for one in after.access.values() if one.person == person.id]


def test_what_is_not_there_cannot_be_removed() -> None:
    """The caller is told which record was meant."""
    with pytest.raises(NotFound):
        removal_of(a_vault(1), "person", "nobody")
