"""Changes: all or nothing, each with an inverse, each written down."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.builders import LATER, NOON, a_person, a_vault, an_account, an_empty_vault
from tests.strategies import changes, vaults
from vault.errors import BrokenInvariant
from vault.model.change import (
    Add,
    Change,
    Changes,
    EditVault,
    Joined,
    Known,
    Learn,
    Remove,
    Replace,
    Touched,
    apply,
    edit_vault,
    inverse,
    undo,
)
from vault.model.entry import TO_CHECK, Entry
from vault.model.vault import Vault

# The vaults are plain and the changes are drawn: it is these that are tested here.
some_vaults = st.integers(0, 3).map(a_vault)


def _without_history(vault: Vault) -> dict[str, Any]:
    fields = asdict(vault)
    del fields["history"], fields["counter"]
    return fields


@given(vaults(at_most=1), st.data())
def test_undo_takes_everything_back(vault: Vault, data: st.DataObject) -> None:
    """After undo every record and every field of the vault is as it was."""
    acts = data.draw(changes(vault))
    after, done = apply(vault, acts, NOON)
    undone, taken_back = undo(after, done, LATER)
    assert _without_history(undone) == _without_history(vault)
    redone, _ = undo(undone, taken_back, LATER)
    assert _without_history(redone) == _without_history(after)


@given(some_vaults, st.data())
def test_the_vault_given_is_never_written_to(vault: Vault, data: st.DataObject) -> None:
    """A change makes a new vault; whoever holds the old one sees no difference."""
    before = asdict(vault)
    kept = {name: dict(v) if isinstance(v, dict) else v for name, v in before.items()}
    apply(vault, data.draw(changes(vault)), NOON)
    assert asdict(vault) == kept


@given(some_vaults, st.data())
def test_the_history_only_grows(vault: Vault, data: st.DataObject) -> None:
    """Entries are added behind the others, numbered on from the counter."""
    after, done = apply(vault, data.draw(changes(vault)), LATER, device="laptop")
    new = after.history[len(vault.history) :]
    assert after.history[: len(vault.history)] == vault.history
    assert [one.n for one in new] == list(range(vault.counter + 1, after.counter + 1))
    assert {(one.at, one.device) for one in new} <= {(LATER, "laptop")}
    assert [(one.kind, one.id) for one in new] == [
        (one.kind, one.id) for one in done.touched
    ]


@given(some_vaults, st.data())
def test_collections_that_are_not_touched_are_shared(
    vault: Vault, data: st.DataObject
) -> None:
    """Only what changes is copied."""
    after, done = apply(vault, data.draw(changes(vault)), NOON)
    kinds = {one.kind for one in done.touched}
    for kind in {"account", "code-set", "person"} - kinds:
        assert after.collection(kind) is vault.collection(kind)


@given(some_vaults, st.data())
def test_the_inverse_of_the_inverse_is_the_change(
    vault: Vault, data: st.DataObject
) -> None:
    """Turning a change round twice gives the change itself."""
    for change in data.draw(changes(vault)):
        assert inverse(inverse(change)) == change
        assert inverse(change) != change or not apply(vault, change, NOON)[1].touched


def test_an_act_says_what_it_touched() -> None:
    """Kind, id and the fields that differ, in the order of the changes."""
    account = an_account(1)
    acts: list[Change] = [
        Add("account", account),
        Replace("account", account, replace(account, name="New", notes="n")),
    ]
    _, done = apply(an_empty_vault(), acts, NOON)
    added, edited = done.touched
    assert (added.kind, added.id) == ("account", account.id)
    assert "login" in added.fields
    assert "notes" not in added.fields
    assert edited == Touched("account", account.id, ("name", "notes"))
    assert done.changes == tuple(acts)


def test_the_history_keeps_what_was_replaced() -> None:
    """An edit keeps the old values of the fields it touched, and only those."""
    vault = a_vault(1)
    account = next(iter(vault.accounts.values()))
    after = replace(account, name="New", worth_a_day=None, recovers_through=("x",))
    vault, _ = apply(vault, Replace("account", account, after), NOON)
    assert vault.history[-1].action == "edit"
    assert vault.history[-1].before == {
        "name": "Shop 0",
        "worth_a_day": 100,
        "recovers_through": (),
    }


def test_the_history_of_a_code_set_keeps_only_the_codes_that_changed() -> None:
    """Marking one code used must not write the other nine down again."""
    vault = a_vault(1, codes=10)
    before = next(iter(vault.code_sets.values()))
    first, second, *rest = before.codes
    used = replace(second, state="used", used_at=NOON)
    new = replace(first, id="0" * 10, value="new")
    after = replace(before, codes=(first, used, *rest, new))
    vault, _ = apply(vault, Replace("code-set", before, after), NOON)
    assert vault.history[-1].before == {
        "codes": ({"id": second.id, "value": second.value}, {"id": "0" * 10})
    }


def test_the_history_keeps_all_codes_where_their_order_changed() -> None:
    """An order cannot be told from single codes."""
    vault = a_vault(1, codes=2)
    before = next(iter(vault.code_sets.values()))
    after = replace(before, codes=before.codes[::-1])
    vault, _ = apply(vault, Replace("code-set", before, after), NOON)
    (kept,) = vault.history[-1].before.values()
    assert kept == tuple({"id": one.id, "value": one.value} for one in before.codes)


def test_the_history_keeps_a_removed_record_whole() -> None:
    """A removal can be answered by a merge years later."""
    vault = a_vault(1)
    person = a_person(5)
    vault, _ = apply(vault, [Add("person", person), Remove("person", person)], NOON)
    entry = vault.history[-1]
    assert (entry.action, entry.id) == ("remove", person.id)
    assert entry.before == {
        "name": person.name,
        "phone": person.phone,
        "trusted": True,
    }


def test_the_history_never_keeps_the_secrets_of_the_vault() -> None:
    """A renewed vault code or identity must not live on in the file."""
    vault = an_empty_vault()
    acts = edit_vault(vault, vault_code="aa" * 16, identity=None, name="Other")
    vault, done = apply(vault, acts, NOON)
    before = vault.history[-1].before
    assert before == {"vault_code": None, "identity": None, "name": "Tea Shop"}
    assert undo(vault, done, LATER)[0].vault_code == "0f" * 16


def test_a_change_that_changes_nothing_leaves_no_trace() -> None:
    """No entry, no new counter, the very same vault."""
    vault = a_vault(1)
    account = next(iter(vault.accounts.values()))
    same = [Replace("account", account, account), edit_vault(vault, name=vault.name)]
    assert apply(vault, same, NOON) == (vault, Changes(tuple(same), ()))
    assert apply(vault, [], NOON)[0] is vault


_ACCOUNT = an_account(0)
_OTHER = an_account(9)


@pytest.mark.parametrize(
    "change",
    [
        Add("account", _ACCOUNT),
        Remove("account", _OTHER),
        Replace("account", _OTHER, _OTHER),
        Replace("account", replace(_ACCOUNT, name="stale"), _ACCOUNT),
        Add("person", _OTHER),
        EditVault({"name": "stale"}, {"name": "x"}),
        EditVault({"id": "00112233445566aa"}, {"id": "x"}),
        EditVault({"counter": 0}, {"counter": 7}),
        EditVault({"name": "Tea Shop"}, {"currency": "USD"}),
    ],
)
def test_a_change_that_does_not_fit_is_refused_whole(change: Change) -> None:
    """What it expects is not there: our bug, and nothing of the act happens."""
    vault, _ = apply(an_empty_vault(), Add("account", _ACCOUNT), NOON)
    with pytest.raises(BrokenInvariant):
        apply(vault, [Add("person", a_person(3)), change], NOON)
    assert not vault.people


def test_a_replacement_keeps_its_id() -> None:
    """A record never becomes another one."""
    vault, _ = apply(an_empty_vault(), Add("account", _ACCOUNT), NOON)
    with pytest.raises(BrokenInvariant):
        apply(vault, Replace("account", _ACCOUNT, _OTHER), NOON)


def test_a_second_edit_of_the_vault_sees_the_first() -> None:
    """Changes of one act build on each other."""
    vault = an_empty_vault()
    acts = [
        EditVault({"name": "Tea Shop"}, {"name": "A"}),
        EditVault({"name": "A"}, {"name": "B"}),
    ]
    assert apply(vault, acts, NOON)[0].name == "B"


def test_an_act_is_taken_back_last_change_first() -> None:
    """An account added and then edited in one act is gone after undo."""
    account, edited = an_account(1), replace(an_account(1), name="New")
    acts = [Add("account", account), Replace("account", account, edited)]
    vault, done = apply(an_empty_vault(), acts, NOON)
    undone, _ = undo(vault, done, LATER)
    assert not undone.accounts
    assert [one.action for one in undone.history[2:]] == ["edit", "remove"]


def a_foreign_entry(n: int) -> Entry:
    """Return an entry as another copy's history has it."""
    id_ = an_account(1).id
    return Entry(n=n, at=NOON, device="phone", kind="account", id=id_, action="edit")


