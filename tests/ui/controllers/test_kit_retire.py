"""Retiring a kit in the window: place by place, each note an act."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import NOON, a_kit, a_vault, with_records
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.model.kit import Kit

OLD = replace(
    a_kit(1), card_number=1, read_back=NOON, places=("The safe", "Ana's house")
)
NEW = replace(a_kit(2), card_number=1, read_back=NOON)


def at_retiring(at_vault: AtVault, *kits: Kit) -> Person:
    person = at_vault(with_records(a_vault(), {"kits": list(kits)}), "kits")
    person.click("Retire: Kit 1")
    return person


def kit_of(person: Person) -> Kit:
    return person.application.vault.vault.kits[OLD.id]


def test_a_kit_that_was_replaced_leads_there(at_vault: AtVault) -> None:
    """What took its place is named; the card of both stays."""
    person = at_vault(with_records(a_vault(), {"kits": [OLD, NEW]}), "kits")
    assert person.sees("Kit 2 took its place: collect its sheets and destroy them")
    person.click("Retire: Kit 1")
    assert person.application.window.place == "kit-retire"
    assert person.sees("Kit 2 of 1 Mar 2026 took its place.")
    assert person.sees("Key card 1 stays: it opens Kit 2 too.")
    assert person.focused == "Collected: The safe"


def test_it_is_walked_through_place_by_place(at_vault: AtVault) -> None:
    """Half of it keeps the kit amber; with the last place it is gone."""
    person = at_retiring(at_vault, OLD, NEW)
    person.click("Collected: The safe")
    assert person.sees("Collected on 1 Mar 2026, not destroyed yet")
    person.click("Destroyed: The safe")
    assert person.sees("Being retired; not destroyed yet: Ana's house")
    assert kit_of(person).destroyed == ""
    person.click("Done")
    assert person.sees("Being retired; not destroyed yet: Ana's house")
    person.click("Retire: Kit 1")
    person.click("Destroyed: Ana's house")
    assert person.sees("All of it is destroyed")
    person.click("Done")
    assert person.sees("Destroyed on 1 Mar 2026")


def test_each_note_can_be_undone(at_vault: AtVault) -> None:
    """By its name, and it is seen at once."""
    person = at_retiring(at_vault, OLD, NEW)
    person.click("Destroyed: The safe")
    assert person.application.vault.session.undo_name == "Destroy kit 1"
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kit_of(person) == OLD
    assert person.sees("Nothing is noted yet.")


def test_what_was_noted_wrongly_is_taken_back(at_vault: AtVault) -> None:
    """One place, or all of it."""
    person = at_retiring(at_vault, OLD, NEW)
    person.click("Destroyed: The safe")
    person.click("Not destroyed: The safe")
    person.click("Not collected: The safe")
    assert person.sees("Not collected yet")
    person.click("It stays in use after all")
    assert person.application.window.place == "kits"
    assert kit_of(person) == OLD


def test_without_a_newer_kit_it_says_to_print_one_first(at_vault: AtVault) -> None:
    """Nobody should shred the only one."""
    person = at_retiring(at_vault, OLD)
    assert person.sees("No newer kit is proven yet: print one and read it back first.")


def test_a_kit_that_is_gone_leads_to_the_list(at_vault: AtVault) -> None:
    """There is nothing to retire."""
    person = at_vault(with_records(a_vault(), {"kits": [OLD]}), "kits")
    person.application.desk.go("kit-retire", "nothing")
    person.wait()
    assert person.application.window.place == "kits"
