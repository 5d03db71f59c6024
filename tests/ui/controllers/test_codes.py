"""The codes of an account, as a person uses them."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import (
    a_code_set,
    a_person,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.codes import CodesFlow
from ui.widgets.page import Page
from vault.model.change import Remove, Replace
from vault.model.code import CodeSet
from vault.model.record import Record
from vault.model.removal import removal_of
from vault.model.vault import Vault

ACCOUNT = replace(an_account(0), name="Instagram")
ANA = replace(a_person(0), name="Ana Lindqvist")


def a_shop(*sets: CodeSet) -> Vault:
    """Return a vault of one account with those sets, and Ana."""
    records: dict[str, list[Record]] = {
        "accounts": [ACCOUNT],
        "people": [ANA],
        "code_sets": list(sets or [a_code_set(ACCOUNT.id, codes=5)]),
    }
    return with_records(an_empty_vault(), records)


def sit(at_vault: AtVault, vault: Vault, read_only: str = "") -> Person:
    """Open the vault at a page that holds the codes section and nothing else."""
    person = at_vault(vault, read_only=read_only)
    desk = person.application.desk
    flow = CodesFlow(desk)
    person.flow = flow  # type: ignore[attr-defined]  # as the accounts flow holds it
    page = Page("Instagram")
    page.add(flow.section(ACCOUNT.id))
    desk.stage.show_page(page, "accounts")
    person.wait()
    return person


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    return sit(at_vault, a_shop())


def the_set(person: Person) -> CodeSet:
    return next(iter(person.application.vault.vault.code_sets.values()))


def value(person: Person, number: int) -> str:
    return the_set(person).codes[number - 1].value


def test_codes_are_hidden_until_asked_for(person: Person) -> None:
    """One button a code; the title of the window never tells it."""
    assert person.sees("5 of 5 left")
    assert value(person, 2) not in person.seen()
    person.click("Show code 2")
    assert person.sees(value(person, 2))
    assert value(person, 1) not in person.seen()
    assert value(person, 2) not in person.window.windowTitle()
    person.click("Hide code 2")
    assert value(person, 2) not in person.seen()


def test_a_copied_code_is_on_the_clipboard_and_never_said(person: Person) -> None:
    """The seconds are counted in the status bar."""
    person.click("Copy code 3")
    assert QApplication.clipboard().text() == value(person, 3)
    assert person.sees("Code 3 of Instagram is copied")
    assert person.sees("On the clipboard for 20 s")
    assert value(person, 3) not in person.seen()
    person.application.desk.clipboard.clear()
    assert QApplication.clipboard().text() == ""
    assert not person.sees("On the clipboard")


def test_the_next_unused_code_is_shown_large_and_marked_used(person: Person) -> None:
    """Two clicks: look at it, say that it was used."""
    person.click("Next unused code")
    assert person.window.windowTitle() == "Code 1 of Instagram"
    assert person.sees(value(person, 1))
    person.fill("Who used it", "ana lindqvist")
    person.fill("What for", "a new phone")
    person.click("Mark it used")
    assert person.clicks == 2
    used = the_set(person).codes[0]
    assert (used.state, used.used_by, used.used_for) == ("used", ANA.id, "a new phone")
    assert person.sees("Used 1 Mar 2026 by Ana Lindqvist: a new phone")
    assert person.sees("4 of 5 left")
    assert person.sees("Code 1 of Instagram is marked used; 4 are left")


def test_a_free_name_may_have_used_it_or_nobody_is_named(person: Person) -> None:
    """Not everybody is in the vault."""
    person.click("Mark code 2 used…")
    person.fill("Who used it", "Temp from the agency")
    person.key(Qt.Key.Key_Return)
    assert the_set(person).codes[1].used_by == "Temp from the agency"
    person.click("Mark code 3 used…")
    person.click("Mark it used")
    assert the_set(person).codes[2].used_by == ""
    assert person.sees("Used 1 Mar 2026")


def test_a_used_mark_is_taken_back_by_one_click_and_by_undo(person: Person) -> None:
    """And both can be undone in their turn."""
    person.click("Mark code 2 used…")
    person.click("Mark it used")
    person.click("Take back: code 2 is not used")
    assert the_set(person).codes[1].state == "unused"
    assert person.sees("Code 2 of Instagram counts as unused again")
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert the_set(person).codes[1].state == "used"
    assert person.sees("4 of 5 left")
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert the_set(person).codes[1].state == "unused"
    assert person.sees("5 of 5 left")


def test_a_code_that_does_not_work_is_void(person: Person) -> None:
    """It is passed over from then on, and can be valid again."""
    person.click("Mark code 1 used…")
    person.click("It does not work")
    assert the_set(person).codes[0].state == "void"
    assert person.sees("Void")
    person.click("Next unused code")
    assert person.window.windowTitle() == "Code 2 of Instagram"
    person.key(Qt.Key.Key_Escape)
    person.click("Take back: code 1 is not void")
    assert the_set(person).codes[0].state == "unused"


def test_the_sheet_of_a_code_hides_it_until_asked(person: Person) -> None:
    """Whoever only marks it used need not show it."""
    person.click("Mark code 4 used…")
    assert value(person, 4) not in person.seen()
    person.click("Show code 4")
    assert person.sees(value(person, 4))
    person.click("Copy code 4")
    assert QApplication.clipboard().text() == value(person, 4)
    person.key(Qt.Key.Key_Escape)
    assert the_set(person).codes[3].state == "unused"


def test_the_next_code_is_copied_by_one_key_and_marked_from_the_banner(
    person: Person,
) -> None:
    """As Ctrl+Shift+C does on the page of an account."""
    person.flow.copy_next(ACCOUNT.id)  # type: ignore[attr-defined]
    assert QApplication.clipboard().text() == value(person, 1)
    assert person.sees("Code 1 of Instagram is on the clipboard")
    assert value(person, 1) not in person.seen()
    person.click("Mark it used…")
    person.click("Mark it used")
    assert the_set(person).codes[0].state == "used"


def test_where_no_code_is_left_new_ones_are_offered(at_vault: AtVault) -> None:
    """In the section, and after the key."""
    person = sit(at_vault, a_shop(a_code_set(ACCOUNT.id, codes=3, used=3)))
    assert person.sees("No code is left. Get new ones at Instagram, then add them")
    person.flow.copy_next(ACCOUNT.id)  # type: ignore[attr-defined]
    assert person.sees("No unused code is left for Instagram")
    person.click("Add codes…")
    assert person.window.windowTitle() == "Add codes to Instagram"


def test_two_left_are_warned_of(at_vault: AtVault) -> None:
    """While there is time."""
    person = sit(at_vault, a_shop(a_code_set(ACCOUNT.id, codes=5, used=3)))
    assert person.sees("Only 2 codes are left. Get new ones at Instagram")


def test_a_pin_is_kept_and_not_used_up(at_vault: AtVault) -> None:
    """It is no next code, and nobody marks it used."""
    pin = replace(a_code_set(ACCOUNT.id, codes=1), kind="pin")
    person = sit(at_vault, a_shop(pin))
    names = person.ring()
    assert "Show PIN" in names
    assert "Copy PIN" in names
    assert not [name for name in names if "Mark" in name]
    assert not person.sees("left")
    assert not person.sees("Next unused code")


def test_codes_of_two_sets_are_told_apart_by_name(at_vault: AtVault) -> None:
    """Nobody has to ask: code 1 of which."""
    old = replace(a_code_set(ACCOUNT.id, 1, codes=2), retired="2026-02-01")
    person = sit(at_vault, a_shop(a_code_set(ACCOUNT.id, codes=2), old))
    person.click("Show 1 retired set")
    names = {name for name in person.ring() if name.startswith("Show code 1")}
    assert names == {
        "Show code 1 of Backup codes",
        "Show code 1 of Backup codes, retired 1 Feb 2026",
    }


def test_a_set_is_edited_and_the_act_has_a_name(person: Person) -> None:
    """Sort, label, day and notes."""
    person.click("Edit Backup codes…")
    person.fill("What you call them", "Desk drawer")
    person.fill("Day the platform issued them", "2026-02-28")
    person.click("Keep")
    kept = the_set(person)
    assert (kept.label, kept.issued) == ("Desk drawer", "2026-02-28")
    assert person.sees("Issued 28 Feb 2026")
    assert person.application.vault.session.undo_name == (
        "Edit Backup codes of Instagram"
    )


def test_what_was_not_changed_leaves_no_act(person: Person) -> None:
    """Looking is not editing."""
    person.click("Edit Backup codes…")
    person.click("Keep")
    assert person.application.vault.session.undo_name == ""


def test_a_day_that_is_none_is_told_and_the_sheet_stays(person: Person) -> None:
    """Nothing typed is lost."""
    person.click("Edit Backup codes…")
    person.fill("Day the platform issued them", "last spring")
    person.click("Keep")
    assert person.sees("This is no day. Write it as 2026-03-01")
    assert person.focused == "Day the platform issued them"
    assert the_set(person).issued == "2026-03-01"


def test_a_set_is_removed_at_once_and_comes_back_by_the_banner(person: Person) -> None:
    """No question is asked where undo is at hand."""
    person.click("Remove Backup codes")
    assert not person.application.vault.vault.code_sets
    assert person.sees("Backup codes of Instagram is removed")
    assert person.sees("No codes yet")
    person.click("Undo")
    assert person.sees("5 of 5 left")


def test_the_banner_undoes_only_what_it_speaks_of(person: Person) -> None:
    """Another act in between is not taken for it."""
    flow, desk = person.flow, person.application.desk  # type: ignore[attr-defined]
    person.click("Remove Backup codes")
    account = desk.vault.vault.accounts[ACCOUNT.id]
    desk.vault.apply(
        Replace("account", account, replace(account, login="x")), "Change the login"
    )
    flow._back("Remove Backup codes of Instagram")
    assert not desk.vault.vault.code_sets
    assert person.sees("undo that first")


def test_a_vault_open_for_reading_shows_codes_and_changes_none(
    at_vault: AtVault,
) -> None:
    """Such as one that a newer program wrote."""
    person = sit(at_vault, a_shop(), read_only="newer-minor")
    names = person.ring()
    assert "Copy code 1" in names
    assert not [n for n in names if n.startswith(("Mark", "Edit", "Remove", "Add"))]
    person.click("Next unused code")
    assert person.sees(value(person, 1))
    assert "Mark it used" not in person.ring()


def test_a_section_whose_page_is_gone_is_left_alone(person: Person) -> None:
    """Changes go on elsewhere."""
    desk = person.application.desk
    desk.stage.show_page(Page("Elsewhere"), "people")
    person.wait()
    one = the_set(person)
    desk.vault.apply(Remove("code-set", one), "Remove a set")
    person.wait()
    assert person.application.window.page.accessibleName() == "Elsewhere"


def test_the_codes_of_an_account_that_is_removed_cause_no_harm(
    person: Person,
) -> None:
    """The page goes a moment later."""
    vault = person.application.vault
    vault.apply(removal_of(vault.vault, "account", ACCOUNT.id), "Remove")
    person.wait()
    assert ACCOUNT.id not in vault.vault.accounts


def test_saving_for_good_hides_what_is_shown(person: Person) -> None:
    """Before the vault is locked."""
    person.click("Show code 2")
    person.application.vault.committing.emit()
    assert value(person, 2) not in person.seen()
