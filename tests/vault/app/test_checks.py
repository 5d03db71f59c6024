"""What is left to be checked, as Home and the page of an account count it."""

from msgspec.structs import replace

from tests.builders import NOON, a_vault, an_account
from tests.forks import joined
from vault.app.checks import checks_of, count_of_checks, fields_to_check
from vault.model.change import Replace, apply, edit_vault
from vault.model.vault import Vault

BASE = a_vault(2)
FIRST, SECOND = an_account(0).id, an_account(1).id


def copy(word: str) -> Vault:
    """Return a copy in which an account, its contact and the vault's name differ."""
    account = BASE.accounts[FIRST]
    contact = next(one for one in BASE.contacts.values() if one.account == FIRST)
    changes = [
        Replace("account", account, replace(account, notes=word)),
        Replace("contact", contact, replace(contact, hours=word)),
        edit_vault(BASE, name=word),
    ]
    return apply(BASE, changes, NOON)[0]


def test_all_of_the_vault_is_counted() -> None:
    """Its own name as well."""
    assert count_of_checks(joined(copy("a"), copy("b"), BASE)) == 3
    assert count_of_checks(BASE) == 0


def test_an_account_is_told_of_all_that_hangs_on_it() -> None:
    """And marks those fields that are its own."""
    both = joined(copy("a"), copy("b"), BASE)
    found = checks_of(both, FIRST)
    assert {one.kind for one in found} == {"account", "contact"}
    assert fields_to_check(found) == {"notes"}
    assert checks_of(both, SECOND) == ()
