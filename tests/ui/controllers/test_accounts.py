"""The list of accounts, its search, and what is done with a whole account."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import (
    a_procedure,
    a_vault,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.shared.grid import UNIT
from vault.model.change import Replace
from vault.model.contact import Channel, Contact
from vault.model.record import Record
from vault.model.vault import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "Second-hand kilns and glazes at the riverside market, run with the neighbours "


def names(person: Person) -> list[str]:
    """Return the names in the list, from top to bottom."""
    model = person.find("List of accounts").model()  # type: ignore[attr-defined]
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def shown(person: Person) -> str:
    """Return the name of the account whose page is shown."""
    page = person.application.window.page
    return str(page.account.accessibleName())  # type: ignore[union-attr]


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at the accounts of a shop of three."""
    return at_vault(a_vault(3), "accounts")


def test_accounts_are_listed_by_name_and_the_first_is_shown(person: Person) -> None:
    """The keyboard is in the list."""
    assert names(person) == ["Shop 0", "Shop 1", "Shop 2"]
    assert shown(person) == "Shop 0"
    assert person.focused == "List of accounts"
    assert person.sees("3 accounts")


def test_the_arrows_walk_through_the_accounts(person: Person) -> None:
    """The page beside the list follows; Enter goes there, Esc comes back."""
    person.key(Qt.Key.Key_Down)
    assert shown(person) == "Shop 1"
    assert person.focused == "List of accounts"
    person.key(Qt.Key.Key_Return)
    assert person.focused == "Name"
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "List of accounts"


def test_letters_typed_in_the_list_are_searched(person: Person) -> None:
    """Enter opens the first that is found."""
    person.type("s")
    assert person.focused == "Search accounts"
    person.type("shop2")
    assert names(person) == ["Shop 2"]
    assert person.sees("1 of 3 accounts")
    assert shown(person) == "Shop 0"  # until it is chosen
    person.key(Qt.Key.Key_Return)
    assert shown(person) == "Shop 2"
    assert person.focused == "Name"


def test_what_is_found_is_reached_with_the_arrow(person: Person) -> None:
    """And Esc clears the search, then goes to the list."""
    person.key(Qt.Key.Key_F, CTRL)
    person.type("shop1")
    person.key(Qt.Key.Key_Down)
    assert shown(person) == "Shop 1"
    person.key(Qt.Key.Key_Escape)
    assert len(names(person)) == 3
    assert shown(person) == "Shop 1"


def test_a_search_that_finds_nothing_says_what_to_try(person: Person) -> None:
    """An empty list alone explains nothing."""
    person.key(Qt.Key.Key_F, CTRL)
    person.type("nowhere")
    assert names(person) == []
    assert person.sees("Nothing is found. Search for part of a name")
    person.key(Qt.Key.Key_Return)
    assert person.focused == "Search accounts"
    person.key(Qt.Key.Key_Escape)
    assert len(names(person)) == 3
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "List of accounts"


def test_a_search_begins_from_any_page(at_vault: AtVault) -> None:
    """Ctrl+F leads there, ready to type."""
    person = at_vault(a_vault(3), "home")
    person.key(Qt.Key.Key_F, CTRL)
    assert person.focused == "Search accounts"


def test_codes_are_not_searched(person: Person) -> None:
    """Not even by whoever knows one."""
    (one, *_) = person.application.vault.vault.code_sets.values()
    person.key(Qt.Key.Key_F, CTRL)
    person.type(one.codes[0].value)
    assert names(person) == []


def test_a_new_account_brings_its_platforms_steps_along(person: Person) -> None:
    """In one act, that one undo takes back."""
    person.key(Qt.Key.Key_N, CTRL)
    assert person.focused == "Platform"
    person.type("Etsy")
    person.fill("Login", "kiln")
    person.key(Qt.Key.Key_Return)
    assert shown(person) == "Etsy"
    vault = person.application.vault
    (made,) = [one for one in vault.vault.accounts.values() if one.name == "Etsy"]
    assert (made.platform, made.login) == ("etsy", "kiln")
    steps = [one for one in vault.vault.procedures.values() if one.account == made.id]
    assert len(steps) > 3
    assert vault.session.undo_name == "Add Etsy"
    vault.undo()
    assert names(person) == ["Shop 0", "Shop 1", "Shop 2"]
    assert len(vault.vault.procedures) == 3


