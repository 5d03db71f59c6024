"""What is lost and touched: proposed by the rehearsal, put right by hand."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_contact, a_vault, an_access, with_records
from tests.person import Person
from tests.planted import ANA, CARRIER, MAIL, MINA, SHOP, sound_vault
from tests.ui.conftest import AtVault
from ui.widgets.tick_list import TickList
from vault.model.incident import Incident
from vault.model.vault import Vault

LOST, TOUCHED = "What is lost", "Accounts it touches, in the order of action"


def two_phones() -> Vault:
    """Return a shop whose accounts are on two phones, with a carrier to ring."""
    vault = sound_vault()
    other = replace(an_access(ANA, SHOP, 7), factor="authenticator app")
    return with_records(
        vault,
        {"access": [*vault.access.values(), other], "contacts": [a_contact(CARRIER)]},
    )


def ticked(person: Person, name: str) -> tuple[str, ...]:
    """Return the ids that are ticked in a list."""
    found = person.find(name)
    assert isinstance(found, TickList)
    return found.chosen


def tick(person: Person, name: str, row: int) -> None:
    """Go to a line of a list by keys, and press Space."""
    person.tab_to(name)
    person.key(Qt.Key.Key_Home)
    for _ in range(row):
        person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Space)


def the_one(person: Person) -> Incident:
    """Return the only incident there is."""
    [one] = person.application.vault.vault.incidents.values()
    return one


@pytest.mark.slow
def test_of_several_phones_the_number_to_ring_is_there_before_one_is_chosen(
    at_vault: AtVault,
) -> None:
    """What hangs on the likeliest is ticked; another phone brings its own."""
    person = at_vault(two_phones(), "incident")
    person.click("Phone lost or stolen")
    assert person.sees("112")
    assert ticked(person, LOST) == (f"phone {MINA}",)
    assert set(ticked(person, TOUCHED)) == {CARRIER, MAIL, SHOP}
    tick(person, LOST, 0)
    assert ticked(person, TOUCHED) == ()
    tick(person, LOST, 1)
    assert ticked(person, TOUCHED) == (SHOP,)
    person.click("Begin")
    assert the_one(person).accounts == (SHOP,)
    assert the_one(person).things == (f"phone {ANA}",)
    assert person.sees("Lost: Ana's phone")


@pytest.mark.slow
def test_what_was_ticked_by_hand_stays_ticked(at_vault: AtVault) -> None:
    """Whatever a thing proposes; Back keeps nothing."""
    person = at_vault(a_vault(2), "incident")
    person.click("A ransom is demanded")
    person.click("Several, or a device…")
    assert ticked(person, LOST) == ticked(person, TOUCHED) == ()
    tick(person, TOUCHED, 1)
    [by_hand] = ticked(person, TOUCHED)
    computer = list(person.find(LOST).ids).index("computer")  # type: ignore[attr-defined]
    tick(person, LOST, computer)
    assert len(ticked(person, TOUCHED)) == 2
    tick(person, LOST, computer)
    assert ticked(person, TOUCHED) == (by_hand,)
    person.key(Qt.Key.Key_Escape)
    assert person.sees("What hurts most stands first")
    assert not person.application.vault.vault.incidents


@pytest.mark.slow
def test_the_list_is_changed_while_it_goes_on(at_vault: AtVault) -> None:
    """The accounts that are dealt with stay; undo takes the change back."""
    person = at_vault(sound_vault(), "incident")
    person.click("Phone lost or stolen")
    assert the_one(person).things == (f"phone {MINA}",)
    person.click("Done")
    person.click("Change the list…")
    tick(person, TOUCHED, 0)
    tick(person, TOUCHED, 2)
    person.click("Keep")
    assert set(the_one(person).accounts) == {CARRIER, MAIL}
    assert the_one(person).log[-1].endswith("Touched: Carrier, Mailbox")
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(the_one(person).accounts) == 3


def test_which_account_stands_by_what_a_day_without_it_costs(
    at_vault: AtVault,
) -> None:
    """And says so."""
    person = at_vault(sound_vault(), "incident")
    person.click("I'm locked out")
    seen = person.seen()
    assert seen.index("Mailbox") < seen.index("Instagram") < seen.index("Carrier")
    assert "300 EUR a day · mina@mail.example" in seen


@pytest.mark.slow
def test_who_used_a_code_is_noted(at_vault: AtVault) -> None:
    """With one click the account's owner; somebody else stays picked."""
    person = at_vault(sound_vault(), "incident")
    person.click("I'm locked out")
    person.click("Instagram")
    person.click("Used it")
    person.tab_to("Used by")
    person.type("Jonas")
    person.key(Qt.Key.Key_Return)
    person.click("Used it")
    vault = person.application.vault.vault
    [kept] = [one for one in vault.code_sets.values() if one.account == SHOP]
    names = [vault.people[code.used_by].name for code in kept.codes[:2]]
    assert names == ["Mina", "Jonas"]
