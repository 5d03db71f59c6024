"""The register of kits, as a person sees and keeps it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import NOON, a_kit, a_vault, an_account, with_records
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.model.change import Add
from vault.model.kit import Kit

CONTROL = Qt.KeyboardModifier.ControlModifier
WHOLE = replace(a_kit(1), card_number=2)


def at_kits(at_vault: AtVault, *kits: Kit, read_only: str = "") -> Person:
    records = with_records(a_vault(), {"kits": list(kits)})
    return at_vault(records, "kits", read_only)


def test_where_there_is_no_kit_the_gain_is_named(at_vault: AtVault) -> None:
    """With one button and an example."""
    person = at_kits(at_vault)
    assert person.sees("What gets you back in when the laptop is gone")
    assert person.sees("For example: five sheets in the safe")
    assert person.focused == "Print a kit"
    person.key(Qt.Key.Key_Space)
    assert person.application.window.place == "kit-new"


def test_a_kit_is_told_in_full(at_vault: AtVault) -> None:
    """What is in it, what opens it, how many sheets are enough, where it lies."""
    person = at_kits(at_vault, replace(WHOLE, places=("The safe", "Ana's house")))
    for words in (
        "Kit 1",
        "Not proven yet: nobody has read it back",
        "1 Mar 2026, A4",
        "Everything in the vault",
        "Key card 2, or the passphrase of that day",
        "3 sheets; any 2 of them are enough",
        "The safe; Ana's house",
    ):
        assert person.sees(words), words


def test_a_part_names_its_accounts(at_vault: AtVault) -> None:
    """And what opens it and nothing else; accounts that are gone are told as such."""
    ids = (an_account(0).id, "0" * 16)
    part = replace(a_kit(2, accounts=ids), ways="passphrase")
    person = at_kits(at_vault, part)
    assert person.sees("Only Shop 0, an account now removed")
    assert person.sees("The words drawn for it")


def test_a_part_of_many_accounts_names_the_first(at_vault: AtVault) -> None:
    """The line must not push the rest off the page."""
    ids = tuple(an_account(n).id for n in range(9))
    records = with_records(a_vault(9), {"kits": [a_kit(2, accounts=ids)]})
    person = at_vault(records, "kits")
    assert person.sees(
        "Only Shop 0, Shop 1, Shop 2, Shop 3, Shop 4, Shop 5 and 3 others"
    )


def test_what_a_kit_lacks_is_counted_as_it_changes(at_vault: AtVault) -> None:
    """The page follows at once."""
    person = at_kits(at_vault, replace(WHOLE, read_back=NOON))
    assert person.sees("Read back on 1 Mar 2026")
    person.application.vault.apply(Add("account", an_account(77)), "Add")
    assert person.sees("Stale: one account new")
    person.key(Qt.Key.Key_Z, CONTROL)
    assert person.sees("Read back on 1 Mar 2026")


def test_where_it_lies_is_noted_and_can_be_undone(at_vault: AtVault) -> None:
    """One place a line, and a note."""
    person = at_kits(at_vault, WHOLE)
    person.click("Note where it lies: Kit 1")
    assert person.focused == "Where it lies"
    person.paste("The safe\n\nAna's house")
    person.fill("Note", "sealed")
    person.click("Keep")
    assert person.sees("The safe; Ana's house")
    assert person.sees("sealed")
    undo = person.application.vault.session.undo_name
    assert undo == "Note where kit 1 lies"
    person.application.window.actions_by_name["undo"].trigger()
    person.wait()
    assert person.sees("Not noted yet")


def test_a_kit_that_is_destroyed_is_kept_in_the_list(at_vault: AtVault) -> None:
    """With its day; it may turn up again."""
    person = at_kits(at_vault, replace(WHOLE, destroyed="2026-03-01"))
    assert person.sees("Destroyed on 1 Mar 2026")
    assert "Read back: Kit 1" not in person.ring()
    person.click("Still exists: Kit 1")
    assert person.sees("Not proven yet")


def test_keeper_and_sheets_are_noted_too(at_vault: AtVault) -> None:
    """A person of the vault is known by name; too few sheets are said."""
    person = at_kits(at_vault, WHOLE)
    person.click("Note where it lies: Kit 1")
    vault = person.application.vault.vault
    known = next(iter(vault.people.values()))
    person.fill("Who keeps it", known.name)
    person.tab_to("Sheets that are there")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Down)
    person.click("Keep")
    kit = person.application.vault.vault.kits[WHOLE.id]
    assert (kit.keeper, kit.present) == (known.id, 1)
    assert person.sees("Only 1 sheet is there, and 2 are needed: print a new kit")
    assert person.sees("1 of 3 are there")
    assert person.sees(known.name)


def test_a_kit_is_read_back_from_here(at_vault: AtVault) -> None:
    """The one that was meant."""
    person = at_kits(at_vault, WHOLE, replace(a_kit(2), card_number=2))
    person.click("Read back: Kit 1")
    assert person.application.window.place == "kit-read"
    assert person.sees("Read kit 1 back")


def test_a_vault_that_may_only_be_read_offers_nothing(at_vault: AtVault) -> None:
    """Everything is shown all the same."""
    person = at_kits(at_vault, WHOLE, read_only="newer-minor")
    assert person.sees("Everything in the vault")
    offered = [name for name in person.ring() if "Kit 1" in name or "Print" in name]
    assert offered == []


@pytest.mark.long
@pytest.mark.parametrize("count", [0, 1, 12])
def test_every_control_has_a_name_of_its_own(at_vault: AtVault, count: int) -> None:
    """However many kits there are."""
    kits = [replace(a_kit(n + 1), card_number=2) for n in range(count)]
    person = at_kits(at_vault, *kits)
    names = [name for name in person.ring() if name]
    assert len(names) == len(set(names))
