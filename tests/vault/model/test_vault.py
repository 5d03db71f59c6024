"""The vault finds its records by kind and id."""

import pytest

from tests.builders import a_lived_in_vault, a_vault, an_account
from vault.errors import BrokenInvariant, NotFound
from vault.model.record import Record
from vault.model.vault import KINDS, Vault, kind_of


def test_the_table_of_kinds_is_in_the_order_people_see() -> None:
    """These are the words of the command line, in this order."""
    assert list(KINDS) == [
        "account",
        "code-set",
        "procedure",
        "contact",
        "person",
        "access",
        "kit",
        "incident",
        "review",
        "attachment",
        "share",
        "thing",
        "route",
        "platform",
    ]


def test_every_collection_of_the_vault_has_a_kind() -> None:
    """No field that holds records is missing in the table."""
    plain = {"id", "name", "created", "currency", "passphrase_generated", "vault_code"}
    plain |= {"card_number", "identity", "signer", "ways", "counter", "history"}
    plain |= {"blobs", "passphrase_since", "house_rules", "house_rules_since"}
    plain |= {"review_months", "review_vital_months", "review_minor_months"}
    collections = {kind.collection for kind in KINDS.values()}
    assert set(Vault.__struct_fields__) == plain | collections


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_found_by_kind_and_id(kind: str) -> None:
    """Looking up what is there returns it, and it knows its kind."""
    vault = a_lived_in_vault(1)
    id_, record = next(iter(vault.collection(kind).items()))
    assert vault.get(kind, id_) is vault.find(kind, id_) is record
    assert kind_of(record) == kind
    assert type(record) is KINDS[kind].struct


def test_what_is_not_there_is_none_or_not_found() -> None:
    """`find` asks, `get` insists, and says what was asked for."""
    vault = a_vault(1)
    assert vault.find("person", an_account(0).id) is None
    with pytest.raises(NotFound) as caught:
        vault.get("person", "nobody")
    assert (caught.value.kind, caught.value.reference) == ("person", "nobody")


def test_an_unknown_kind_is_our_bug() -> None:
    """Words typed by people are checked before they come here."""
    with pytest.raises(BrokenInvariant):
        a_vault(1).collection("kitten")
    with pytest.raises(BrokenInvariant):
        kind_of(Record(id="x"))
