"""The history in the window: what was there before, brought back, forgotten, undone."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault, an_account
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers import history as flow
from vault.app.edit import using
from vault.model.change import Change, Replace, edit_vault
from vault.model.removal import removal_of

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = an_account(0).id, an_account(1).id


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at the home of a shop of two accounts."""
    return at_vault(a_vault(2), "home")


def apply(person: Person, changes: list[Change], name: str) -> None:
    person.application.vault.apply(changes, name)
    person.wait()


def put(person: Person, id_: str = FIRST, **fields: object) -> None:
    """Change fields of an account."""
    before = person.application.vault.vault.get("account", id_)
    change = Replace("account", before, replace(before, **fields))
    apply(person, [change], f"Change {before.id}")


def go(person: Person, place: str, what: object = None) -> None:
    person.application.desk.go(place, what)
    person.wait()


def login(person: Person) -> str:
    return person.application.vault.vault.accounts[FIRST].login


@pytest.mark.slow
def test_an_account_s_history_is_one_click_away_and_leads_back(person: Person) -> None:
    """From the head of its page."""
    put(person, login="new")
    go(person, "accounts", FIRST)
    person.click("History of this account")
    assert person.sees("History of Shop 0")
    person.click("Done")
    assert person.application.window.place == "accounts"


def test_a_value_is_brought_back_and_undo_takes_that_away_again(person: Person) -> None:
    """Both are seen at once, and have a name."""
    put(person, login="new")
    go(person, "history", ("account", FIRST))
    assert person.sees("shop0 → new")
    person.click("Bring back Login of Account: Shop 0: shop0")
    assert login(person) == "shop0"
    assert person.sees("new → shop0")
    assert person.sees("This is what shows now.")
    undo = person.application.window.actions_by_name["undo"]
    assert undo.text() == "Undo Bring back “Login” of Shop 0"
    person.key(Qt.Key.Key_Z, CTRL)
    assert login(person) == "new"
    assert person.application.window.place == "history"


def test_codes_are_shown_for_a_while_and_never_read_out_by_a_button(
    person: Person,
) -> None:
    """They hide again when asked, or when the page is left."""
    vault = person.application.vault.vault
    one = next(one for one in vault.code_sets.values() if one.account == FIRST)
    code = one.codes[0]
    apply(person, using(one, code, "Mina", "", "2026-03-01T12:00:00Z"), "Use a code")
    go(person, "history", ("account", FIRST))
    assert not person.sees(code.value)
    person.click("Show the codes")
    assert person.sees(f"{code.value} unused → {code.value} used")
    names = [one.accessibleName() for one in person.controls()]
    assert not any(code.value in name for name in names)
    person.click("Hide the codes (10 s)")
    assert not person.sees(code.value)


