"""People, as an owner sees them: whom to ring, and what each of them reaches."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import (
    a_person,
    a_vault,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.model.record import Record

MINA = replace(a_person(0), name="Mina", email="mina@example.com", role="owner")
ADA = replace(a_person(1, trusted=False), name="Ada", notes="Only on Mondays.")


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at the people of a shop: Mina answers for it, Ada gets in."""
    accounts: list[Record] = [an_account(n, owner=MINA.id) for n in range(8)]
    access = [
        replace(an_access(ADA.id, an_account(0).id), role="editor"),
        replace(an_access(ADA.id, an_account(1).id, 1), ended="2026-01-01"),
    ]
    own: dict[str, list[Record]] = {
        "accounts": accounts,
        "people": [ADA, MINA],
        "access": [*access],
    }
    return at_vault(with_records(an_empty_vault(), own), "people")


def write(person: Person, label: str, text: str) -> None:
    """Type into a field; Tab is walked through elsewhere."""
    person.find(label).setFocus()
    person.type(text)


def test_whoever_is_to_be_rung_stands_first(person: Person) -> None:
    """And is named in a sentence."""
    seen = person.seen()
    assert person.sees("To be rung in doubt: Mina.")
    assert seen.index("Mina\n") < seen.index("Ada\n")
    assert person.focused == "Name a person"


def test_each_is_shown_with_what_they_reach(person: Person) -> None:
    """The first few accounts, and the others on demand; what ended does not count."""
    assert person.sees("Answers for")
    assert person.sees("Shop 5")
    assert not person.sees("Shop 6")
    person.click("Show 2 more")
    assert person.sees("Shop 7")
    assert person.sees("Shop 0 (editor)")
    assert not person.sees("Shop 1 (")
    assert person.sees("Only on Mondays.")


def test_an_account_is_one_click_away(person: Person) -> None:
    """From whoever reaches it."""
    person.click("Shop 0 (editor)")
    assert person.application.window.place == "accounts"
    assert person.sees("Signing in")


def test_a_number_is_copied_by_its_button(person: Person) -> None:
    """And the page says so."""
    person.click("Copy the e-mail of Mina")
    assert QApplication.clipboard().text() == "mina@example.com"


def test_somebody_is_named_with_a_name_and_a_number(person: Person) -> None:
    """One act, undone by name."""
    person.click("Name a person")
    person.type("Jonas")
    write(person, "Telephone", "112")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Jonas")
    vault = person.application.vault
    assert vault.session.undo_name == "Add Jonas"
    vault.undo()
    assert not person.sees("Jonas")


def test_a_person_is_changed(person: Person) -> None:
    """What is seen follows, and a second look without a change changes nothing."""
    person.click("Change Ada")
    person.click("Someone to ring in doubt")
    person.click("Keep")
    assert person.sees("To be rung in doubt: Ada, Mina.")
    vault = person.application.vault
    assert vault.session.undo_name == "Change Ada"
    person.click("Change Ada")
    person.click("Keep")
    vault.undo()
    assert vault.session.undo_name == ""


def test_a_person_goes_with_their_access_and_comes_back(person: Person) -> None:
    """What is left without anybody is said."""
    person.click("Remove Ada")
    assert person.sees("With it went 2 people's access.")
    person.click("Undo")
    person.click("Remove Mina")
    assert person.sees("Nobody answers for 8 accounts now.")
    assert person.sees("Nobody of them is named to be rung in doubt.")
    person.click("Undo")
    assert person.sees("To be rung in doubt: Mina.")


def test_a_name_that_is_blank_is_refused_in_the_form(person: Person) -> None:
    """It stays open."""
    person.click("Name a person")
    person.click("Add")
    assert person.sees("It is empty, and must not be.")
    assert person.focused == "Name"


def test_home_leads_to_naming_somebody_to_ring(at_vault: AtVault) -> None:
    """With the tick set already; a vault without people names the gain."""
    accounts: list[Record] = [an_account(0)]
    person = at_vault(with_records(an_empty_vault(), {"accounts": accounts}), "home")
    person.click("Name someone")
    person.type("Jonas")
    person.key(Qt.Key.Key_Return)
    (made,) = person.application.vault.vault.people.values()
    assert made.trusted
    assert person.sees("To be rung in doubt: Jonas.")


def test_a_vault_without_people_names_the_gain(at_vault: AtVault) -> None:
    """And the first one is to be rung, unless said otherwise."""
    person = at_vault(an_empty_vault(), "people")
    assert person.sees("Someone who can act when you cannot")
    assert person.focused == "Name the first person"
    person.key(Qt.Key.Key_Space)
    person.type("Jonas")
    person.key(Qt.Key.Key_Return)
    assert person.sees("To be rung in doubt: Jonas.")
    assert person.sees("Reaches no account.")


def test_a_person_without_a_number_is_gone_to(at_vault: AtVault) -> None:
    """The form is open already."""
    silent = replace(MINA, phone="", email="")
    own: dict[str, list[Record]] = {"people": [silent], "accounts": [an_account(0)]}
    person = at_vault(with_records(an_empty_vault(), own), "home")
    person.click("Add a number")
    write(person, "Telephone", "112")
    person.key(Qt.Key.Key_Return)
    assert person.sees("112")


def test_a_vault_that_may_only_be_read_offers_no_change(at_vault: AtVault) -> None:
    """Numbers can still be copied."""
    person = at_vault(a_vault(1), "people", "newer-minor")
    person.application.desk.go("people", "new")
    person.wait()
    names = [name for name in person.ring() if name]
    assert "Name a person" not in names
    assert "Change Person 0" not in names
    assert "Copy the telephone of Person 0" in names
