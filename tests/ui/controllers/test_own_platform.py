"""A platform of the owner's own, written down in the window."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import DAY, a_platform, an_account, an_empty_vault, an_id
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.own_platform import EDIT, NEW
from ui.controllers.platforms import Platforms
from vault.model.platform import OwnPlatform
from vault.model.vault import Vault

STALL = replace(an_account(0), name="The stall", platform="Folksy")
SHOP = replace(an_account(1), name="The shop", platform="etsy")


def a_shop(*platforms: OwnPlatform) -> Vault:
    """Return a vault with two accounts, and these platforms."""
    return replace(
        an_empty_vault(),
        accounts={one.id: one for one in (STALL, SHOP)},
        platforms={one.id: one for one in platforms},
    )


def write(person: Person, label: str, text: str) -> None:
    """Put a text into a field in place of what stands there, and leave it."""
    person.find(label).setFocus()
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.paste(text)
    person.key(Qt.Key.Key_Tab)


def go(person: Person, what: object = None) -> None:
    """Go to the page."""
    person.application.desk.go("platform", what)
    person.wait()


def own(person: Person) -> list[OwnPlatform]:
    """Return the platforms that are kept."""
    return list(person.application.vault.vault.platforms.values())


@pytest.mark.long
def test_from_an_account_it_is_written_down_and_taken(at_vault: AtVault) -> None:
    """Its name stands there already; the account shows its steps like a pack's."""
    person = at_vault(a_shop())
    person.application.desk.go("accounts", STALL.id)
    person.wait()
    person.click("Add a platform of your own…")
    assert person.application.window.place == "platform"
    assert person.sees("The account “The stall” will be on it.")
    write(person, "Locked out", "Ask for a new password")
    write(person, "Ways to reach them", "desk@folksy.example; orders")
    (one,) = own(person)
    assert (one.name, one.steps[0].text) == ("Folksy", "Ask for a new password")
    person.click("Done")
    assert person.application.window.place == "accounts"
    person.click("Take the steps for Folksy")
    assert person.sees("You cannot get in")
    assert person.sees("desk@folksy.example")
    assert person.sees("Edit this platform…")


def test_an_account_on_a_shipped_platform_can_be_put_on_it(at_vault: AtVault) -> None:
    """By the menu of platforms; undo takes both back in one go."""
    person = at_vault(a_shop())
    go(person, (NEW, SHOP.id))
    write(person, "Name", "Folksy Market")
    vault = person.application.vault
    assert vault.vault.accounts[SHOP.id].platform == "Folksy Market"
    assert vault.session.undo_name == "Add the platform Folksy Market"
    vault.undo()
    person.wait()
    assert not own(person)
    assert vault.vault.accounts[SHOP.id] == SHOP
    assert person.application.window.place == "accounts"


def test_each_part_keeps_itself_and_is_undone_alone(at_vault: AtVault) -> None:
    """And the page shows at once what undo brought back."""
    person = at_vault(a_shop(a_platform()))
    go(person, (EDIT, STALL.id))
    assert person.focused == "Name"
    write(person, "How people lose it", "One login\nOne mailbox")
    vault = person.application.vault
    assert own(person)[0].traps == ("One login", "One mailbox")
    assert vault.session.undo_name == "Change the platform Folksy"
    vault.undo()
    person.wait()
    assert person.sees("The mailbox is gone")
    assert not person.sees("One mailbox")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Etsy", "We ship a pack for that platform."),
        ("folksy", "with that name already"),
    ],
)
def test_a_name_that_is_taken_is_refused_at_its_field(
    at_vault: AtVault, name: str, told: str
) -> None:
    """In a sentence; what is typed stays until another name is given."""
    person = at_vault(a_shop(a_platform()))
    go(person)
    write(person, "Name", name)
    assert person.sees(told)
    person.click("Done")
    assert person.application.window.place == "platform"
    assert person.focused == "Name"
    write(person, "Name", "Another")
    assert not person.sees(told)
    assert {one.name for one in own(person)} == {"Folksy", "Another"}


def test_without_a_name_nothing_typed_is_lost(at_vault: AtVault) -> None:
    """It is said below the field, and kept as soon as there is a name."""
    person = at_vault(a_shop())
    go(person)
    write(person, "Suspended by the platform", "Write to the desk")
    assert person.sees("Give the platform a name above, and this is kept too.")
    assert not own(person)
    write(person, "Name", "Folksy")
    assert not person.sees("Give the platform a name above")
    assert own(person)[0].steps[0].situation == "suspended"


