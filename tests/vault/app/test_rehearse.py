"""What a text means in a rehearsal."""

import pytest
from msgspec.structs import replace

from tests.builders import a_person, an_access, an_account, an_empty_vault, with_records
from vault.app.rehearse import built_of, find_node
from vault.errors import Ambiguous, NotFound
from vault.model.vault import Vault
from vault.rehearsal.graph import Node

MINA = replace(a_person(0), name="Mina Okafor")
JONAS = replace(a_person(1), name="Jonas Okafor")
SHOP = an_account(0)


def with_phones() -> Vault:
    """Return two people who sign in to a shop with their phones."""
    access = [
        replace(an_access(one.id, SHOP.id, n), factor="app")
        for n, one in enumerate((MINA, JONAS))
    ]
    return with_records(
        an_empty_vault(),
        {"accounts": [SHOP], "people": [MINA, JONAS], "access": [*access]},
    )


@pytest.mark.parametrize("text", ["Mina Okafor's phone", "mina's phone"])
def test_a_phone_is_meant_by_whose_it_is(text: str) -> None:
    """By the whole name, or by one that nobody shares."""
    vault = with_phones()
    assert find_node(vault, built_of(vault), text) == Node("phone", MINA.id)
    assert find_node(vault, built_of(vault), "Jonas") == Node("person", JONAS.id)


def test_a_name_that_two_share_is_asked_about() -> None:
    """And one that nobody has is not there."""
    vault = with_phones()
    with pytest.raises(Ambiguous):
        find_node(vault, built_of(vault), "Okafor's phone")
    with pytest.raises(NotFound):
        find_node(vault, built_of(vault), "Ada's phone")