def test_a_new_account_may_have_any_platform_and_name(person: Person) -> None:
    """Nothing is offered that no pack has."""
    person.click("New account")
    person.type("Our own shop")
    assert not person.sees("Take the platform's steps and contacts too")
    person.fill("Name", "Front door")
    person.click("Add")
    (made,) = [
        one
        for one in person.application.vault.vault.accounts.values()
        if one.name == "Front door"
    ]
    assert made.platform == "Our own shop"


def test_an_account_without_a_name_is_refused_where_it_is_typed(
    person: Person,
) -> None:
    """The form stays, with all that was typed."""
    person.click("New account")
    person.fill("Login", "kiln")
    person.click("Add")
    assert person.sees("It is empty, and must not be.")
    assert person.focused == "Name"
    person.type("Kiln")
    person.key(Qt.Key.Key_Return)
    assert shown(person) == "Kiln"


def test_what_was_typed_in_a_form_is_kept_when_the_vault_is_locked(
    person: Person,
) -> None:
    """No keystroke is lost."""
    person.click("New account")
    person.fill("Name", "Typed before the lock")
    person.application.vault.save_now(lambda *_: None)
    person.wait()
    assert "Typed before the lock" in names(person)


@pytest.mark.long
def test_an_account_goes_with_all_that_hangs_on_it_and_comes_back(
    person: Person,
) -> None:
    """What went is said, and Undo is offered at once."""
    before = person.application.vault.vault
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Delete)
    assert names(person) == ["Shop 0", "Shop 2"]
    assert shown(person) == "Shop 2"
    assert person.sees("Shop 1 is removed")
    went = "1 set of codes, 1 list of steps, 1 contact, 1 person's access"
    assert person.sees(f"With it went {went}.")
    person.click("Undo")
    assert names(person) == ["Shop 0", "Shop 1", "Shop 2"]
    after = person.application.vault.vault
    assert after.code_sets == before.code_sets
    assert after.accounts == before.accounts


def test_undo_in_the_banner_takes_back_nothing_else(person: Person) -> None:
    """Where something was done since, it says so."""
    person.key(Qt.Key.Key_Delete)
    vault = person.application.vault
    one = vault.vault.accounts[an_account(2).id]
    vault.apply(Replace("account", one, replace(one, login="new")), "Change a login")
    person.click("Undo")
    assert person.sees("Something else was changed since")
    assert names(person) == ["Shop 1", "Shop 2"]


def test_the_last_account_leaves_an_empty_page(at_vault: AtVault) -> None:
    """It names the gain and holds one button."""
    person = at_vault(a_vault(1), "accounts")
    person.key(Qt.Key.Key_Delete)
    assert person.sees("Everything that gets you back in, in one place")
    person.click("Undo")
    assert names(person) == ["Shop 0"]


def test_an_empty_vault_leads_to_its_first_account(at_vault: AtVault) -> None:
    """By the one button, which has the keyboard."""
    person = at_vault(an_empty_vault(), "accounts")
    assert person.focused == "New account"
    person.key(Qt.Key.Key_Space)
    person.fill("Name", "First")
    person.key(Qt.Key.Key_Return)
    assert names(person) == ["First"]


def test_an_account_is_renamed_by_a_key(person: Person) -> None:
    """Its place in the list follows, and it stays the one that is shown."""
    person.key(Qt.Key.Key_F2)
    assert person.focused == "Name"
    person.type("Zoo")
    person.key(Qt.Key.Key_Return)
    assert names(person) == ["Shop 1", "Shop 2", "Zoo"]
    assert shown(person) == "Zoo"
    assert person.application.vault.session.undo_name == "Rename Shop 0"


@pytest.mark.long
def test_a_narrow_window_shows_the_list_or_the_account(person: Person) -> None:
    """Enter goes in, Back and Esc come out; nothing is lost when it widens."""
    window = person.application.window
    window.resize(80 * UNIT, 60 * UNIT)
    person.wait()
    assert window.size().width() == 80 * UNIT
    assert not person.sees("Signing in")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Signing in")
    assert "Search accounts" not in person.ring()
    person.click("Back to the list")
    assert person.focused == "List of accounts"
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "List of accounts"
    window.resize(160 * UNIT, 90 * UNIT)
    person.wait()
    assert person.sees("Signing in")
    assert person.sees("3 accounts")


