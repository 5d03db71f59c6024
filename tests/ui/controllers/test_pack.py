"""What is known of a platform, from the page of an account on it."""

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.model.vault import Vault


def on(platform: str) -> Vault:
    """Return a vault with one account on that platform."""
    vault = a_vault(1)
    [one] = vault.accounts.values()
    return replace(vault, accounts={one.id: replace(one, platform=platform)})


def at_pack(at_vault: AtVault, platform: str) -> Person:
    person = at_vault(on(platform), "accounts")
    person.press(f"What is known of {platform.capitalize()}")
    person.wait()
    return person


def test_it_opens_from_the_account_with_the_first_part_shown(
    at_vault: AtVault,
) -> None:
    """Each fact with how old and how sure it is."""
    person = at_pack(at_vault, "instagram")
    assert person.sees("Recovery codes (")
    assert person.sees("8 digits")
    assert person.sees("confidence")


def test_a_part_is_opened_and_closes_the_one_before(at_vault: AtVault) -> None:
    """So a page is never held up by all of it."""
    person = at_pack(at_vault, "instagram")
    person.press("What runs out, closed")
    assert person.sees("Without an appeal inside 180 days")
    assert not person.sees("8 digits")
    assert person.focused == "What runs out, open"
    person.press("What runs out, open")
    assert not person.sees("Without an appeal inside 180 days")


def test_an_address_is_shown_before_it_is_opened(at_vault: AtVault) -> None:
    """And can be copied instead."""
    person = at_pack(at_vault, "instagram")
    person.press("Addresses, closed")
    person.press("https://www.instagram.com/")
    assert person.sees("Open this page?")
    person.press("Copy the address")
    assert QApplication.clipboard().text() == "https://www.instagram.com/"
    person.press("Back")
    assert person.sees("Remove this account")


def test_where_there_is_no_pack_nothing_is_offered(at_vault: AtVault) -> None:
    """Not a page without a fact."""
    person = at_vault(on("corner forum"), "accounts")
    assert not person.sees("What is known of")