def test_all_of_the_vault_has_a_history_on_the_rail(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty at first; a long one says that it is cut."""
    monkeypatch.setattr(flow, "MOST", 9)
    person.key(Qt.Key.Key_6, CTRL)
    assert person.sees("No slip of the hand is final")
    for n in range(10):
        put(person, login=f"login {n}")
    assert person.sees("What was changed in the vault, the newest first.")
    assert person.sees("login 8 → login 9")
    assert not person.sees("login 0 → login 1")
    assert person.sees("Only the newest changes are listed.")
    person.click("Show earlier changes")
    assert person.sees("login 0 → login 1")


def test_earlier_values_are_forgotten_until_undo(person: Person) -> None:
    """Which is said, as is that backups hold them."""
    put(person, login="new")
    go(person, "history", ("account", FIRST))
    person.click("Forget all earlier values")
    assert person.sees("not kept any more → new")
    assert person.sees("Backups made before still hold it.")
    person.click("Forget all earlier values")
    assert person.sees("There is no earlier value to forget.")
    person.click("Undo")
    assert person.sees("shop0 → new")


def test_what_was_removed_waits_with_its_days_and_comes_back(person: Person) -> None:
    """With all that hung on it, by one click."""
    before = person.application.vault.vault
    go(person, "deleted")
    assert person.sees("Nothing was removed in the last 30 days")
    apply(person, removal_of(before, "account", FIRST), "Remove Shop 0")
    assert person.sees("Kept for 30 more days.")
    assert person.sees("With it: 1 set of codes")
    person.click("Bring back Shop 0")
    assert person.application.vault.vault.code_sets == before.code_sets
    assert person.sees("Shop 0 is back.")
    assert person.sees("Nothing was removed in the last 30 days")
    person.click("Undo")
    assert person.sees("Kept for 30 more days.")
    person.click("Forget Shop 0 for good")
    assert person.sees("Nothing was removed in the last 30 days")
    person.click("Done")
    assert person.application.window.place == "history"
    assert person.sees("Deleted lately (0)")


def test_what_hung_on_something_removed_says_what_to_bring_back_first(
    person: Person,
) -> None:
    """Nothing comes back half."""
    vault = person.application.vault.vault
    contact = next(one for one in vault.contacts.values() if one.account == FIRST)
    apply(person, removal_of(vault, "contact", contact.id), "Remove a contact")
    put(person, SECOND, login="x")  # so that it was another act
    rest = person.application.vault.vault
    apply(person, removal_of(rest, "account", FIRST), "Remove Shop 0")
    go(person, "deleted")
    person.click("Bring back Support desk")
    assert person.sees("It hung on Shop 0, which was removed too.")


def test_a_person_has_a_history_and_it_leads_back_to_them(person: Person) -> None:
    """Also of the access they had."""
    ada = next(one for one in person.application.vault.vault.people.values())
    change = Replace("person", ada, replace(ada, phone="1"))
    apply(person, [change], "Change Ada")
    go(person, "people")
    person.click(f"History of {ada.name}")
    assert person.sees("+49 30 1234567 → 1")
    person.click("Done")
    assert person.application.window.place == "people"


def test_where_nothing_may_be_changed_nothing_is_offered(at_vault: AtVault) -> None:
    """What was there before can be read."""
    person = at_vault(a_vault(2), "home")
    put(person, login="new")
    gone = removal_of(person.application.vault.vault, "account", SECOND)
    apply(person, gone, "Remove Shop 1")
    person.application.vault.session.read_only = "newer-minor"
    go(person, "history", ("account", FIRST))
    assert person.sees("shop0 → new")
    assert not person.sees("Bring back")
    assert not person.sees("Forget")
    go(person, "deleted")
    assert person.sees("Shop 1")
    assert not person.sees("Bring back")


@pytest.mark.slow
def test_undo_turns_to_the_account_that_it_changed(person: Person) -> None:
    """From another account, and from a page on which nothing of it is seen."""
    put(person, FIRST, login="new")
    put(person, SECOND, login="other")
    go(person, "accounts", FIRST)
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.find("Login").text() == "shop1"
    go(person, "people")
    person.key(Qt.Key.Key_Z, CTRL)
    person.click("Show it")
    assert person.application.window.place == "accounts"
    assert person.find("Login").text() == "shop0"
    assert person.application.window.notice[0] is None


def test_undo_and_redo_offer_to_go_where_they_are_seen(person: Person) -> None:
    """By the name of what was done."""
    put(person, FIRST, login="new")
    go(person, "people")
    gone: list[object] = []
    person.application.desk.places["accounts"] = gone.append
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.sees(f"Undone: Change {FIRST}")
    person.click("Show it")
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.sees(f"Done again: Change {FIRST}")
    person.click("Show it")
    assert gone == [FIRST, FIRST]


def test_undo_of_what_no_page_shows_says_its_name_and_no_more(person: Person) -> None:
    """Such as the name of the vault."""
    vault = person.application.vault.vault
    apply(person, [edit_vault(vault, name="Pottery")], "Rename the vault")
    go(person, "people")
    person.key(Qt.Key.Key_Z, CTRL)
    assert not person.sees("Show it")
