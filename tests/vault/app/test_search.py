"""Accounts found by what stands around them, and never by a code."""

import pytest
from msgspec.structs import replace

from tests.builders import a_code_set, a_vault, an_access, an_account, with_records
from vault.app.search import Index, index_of
from vault.model.contact import Channel, Contact
from vault.model.person import Person
from vault.model.vault import Vault

ANA = Person(id="0000000011", name="Ana Günther", phone="+49 30 901820")


def searched(vault: Vault) -> Index:
    return index_of(vault, lambda id_: "Insta Gram" if id_ == "instagram" else id_)


@pytest.fixture
def vault() -> Vault:
    """Return a vault of two accounts, the second with all that can be found."""
    first, second = an_account(0), an_account(1)
    second = replace(second, name="Straße 9", notes="Blue card", url="shop.example")
    desk = Contact(
        id="0000000012",
        name="Fraud desk",
        account=second.id,
        channels=(Channel("phone", "0800 1234"),),
        case_numbers=("C-77",),
    )
    return with_records(
        a_vault(0),
        {
            "accounts": [second, first],
            "people": [ANA],
            "contacts": [desk],
            "access": [an_access(ANA.id, second.id)],
            "code_sets": [a_code_set(second.id)],
        },
    )


@pytest.mark.parametrize(
    "text",
    [
        "strasse",
        "BLUE card",
        "shop.ex",
        "günther",
        "901 820",
        "30901820",
        "fraud",
        "08001234",
        "c-77",
        "9 blue",
    ],
)
def test_an_account_is_found_by_what_stands_around_it(vault: Vault, text: str) -> None:
    """Case, spaces in numbers and the order of words do not matter."""
    assert searched(vault).find(text) == (an_account(1).id,)


def test_it_is_found_by_its_platform_as_id_and_as_name(vault: Vault) -> None:
    """Whichever somebody remembers."""
    assert len(searched(vault).find("instagram")) == 2
    assert len(searched(vault).find("insta gram")) == 2


def test_nothing_typed_finds_all_in_order_of_name(vault: Vault) -> None:
    """The list and the search show the same order."""
    assert searched(vault).find(" ") == (an_account(0).id, an_account(1).id)


def test_every_word_must_stand_there(vault: Vault) -> None:
    """Two words narrow, they do not widen."""
    assert searched(vault).find("blue nowhere") == ()


def test_a_code_is_never_found(vault: Vault) -> None:
    """A search must not confirm a guess."""
    (one,) = vault.code_sets.values()
    assert searched(vault).find(one.codes[0].value) == ()
    assert searched(vault).find("backup-codes") == ()