def test_the_width_of_the_list_is_remembered(person: Person) -> None:
    """The page is as it was left, also after a restart."""
    split = person.application.window.page._split  # type: ignore[union-attr]
    split.moveSplitter(400, 1)
    person.application.desk.go("home")
    person.application.desk.go("accounts")
    person.wait()
    shown = person.application.window.page
    assert shown is not None
    assert shown._pane.width() == 400  # type: ignore[attr-defined]


def test_what_has_the_keyboard_stays_in_view_when_it_narrows(person: Person) -> None:
    """Somebody was typing there."""
    person.key(Qt.Key.Key_Return)
    person.application.window.resize(80 * UNIT, 60 * UNIT)
    person.wait()
    assert person.focused == "Name"
    assert person.sees("Signing in")


@pytest.mark.parametrize(
    ("part", "held"),
    [
        ("codes", "Add codes…"),
        ("steps", "Add steps"),
        ("contacts", "Add a contact…"),
        ("people", "Add a person…"),
        ("about", "Who answers for it"),
    ],
)
def test_other_pages_lead_to_a_part_of_an_account(
    person: Person, part: str, held: str
) -> None:
    """The keyboard is where a lack is mended; a search does not hide the account."""
    person.type("Shop 0")
    desk = person.application.desk
    desk.go("accounts", (an_account(2).id, part))
    person.wait()
    assert shown(person) == "Shop 2"
    assert person.focused == held
    assert len(names(person)) == 3


def test_an_account_that_is_gone_is_not_gone_to(person: Person) -> None:
    """An old link shows the list."""
    person.application.desk.go("accounts", "0000000000")
    person.wait()
    assert shown(person) == "Shop 0"


@pytest.mark.long
def test_a_vault_that_may_only_be_read_offers_no_change(at_vault: AtVault) -> None:
    """Nothing that would be refused is offered."""
    person = at_vault(a_vault(2), "accounts", "newer-minor")
    offered = {name for name in person.ring() if name}
    assert "New account" not in offered
    assert "Add a contact…" not in offered
    assert not person.sees("Remove this account")
    person.application.window.page.go_in()  # type: ignore[union-attr]
    person.type("new name")
    person.key(Qt.Key.Key_Return)
    assert shown(person) == "Shop 0"
    person.key(Qt.Key.Key_Escape)
    person.key(Qt.Key.Key_Delete)
    assert len(names(person)) == 2


def overfull() -> Vault:
    """Return sixty accounts with names of 80 characters, some in Chinese."""
    accounts: list[Record] = [
        replace(an_account(n), name=(f"{n} " + ("陶艺" if n % 2 else LONG) * 40)[:80])
        for n in range(60)
    ]
    contact = Contact(
        id="0000000012",
        name=LONG,
        account=accounts[0].id,
        channels=(Channel("form", "https://example.com/" + 60 * "a"),),
    )
    own: dict[str, list[Record]] = {"accounts": accounts, "contacts": [contact]}
    own["procedures"] = [replace(a_procedure(accounts[0].id), title=LONG)]
    return with_records(an_empty_vault(), own)


@pytest.mark.long
def test_long_names_widen_nothing(at_vault: AtVault) -> None:
    """The window can still be made as small as it may be, at twice the text too."""
    person = at_vault(overfull(), "accounts")
    window = person.application.window
    person.application.theme.wear("light", 200)
    window.resize(80 * UNIT, 60 * UNIT)
    person.wait()
    page = window.page
    assert window.width() == 80 * UNIT
    page.go_in()  # type: ignore[union-attr]
    person.wait()
    inner = page.account._scroll  # type: ignore[union-attr]
    assert inner.widget().width() <= inner.viewport().width()
    person.application.theme.wear("light", 100)


def test_the_next_code_of_the_shown_account_is_copied(person: Person) -> None:
    """By a key, from the list."""
    person.key(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.sees("is on the clipboard")


def test_without_an_account_the_next_code_leads_to_the_list(
    at_vault: AtVault,
) -> None:
    """Nobody knows yet which one is meant."""
    person = at_vault(a_vault(2), "home")
    person.key(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert names(person) == ["Shop 0", "Shop 1"]
