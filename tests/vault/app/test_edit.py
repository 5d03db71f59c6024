"""Finding records as people call them, and the changes an edit is made of."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import a_vault, an_account, with_records
from tests.fakes import ports_on_disk
from tests.strategies import texts, vaults
from vault.app import edit
from vault.app.typed_fields import typed_fields, typed_value
from vault.errors import Ambiguous, BadInput, NotFound, Refused
from vault.model.change import apply
from vault.model.code import Code, CodeSet
from vault.model.vault import KINDS, Vault

NOON = "2026-03-01T12:00:00Z"


@given(vaults())
def test_every_record_is_found_by_its_id(vault: Vault) -> None:
    """Whatever the others are called."""
    for kind in KINDS:
        for id_, record in vault.collection(kind).items():
            assert edit.find_record(vault, kind, id_) is record


@given(vaults(), texts)
def test_any_reference_finds_one_or_says_why_not(vault: Vault, text: str) -> None:
    """Never the wrong kind of failure."""
    for kind in KINDS:
        with contextlib.suppress(NotFound, Ambiguous):
            assert edit.find_record(vault, kind, text).id in vault.collection(kind)


def test_a_name_goes_before_the_beginning_of_an_id() -> None:
    """A person types names."""
    one = an_account(1)
    other = type(one)(id=an_account(2).id, name=one.id[:4])
    vault = with_records(a_vault(0), {"accounts": [one, other]})
    assert edit.find_record(vault, "account", one.id[:4]) is other


@given(st.dictionaries(st.sampled_from(["name", "notes", "xyz"]), texts | st.none()))
def test_any_fields_make_a_record_or_bad_input(fields: dict[str, object]) -> None:
    """What comes from standard input is a stranger's."""
    ports, vault = ports_on_disk(), a_vault(1)
    try:
        record, changes = edit.adding(ports, vault, "account", fields)
    except BadInput:
        return
    after, _ = apply(vault, changes, NOON)
    assert after.find("account", record.id) == record


def test_the_register_of_kits_is_never_typed() -> None:
    """It would lie about what was printed."""
    ports, vault = ports_on_disk(), a_vault(1)
    with pytest.raises(Refused):
        edit.adding(ports, vault, "kit", {"number": 1})
    with pytest.raises(Refused):
        edit.editing(ports, vault, "kit", next(iter(vault.kits)), {"note": "x"})


def test_sets_in_force_come_first_and_the_newest_of_them() -> None:
    """Positions of codes count over this order."""
    vault = a_vault(2)
    first, second = vault.code_sets.values()

    old = replace(first, retired="2026-01-01")
    new = replace(second, account=first.account, issued="2026-02-01")
    newest = replace(new, id="zzzzzzzzzz", issued="2026-03-01")
    vault = with_records(vault, {"code_sets": [old, new, newest]})
    assert edit.sets_of(vault, first.account) == [newest, new, old]


def test_every_plain_field_is_an_option_and_no_list_is() -> None:
    """Lists come as JSON."""
    fields = typed_fields()
    assert set(fields) == set(KINDS) - {"kit"}
    assert "worth_a_day" in fields["account"]
    assert "trusted" in fields["person"]
    assert "recovers_through" not in fields["account"]
    assert "codes" not in fields["code-set"]


@pytest.mark.parametrize(
    ("kind", "name", "text", "value"),
    [
        ("account", "worth_a_day", "12", 12),
        ("account", "worth_a_day", "", None),
        ("account", "email", "", ""),
        ("person", "trusted", "true", True),
        ("person", "trusted", "0", False),
        ("procedure", "wait_days", "7", 7),
    ],
)
def test_a_typed_text_becomes_the_fields_value(
    kind: str, name: str, text: str, value: object
) -> None:
    """By the field's type."""
    assert typed_value(kind, name, text) == value


def test_what_hangs_on_an_account_is_told_by_kind() -> None:
    """A kit that holds it, too."""
    vault = a_vault(2)
    one = vault.accounts[next(iter(vault.accounts))].id
    assert set(edit.hanging_on(vault, one)) >= {"code-set", "procedure", "access"}


def test_an_account_that_is_gone_is_called_by_its_id() -> None:
    """A log may still name it."""
    assert edit.account_name(a_vault(1), "zzzzzzzzzz") == "zzzzzzzzzz"


def test_a_code_that_stands_is_never_the_next_one() -> None:
    """A PIN or a seed is not used up."""
    seed = CodeSet(
        id="0000000001",
        account="0000000009",
        kind="totp-seed",
        codes=(Code(id="0000000002", value="JBSWY3DP"),),
    )
    backup = CodeSet(
        id="0000000003",
        account="0000000009",
        kind="backup-codes",
        codes=(Code(id="0000000004", value="1234 5678"),),
    )
    found = edit.next_code([seed, backup])
    assert found is not None
    assert found[1].value == "1234 5678"
    assert edit.next_code([seed]) is None


def test_a_person_is_meant_by_one_name_and_an_account_by_its_platform() -> None:
    """Where nobody else is, and nothing is called so."""
    vault = a_vault(2)
    mina = replace(vault.people[min(vault.people)], name="Mina Okafor")
    first, second = (replace(one, platform="etsy") for one in vault.accounts.values())
    second = replace(second, platform="ebay")
    told = replace(
        vault,
        people={mina.id: mina},
        accounts={first.id: first, second.id: second},
    )
    assert edit.find_record(told, "person", "mina") == mina
    assert edit.find_record(told, "account", "Etsy") == first
    with pytest.raises(NotFound):
        edit.find_record(told, "person", "Min")
    too = replace(second, platform="etsy")
    both = replace(told, accounts={first.id: first, too.id: too})
    with pytest.raises(Ambiguous):
        edit.find_record(both, "account", "Etsy")
