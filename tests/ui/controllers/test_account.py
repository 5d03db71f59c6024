"""The page of one account: what is typed there is kept, named, undone, or refused."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import DAY, a_person, a_vault, an_account, with_records
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.account import AccountDetail
from ui.views.account import AccountPage
from vault.model.account import Account
from vault.model.procedure import Procedure
from vault.model.vault import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
ONE = an_account(0).id


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at the page of the first account of a shop."""
    person = at_vault(a_vault(2), "accounts")
    person.key(Qt.Key.Key_Return)
    return person


def vault_of(person: Person) -> Vault:
    return person.application.vault.vault


def account(person: Person) -> Account:
    return vault_of(person).accounts[ONE]


def page(person: Person) -> AccountPage:
    shown = person.application.window.page
    return shown.account  # type: ignore[union-attr,no-any-return]


def detail(person: Person) -> AccountDetail:
    flow = person.application._flows["AccountsFlow"]
    return flow._detail  # type: ignore[no-any-return]


def undo_name(person: Person) -> str:
    return person.application.vault.session.undo_name


def undo(person: Person) -> None:
    person.application.keeper.do("undo")
    person.wait()


def write(person: Person, label: str, text: str) -> None:
    """Type into a field and leave it; Tab is walked through elsewhere."""
    field = person.find(label)
    field.setFocus()
    person.type(text) if text else field.clear()  # type: ignore[attr-defined]
    person.key(Qt.Key.Key_Tab)


FIELDS = (
    ("Platform", "platform", "etsy", "etsy", "Change the platform of Shop 0"),
    ("Login", "login", " kiln ", "kiln", "Change the login of Shop 0"),
    ("E-mail", "email", "a@b.c", "a@b.c", "Change the e-mail of Shop 0"),
    ("Telephone", "phone", "112", "112", "Change the telephone of Shop 0"),
    (
        "What a day without it costs",
        "worth_a_day",
        "1 200",
        1200,
        "Change the worth of Shop 0",
    ),
    (
        "Opened on",
        "created",
        "2020-01-31",
        "2020-01-31",
        "Change the day Shop 0 was opened",
    ),
    ("Notes", "notes", "Blue card", "Blue card", "Change the notes on Shop 0"),
    ("Name", "name", "Corner shop", "Corner shop", "Rename Shop 0"),
)


def test_what_is_typed_is_kept_when_the_field_is_left(person: Person) -> None:
    """Under a name for undo, which takes it back."""
    before = account(person)
    for label, field, text, kept, act in FIELDS:
        write(person, label, text)
        assert getattr(account(person), field) == kept
        assert undo_name(person) == act
    for _ in FIELDS:
        undo(person)
    assert account(person) == before


def test_what_means_the_same_is_nothing_to_undo(person: Person) -> None:
    """And is shown as it is kept."""
    write(person, "Platform", "IG")
    write(person, "Login", " shop0")
    assert undo_name(person) == ""
    assert person.find("Platform").text() == "Instagram"  # type: ignore[attr-defined]
    assert person.find("Login").text() == "shop0"  # type: ignore[attr-defined]


SOCIAL = "Social media and messages"
SHOPS = "Shops, payments and mailings"


def test_a_platform_can_be_chosen_from_a_menu(person: Person) -> None:
    """Whoever does not know what there is need not guess; each stands in its group."""
    person.click("Choose a platform")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    groups = {act.text(): act.menu() for act in menu.actions()}
    assert len(groups) > 1
    assert "Instagram" in {act.text() for act in groups[SOCIAL].actions()}
    shops = {act.text(): act for act in groups[SHOPS].actions()}
    assert "Instagram" not in shops
    shops["Etsy"].trigger()
    menu.close()
    assert account(person).platform == "etsy"
    assert person.sees("Etsy")


def test_undo_is_seen_in_the_field_at_once(person: Person) -> None:
    """Also by Ctrl+Z with the keyboard in that very field, or in another."""
    write(person, "Login", "kiln")
    person.key(Qt.Key.Key_Z, CTRL)
    assert account(person).login == "shop0"
    assert person.sees("shop0")
    assert not person.sees("kiln")
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.sees("kiln")


def test_what_cannot_be_taken_is_said_below_and_stays_there(person: Person) -> None:
    """Nothing that was typed is lost."""
    write(person, "Opened on", "last May")
    assert person.sees("“last May” is no day; write it as 2026-03-01.")
    assert person.sees("last May")
    write(person, "Login", "kiln")
    assert person.sees("last May")
    assert account(person).created == "2019-05-17"
    write(person, "Opened on", "2021-05-01")
    assert not person.sees("is no day")
    assert account(person).created == "2021-05-01"