def test_another_copys_history_comes_in_as_it_is() -> None:
    """Its entries keep their numbers, and ours go on above the highest it had seen."""
    account = an_account(1)
    told = (a_foreign_entry(4), a_foreign_entry(9))
    after, done = apply(
        an_empty_vault(), [Learn(told, 12), Add("account", account)], LATER
    )
    assert after.history[:2] == told
    assert [one.n for one in after.history] == [4, 9, 13]
    assert after.counter == 13
    assert [one.kind for one in done.touched] == ["account"]
    back, _ = undo(after, done, LATER)
    assert back.history[:3] == after.history
    assert back.accounts == {}


def test_learning_only_the_count_is_a_change_too() -> None:
    """A copy whose history was left out (from a kit) still counts on."""
    after, done = apply(an_empty_vault(), Learn((), 7), NOON)
    assert (after.counter, after.history, done.touched) == (7, (), ())
    assert apply(after, Learn((), 5), NOON)[0] is after


def test_what_the_history_knows_gets_no_entry_but_is_touched() -> None:
    """Undone, it is written down like any other change."""
    account = an_account(1)
    after, done = apply(an_empty_vault(), Known(Add("account", account)), LATER)
    assert after.accounts == {account.id: account}
    assert after.history == ()
    assert [(one.kind, one.id) for one in done.touched] == [("account", account.id)]
    back, _ = undo(after, done, LATER)
    assert back.accounts == {}
    assert [one.action for one in back.history] == ["remove"]


def test_a_merge_writes_its_own_word_where_a_device_stands() -> None:
    """So that it is known later what to look at; its undo is the user's own."""
    account = an_account(1)
    edit = Replace("account", account, replace(account, notes="n"))
    vault, _ = apply(an_empty_vault(), Add("account", account), NOON, "laptop")
    after, done = apply(vault, Joined(edit, TO_CHECK), LATER, "laptop")
    assert after.history[-1].device == TO_CHECK
    back, _ = undo(after, done, LATER, "laptop")
    assert back.history[-1].device == "laptop"
    assert back.accounts == vault.accounts
