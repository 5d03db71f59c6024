"""Values to check: told on Home and at the account, answered one by one, undone."""

import pytest
from msgspec.structs import replace

from tests.builders import LATER, a_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.merge.conflict import conflicts
from vault.merge.side import Two
from vault.merge.three_way import merge
from vault.model.account import Account
from vault.model.change import Change, Replace, apply
from vault.model.contact import Contact
from vault.model.removal import removal_of
from vault.model.vault import Vault


def account(vault: Vault) -> Account:
    return min(vault.accounts.values(), key=lambda one: one.name)


def contact(vault: Vault) -> Contact:
    return min(vault.contacts.values(), key=lambda one: one.id)


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody whose vault was merged: a field twice, a removal undone."""
    person = at_vault(a_vault(1), "home")
    vault = person.application.vault
    base = vault.vault

    def copy(field: str) -> Vault:
        before = account(base)
        change = Replace("account", before, replace(before, notes=field))
        return vault_with(base, [change])

    busy = contact(base)
    hours = Replace("contact", busy, replace(busy, hours="9-5"))
    mine = vault_with(copy("mine"), [hours])
    theirs = copy("theirs")
    theirs = vault_with(theirs, removal_of(theirs, "contact", busy.id))
    vault.apply(
        [
            Replace("account", account(base), account(mine)),
            Replace("contact", busy, contact(mine)),
        ],
        "Change both",
    )
    vault.apply(merge(Two(vault.vault, theirs), base).changes, "Merge")
    person.wait()
    return person


def vault_with(vault: Vault, changes: list[Change]) -> Vault:
    return apply(vault, changes, LATER)[0]


def test_home_tells_and_leads_there(person: Person) -> None:
    """One line, first of all."""
    assert person.sees("2 values to check")
    person.click("Check them")
    assert person.application.window.place == "to-check"
    assert person.sees("theirs")
    assert person.sees("mine")


def test_the_account_marks_the_field_and_leads_there(person: Person) -> None:
    """The line above counts what hangs on the account as well."""
    one = account(person.application.vault.vault)
    person.application.desk.go("accounts", one.id)
    person.wait()
    assert person.sees("2 values to check")
    assert person.seen().count("Two values: this one shows. See above.") == 1
    person.click("Check them")
    assert person.application.window.place == "to-check"


@pytest.mark.parametrize("other", [False, True])
def test_a_value_is_answered_and_the_answer_undone(person: Person, other: bool) -> None:
    """Under a name; what is answered is gone from the page, and comes back."""
    vault = person.application.vault
    (found,) = [one for one in conflicts(vault.vault) if one.field == "notes"]
    person.application.desk.go("to-check")
    person.wait()
    name = account(vault.vault).name
    button = "Take the other" if other else "Keep this"
    person.click(f"{button}: {name}, Notes")
    assert account(vault.vault).notes == (found.other if other else found.shown)
    assert person.sees("1 value to check")
    start = "Take the other value" if other else "Keep"
    assert vault.session.undo_name == f"{start}: Notes ({name})"
    vault.undo()
    assert account(vault.vault).notes == found.shown
    assert person.sees("2 values to check")


def test_a_record_kept_against_its_removal_can_go(person: Person) -> None:
    """Or stay: both are answers."""
    vault = person.application.vault
    busy = contact(vault.vault)
    person.application.desk.go("to-check")
    person.wait()
    person.click(f"Remove it: {busy.name}")
    assert busy.id not in vault.vault.contacts
    vault.undo()
    assert busy.id in vault.vault.contacts
    person.click(f"Keep it: {busy.name}")
    assert busy.id in vault.vault.contacts
    assert person.sees("1 value to check")


def test_when_all_is_answered_the_page_says_so(person: Person) -> None:
    """And Home tells of it no more."""
    vault = person.application.vault
    person.application.desk.go("to-check")
    person.wait()
    person.click(f"Keep this: {account(vault.vault).name}, Notes")
    person.click(f"Keep it: {contact(vault.vault).name}")
    assert person.sees("Nothing to check")
    person.click("Back to Home")
    assert not person.sees("Check them")


def test_what_may_only_be_read_has_no_answers(person: Person) -> None:
    """The values can be looked at even so."""
    person.application.vault.session.read_only = "open-elsewhere"
    person.application.desk.go("to-check")
    person.wait()
    assert person.sees("theirs")
    assert not person.sees("Take the other")