def test_esc_takes_back_what_is_not_kept_then_leaves(person: Person) -> None:
    """And the complaint with it."""
    write(person, "Name", "")
    assert person.sees("It is empty, and must not be.")
    person.find("Name").setFocus()
    person.key(Qt.Key.Key_Escape)
    assert not person.sees("It is empty")
    assert person.focused == "Name"
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "List of accounts"
    assert account(person).name == "Shop 0"


def test_what_is_typed_is_kept_before_the_vault_is_locked(person: Person) -> None:
    """Even if nobody left the field."""
    person.fill("Login", "typed last")
    assert account(person).login == "shop0"
    person.application.vault.save_now(lambda *_: None)
    person.wait()
    assert account(person).login == "typed last"


def test_what_is_typed_is_kept_when_another_account_is_shown(person: Person) -> None:
    """For the account it was typed for."""
    person.fill("Login", "typed last")
    person.application.desk.go("accounts", an_account(1).id)
    person.wait()
    assert account(person).login == "typed last"
    assert vault_of(person).accounts[an_account(1).id].login == "shop1"
    assert person.sees("shop1")


def test_a_login_is_copied_by_its_button(person: Person) -> None:
    """And the page says so."""
    person.click("Copy: Login")
    assert QApplication.clipboard().text() == "shop0"
    assert person.application.window.line.said.text() == "Copied: Login"