def test_what_is_no_day_is_refused_at_its_field(at_vault: AtVault) -> None:
    """The other fields are kept all the same."""
    person = at_vault(a_shop(a_platform()))
    go(person, a_platform().id)
    write(person, "Gone through on", "yesterday")
    assert person.sees("yesterday")
    write(person, "Notes", "Ask for Ada")
    person.click("Done")
    assert person.focused == "Gone through on"
    assert (own(person)[0].checked, own(person)[0].notes) == (DAY, "Ask for Ada")


def test_another_platform_is_one_click_away(at_vault: AtVault) -> None:
    """From any of them: one that no account is on is not out of reach."""
    other = replace(a_platform("Market"), id=an_id(951_000))
    person = at_vault(a_shop(a_platform(), other))
    go(person, a_platform().id)
    person.click("Market")
    assert person.sees("No account names it yet")


def test_a_page_that_is_left_without_a_name_gets_one(at_vault: AtVault) -> None:
    """Whoever goes elsewhere finds again what was typed."""
    person = at_vault(a_shop())
    go(person)
    write(person, "Locked out", "Ask for a new password")
    person.application.desk.go("people")
    person.wait()
    assert [one.name for one in own(person)] == ["A platform without a name"]
    assert own(person)[0].steps[0].text == "Ask for a new password"


def test_the_owners_platforms_are_offered_first(at_vault: AtVault) -> None:
    """Under their own heading, and found by any of their names."""
    person = at_vault(a_shop(a_platform()))
    platforms = Platforms(person.application.desk)
    platforms.then(lambda: None)
    person.wait()
    assert platforms.groups[0] == ("Your own", ("Folksy",))
    assert "Folksy" in platforms.names
    assert platforms.name("FOLKSY") == platforms.name("folksy.example") == "Folksy"
    assert platforms.name("etsy") == "Etsy"
    assert platforms.name("nothing known") == "nothing known"


def test_done_with_nothing_typed_adds_nothing(at_vault: AtVault) -> None:
    """It goes back to where one came from."""
    person = at_vault(a_shop())
    go(person, (NEW, STALL.id))
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "accounts"
    assert not own(person)


def test_what_is_typed_is_kept_when_the_vault_is_locked(at_vault: AtVault) -> None:
    """No keystroke is lost."""
    person = at_vault(a_shop(a_platform()))
    go(person, a_platform().id)
    person.find("Notes").setFocus()
    person.type("Ask for Ada")
    person.application.vault.committing.emit()
    assert own(person)[0].notes == "Ask for Ada"


def test_removed_it_leaves_the_accounts_their_name(at_vault: AtVault) -> None:
    """The page goes, Undo is offered, and brings it back."""
    person = at_vault(a_shop(a_platform()))
    go(person, (EDIT, STALL.id))
    person.click("Remove this platform")
    assert person.application.window.place == "accounts"
    assert person.application.vault.vault.accounts[STALL.id] == STALL
    assert person.sees("Folksy is removed")
    person.click("Undo")
    assert own(person) == [a_platform()]


def test_a_platform_with_nothing_in_it_is_no_error(at_vault: AtVault) -> None:
    """The account says kindly that nothing is written down, and leads there."""
    bare = OwnPlatform(id=a_platform().id, name="Folksy")
    person = at_vault(a_shop(bare))
    person.application.desk.go("accounts", STALL.id)
    person.wait()
    assert person.sees("No steps yet, and none on your own platform Folksy")
    assert not person.sees("Take the steps for Folksy")
    person.click("Edit this platform…")
    person.click("The stall")
    assert person.application.window.place == "accounts"


def test_a_long_name_makes_no_page_wider(at_vault: AtVault) -> None:
    """The button says less, and is read out whole."""
    name = "A market with a name that fills a line and more than a line"
    shop = a_shop(replace(a_platform(name), aliases=("Folksy",)))
    person = at_vault(shop)
    person.application.desk.go("accounts", STALL.id)
    person.wait()
    assert person.sees("Take the platform's steps")
    person.click(f"Take the steps for {name}")
    assert person.sees("You cannot get in")


def test_a_vault_that_is_only_read_shows_it_and_takes_nothing(
    at_vault: AtVault,
) -> None:
    """No button that would change it is there."""
    person = at_vault(a_shop(a_platform()), read_only="a-backup")
    go(person, a_platform().id)
    assert person.sees("Ask for a new password")
    assert not person.sees("Remove this platform")
    person.application.desk.go("accounts", STALL.id)
    person.wait()
    person.click("Look at this platform")
    assert person.application.window.place == "platform"