def test_an_address_is_opened_only_when_it_was_looked_at(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program goes nowhere by itself."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    write(person, "Address of its page", "https://example.com/login")
    person.click("Open the address")
    assert person.sees("https://example.com/login")
    assert opened == []
    person.click("Cancel")
    assert opened == []
    person.click("Open the address")
    person.click("Copy the address")
    assert QApplication.clipboard().text() == "https://example.com/login"
    person.click("Open the address")
    person.click("Open in the browser")
    assert opened == [QUrl("https://example.com/login")]


def test_who_answers_for_it_is_picked(person: Person) -> None:
    """Among the people of the vault."""
    owner = page(person).about.owner
    owner.picked.emit(a_person(1).id)
    assert account(person).owner == a_person(1).id
    assert person.sees("Person 1 answers for this account.")
    assert undo_name(person) == "Change who answers for Shop 0"
    undo(person)
    assert person.sees("Person 0 answers for this account.")


def test_somebody_new_answers_for_it_once_named(person: Person) -> None:
    """Until then all is as before."""
    page(person).about.owner.picked.emit("new")
    person.wait()
    person.click("Cancel")
    assert account(person).owner == a_person(0).id
    page(person).about.owner.picked.emit("new")
    person.wait()
    person.type("Ana")
    person.key(Qt.Key.Key_Return)
    assert vault_of(person).people[account(person).owner].name == "Ana"
    assert person.sees("Ana answers for this account.")


def test_the_accounts_it_recovers_through_are_ticked(person: Person) -> None:
    """And lead to their pages."""
    person.click("Choose accounts…")
    person.key(Qt.Key.Key_Space)
    person.click("Keep")
    assert account(person).recovers_through == (an_account(1).id,)
    person.click("Shop 1")
    assert page(person).accessibleName() == "Shop 1"


def test_accounts_to_tick_can_be_searched(person: Person) -> None:
    """A list of sixty is long."""
    person.click("Choose accounts…")
    person.fill("Search in the list", "nowhere")
    person.key(Qt.Key.Key_Return)
    person.click("Keep")
    assert account(person).recovers_through == ()


@pytest.mark.long
def test_a_change_leaves_keyboard_and_place_where_they_are(person: Person) -> None:
    """The page is long, and somebody reads it."""
    bar = page(person)._scroll.verticalScrollBar()
    person.tab_to("Change Support desk")
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    vault = person.application.vault
    desk = person.application.desk
    detail(person)._records._end_access(next(iter(vault.vault.access)))
    person.wait()
    desk.vault.undo()
    person.wait()
    assert person.focused == "Change Support desk"
    assert bar.value() == before


def procedure(person: Person) -> Procedure:
    """Return the first account's steps."""
    own = vault_of(person).procedures.values()
    return next(one for one in own if one.account == ONE)


@pytest.mark.long
def test_steps_are_opened_followed_and_ticked(person: Person) -> None:
    """Ticks are for this sitting, and stay while other accounts are looked at."""
    assert not person.sees("Open the form")
    person.click("Show: Locked out")
    assert person.sees("Open the form")
    assert person.sees("https://example.com/help")
    person.click("Step 1: Open the form")
    assert person.sees("1 of 2 done")
    person.application.desk.go("accounts", an_account(1).id)
    person.application.desk.go("accounts", ONE)
    person.wait()
    assert person.sees("1 of 2 done")
    assert person.focused == "Name"
    person.click("Clear the ticks")
    assert not person.sees("of 2 done")
    assert undo_name(person) == ""
    person.click("Hide: Locked out")
    assert not person.sees("Open the form")


def test_steps_say_how_old_they_are_and_can_be_checked_today(person: Person) -> None:
    """Nobody has to believe them."""
    changed = replace(procedure(person), checked="", source="pack etsy, edition 2026")
    vault = person.application.vault
    own = vault.vault
    records = with_records(own, {"procedures": [changed]})
    vault.session.vault = records
    detail(person).show()
    person.click("Show: Locked out")
    assert person.sees("Nobody has checked yet that these steps still lead there.")
    assert person.sees("From pack etsy, edition 2026.")
    person.click("Checked today: Locked out")
    assert procedure(person).checked == DAY
    assert person.sees("Last checked 1 Mar 2026")
    assert person.focused == "Checked today: Locked out"


def test_a_steps_link_is_shown_before_it_is_opened(person: Person) -> None:
    """As every address is."""
    person.click("Show: Locked out")
    person.click("https://example.com/help")
    assert person.sees("Open this page?")


def edit(person: Person) -> None:
    person.click("Show: Locked out")
    person.click("Change the steps: Locked out")


@pytest.mark.long
def test_steps_are_changed_in_place(person: Person) -> None:
    """Text, link, title and waiting time, each kept by itself."""
    edit(person)
    assert person.focused == "What it is for"
    write(person, "Step 2", "Wait for the mail")
    write(person, "Link of step 2", "https://example.com/mail")
    write(person, "Days the platform lets you wait", "5")
    write(person, "What it is for", "Lost password")
    person.click("Done")
    now = procedure(person)
    assert (now.title, now.wait_days) == ("Lost password", 5)
    assert now.steps[1].text == "Wait for the mail"
    assert now.steps[1].link == "https://example.com/mail"
    assert person.focused == "Hide: Lost password"
    assert undo_name(person) == "Change the steps “Locked out”"


def test_a_step_is_added_by_typing_it(person: Person) -> None:
    """An empty one is no step."""
    edit(person)
    person.click("Add a step")
    assert person.focused == "Step 3"
    assert len(procedure(person).steps) == 2
    person.type("Ring the carrier")
    person.click("Done")
    assert [one.text for one in procedure(person).steps] == [
        "Open the form",
        "Wait",
        "Ring the carrier",
    ]


@pytest.mark.long
def test_steps_are_moved_and_removed(person: Person) -> None:
    """The keyboard stays on the button of the same place."""
    edit(person)
    person.click("Move step 2 up")
    assert [one.text for one in procedure(person).steps] == ["Wait", "Open the form"]
    person.click("Move step 1 down")
    assert procedure(person).steps[1].text == "Wait"
    person.click("Add a step")
    person.click("Remove step 3")
    person.click("Remove step 1")
    assert [one.text for one in procedure(person).steps] == ["Wait"]
    undo(person)
    assert person.sees("Open the form")


def test_a_step_without_words_is_refused(person: Person) -> None:
    """What stood there stays in the vault."""
    edit(person)
    write(person, "Step 1", "")
    assert person.sees("Write what to do, or remove the step.")
    assert procedure(person).steps[0].text == "Open the form"


def test_days_that_are_no_number_are_refused(person: Person) -> None:
    """Below the field."""
    edit(person)
    write(person, "Days the platform lets you wait", "some")
    assert person.sees("it must be a whole number or nothing")
    assert procedure(person).wait_days == 3


def test_a_situation_is_picked(person: Person) -> None:
    """From those there are."""
    edit(person)
    card = page(person).steps.card_of(procedure(person).id)
    card._edit._situation.picked.emit("hacked")  # type: ignore[union-attr]
    assert procedure(person).situation == "hacked"
    assert person.sees("Somebody else is in · 2 steps")


def test_steps_are_removed_and_come_back(person: Person) -> None:
    """With one click each."""
    person.click("Show: Locked out")
    person.click("Remove: Locked out")
    assert person.sees("No steps yet.")
    person.click("Undo")
    assert person.sees("Open the form")


def test_steps_are_begun_with_a_place_to_type(person: Person) -> None:
    """One click, and the first step is being written."""
    person.click("Add steps")
    assert person.focused == "Step 1"
    person.type("Take the kit out of the safe")
    person.click("Done")
    own = [one for one in vault_of(person).procedures.values() if one.account == ONE]
    steps = [one.steps for one in own if one.title == "Getting back in"]
    assert steps[0][0].text == "Take the kit out of the safe"


def test_an_account_without_steps_takes_them_from_the_pack(person: Person) -> None:
    """In one act; the offer is gone afterwards."""
    assert not person.sees("Take the steps for Instagram")
    person.click("Show: Locked out")
    person.click("Remove: Locked out")
    person.click("Take the steps for Instagram")
    own = [one for one in vault_of(person).procedures.values() if one.account == ONE]
    assert len(own) > 3
    assert not person.sees("Take the steps for Instagram")
    undo(person)
    assert person.sees("No steps yet.")


def test_a_contact_is_added_with_its_ways(person: Person) -> None:
    """Ways without an address are left out."""
    person.click("Add a contact…")
    person.type("Carrier, fraud desk")
    write(person, "Number or address 1", "0800 123")
    person.click("Add a way")
    person.click("Add a way")
    write(person, "Number or address 3", "fraud@example.com")
    write(person, "Case numbers", "A-1, A-2")
    person.click("Add")
    own = vault_of(person).contacts.values()
    made = next(one for one in own if one.name == "Carrier, fraud desk")
    assert made.account == ONE
    assert [one.address for one in made.channels] == ["0800 123", "fraud@example.com"]
    assert made.case_numbers == ("A-1", "A-2")
    assert person.sees("case A-1, A-2")
    assert undo_name(person) == "Add a contact to Shop 0"


def test_a_contact_is_changed_and_removed(person: Person) -> None:
    """And its ways with it."""
    person.click("Change Support desk")
    person.click("Remove way 1")
    write(person, "Name", "Help desk")
    person.click("Keep")
    assert person.sees("Help desk")
    assert not person.sees("help@example.com")
    person.click("Remove Help desk")
    assert person.sees("Help desk is removed")
    person.click("Undo")
    person.click("Copy: 112")
    assert QApplication.clipboard().text() == "112"


def test_a_contact_without_a_name_is_refused(person: Person) -> None:
    """In the form, which stays."""
    person.click("Add a contact…")
    person.click("Add")
    assert person.sees("It is empty, and must not be.")
    assert person.focused == "Name"


def test_somebody_new_gets_access(person: Person) -> None:
    """Person and access are one act."""
    person.click("Add a person…")
    person.type("Ana")
    write(person, "How they sign in", "passkey")
    person.click("Add")
    assert person.sees("Ana")
    assert person.sees("since 1 Mar 2026 · passkey")
    assert undo_name(person) == "Add Ana to Shop 0"
    undo(person)
    assert not person.sees("· passkey")
    assert len(vault_of(person).people) == 2


def test_an_access_with_a_day_that_is_none_is_refused(person: Person) -> None:
    """Below the day."""
    person.click("Add a person…")
    person.type("Ana")
    write(person, "Since", "May")
    person.click("Add")
    assert person.sees("“May” is no day; write it as 2026-03-01.")
    assert person.focused == "Since"


@pytest.mark.long
def test_an_access_is_changed_ended_and_removed(person: Person) -> None:
    """What ended stays to be seen, until it is removed."""
    person.click("Change the access of Person 1")
    write(person, "Role on the platform", "editor")
    person.click("Keep")
    assert person.sees("editor")
    assert undo_name(person) == "Change the access of Person 1"
    person.click("End the access of Person 1")
    assert person.sees("ended 1 Mar 2026")
    assert "End the access of Person 1" not in person.ring()
    person.click("Remove the access of Person 1")
    assert person.sees("the access of Person 1 is removed")
    person.click("Undo")
    assert person.sees("ended 1 Mar 2026")


def test_an_access_that_is_kept_as_it_was_is_no_change(person: Person) -> None:
    """There is nothing to undo."""
    person.click("Change the access of Person 1")
    person.click("Keep")
    assert undo_name(person) == ""


def test_the_account_is_removed_from_its_own_page_too(person: Person) -> None:
    """The button stands at the end."""
    person.click("Remove this account")
    assert person.sees("Shop 0 is removed")
    assert page(person).accessibleName() == "Shop 1"


def test_how_much_it_matters_is_picked(person: Person) -> None:
    """By it an account is reviewed more often or less; undo takes it back."""
    person.tab_to("How much it matters")
    person.key(Qt.Key.Key_Down)
    assert account(person).importance == "vital"
    assert undo_name(person) == "Change how much Shop 0 matters"
    undo(person)
    assert account(person).importance == ""
