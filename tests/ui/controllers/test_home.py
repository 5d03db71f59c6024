"""Home, as an owner sees it: how ready, what is missing, where the buttons lead."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import (
    NOON,
    a_kit,
    a_person,
    a_review,
    a_vault,
    an_access,
    an_account,
    an_attachment,
    an_empty_vault,
    with_paper,
    with_records,
)
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.edit import editing
from vault.model.change import edit_vault
from vault.model.record import Record
from vault.model.vault import Vault

Went = list[tuple[str, object]]


def lacking_vault(count: int = 3) -> Vault:
    """Return accounts that lack everything, the last one worth most."""
    bare: list[Record] = [an_account(n) for n in range(count)]
    return with_records(an_empty_vault(), {"accounts": bare})


def ready_vault() -> Vault:
    """Return one account that lacks nothing."""
    owner = replace(an_account(0), owner=a_person(0).id)
    own: dict[str, list[Record]] = {
        "accounts": [owner],
        "access": [an_access(a_person(1).id, owner.id)],
        "kits": [replace(a_kit(4), read_back=NOON)],
    }
    return with_records(a_vault(1), own)


def watched(person: Person) -> Went:
    """Return where the buttons lead, without going there."""
    went: Went = []
    places = person.application.desk.places

    def noting(place: str) -> Callable[[object], None]:
        return lambda what: went.append((place, what))

    for place in list(places):
        places[place] = noting(place)
    return went


def test_an_empty_vault_names_the_gain_and_has_one_button(at_vault: AtVault) -> None:
    """And the button has the keyboard."""
    person = at_vault(an_empty_vault(), "home")
    assert person.sees("Begin with the account that would hurt most to lose")
    assert person.focused == "Add your first account"
    went = watched(person)
    person.key(Qt.Key.Key_Space)
    assert went == [("new-account", None)]


def test_how_ready_the_owner_is_stands_in_one_sentence(at_vault: AtVault) -> None:
    """With figures that are true."""
    person = at_vault(a_vault(3), "home")
    assert person.sees("2 of 3 accounts have codes, steps and a second person.")


def test_the_three_most_urgent_gaps_are_shown_and_the_others_on_demand(
    at_vault: AtVault,
) -> None:
    """A list of ten helps nobody."""
    person = at_vault(lacking_vault(), "home")
    assert person.sees("Nobody is named to ring")
    assert person.sees("No kit is printed")
    assert person.sees("3 accounts have no unused code")
    assert not person.sees("have no steps to follow")
    person.click("Show 3 more")
    assert person.sees("3 accounts have no steps to follow")
    assert person.sees("Shop 2, Shop 1 and 1 more")
    person.click("Show the most urgent only")
    assert not person.sees("have no steps to follow")


@pytest.mark.parametrize(
    ("name", "leads"),
    [
        ("Name someone", ("people", "new-trusted")),
        ("Print a kit", ("kit-new", None)),
        ("Add codes", ("accounts", (an_account(2).id, "codes"))),
    ],
)
def test_every_gap_has_a_button_that_leads_to_its_mending(
    at_vault: AtVault, name: str, leads: tuple[str, object]
) -> None:
    """To the account that is worth most, where several lack it."""
    person = at_vault(lacking_vault(), "home")
    went = watched(person)
    person.press(name)
    assert went == [leads]


def test_a_kit_that_was_not_read_back_is_said_so(at_vault: AtVault) -> None:
    """Twice: among the gaps, and at the kit itself."""
    kit = a_kit(4)
    vault = with_records(ready_vault(), {"kits": [kit]})
    person = at_vault(vault, "home")
    assert person.sees("Kit 4 is not read back yet")
    assert person.sees("Kit 4, printed 1 Mar 2026")
    went = watched(person)
    person.click("Read it back")
    assert went == [("kit-read", kit.id)]


def test_a_vault_that_lacks_nothing_says_so(at_vault: AtVault) -> None:
    """And shows the kit that holds it all."""
    person = at_vault(ready_vault(), "home")
    assert person.sees("Your account has codes, steps and a second person.")
    assert person.sees("Nothing is missing")
    assert person.sees("It holds all that is in the vault.")
    assert not person.sees("What is missing")


def test_a_trusted_person_without_a_number_is_named(at_vault: AtVault) -> None:
    """The button leads to that person."""
    silent = replace(a_person(0), phone="")
    people: list[Record] = [silent, a_person(1, trusted=False)]
    person = at_vault(with_records(ready_vault(), {"people": people}), "home")
    went = watched(person)
    assert person.sees("Person 0 cannot be rung")
    person.click("Add a number")
    assert went == [("people", silent.id)]


def test_a_change_is_seen_at_once_and_so_is_its_undoing(at_vault: AtVault) -> None:
    """Without losing the keyboard's place."""
    person = at_vault(lacking_vault(), "home")
    vault = person.application.vault
    person.tab_to("Print a kit")
    vault.apply(edit_vault(vault.vault, name="Coffee Shop"), "Name the vault")
    assert person.sees("Coffee Shop")
    assert person.focused == "Print a kit"
    vault.undo()
    assert person.sees("Tea Shop")


def test_a_kit_lacks_what_was_changed_since(at_vault: AtVault) -> None:
    """In the number of records."""
    person = at_vault(ready_vault(), "home")
    vault = person.application.vault

    ports = person.application.desk.ports
    id_ = an_account(0).id
    _, changes = editing(ports, vault.vault, "account", id_, {"login": "other"})
    vault.apply(changes, "Change the login")
    assert person.sees("Kit 4 is stale: one account changed")
    assert person.sees("Stale: one account changed.")


def test_a_vault_that_may_only_be_read_says_why(at_vault: AtVault) -> None:
    """And offers nothing that would be refused."""
    person = at_vault(an_empty_vault(), "home", "newer-minor")
    assert person.sees("written by a newer Spare Key")
    assert not person.sees("Add your first account")


def test_platforms_that_give_no_codes_are_named(at_vault: AtVault) -> None:
    """So that the sentence is not taken for more than it says."""
    douyin = replace(an_account(0), platform="douyin")
    vault = with_records(an_empty_vault(), {"accounts": [douyin]})
    person = at_vault(vault, "home")
    assert person.sees("No codes are asked for where a platform gives none: Douyin")
    assert not person.sees("has no unused code")


def test_home_says_when_the_next_review_is_due(at_vault: AtVault) -> None:
    """Half a year after the vault was made; and that no deputy's file is noted."""
    person = at_vault(ready_vault(), "home")
    assert person.sees("The next review is due 1 Sep 2026")
    assert person.sees("No file for a deputy is in force")


def test_home_says_that_a_review_is_due(at_vault: AtVault) -> None:
    """And how long it takes; the last one was signed off a year before."""
    vault = ready_vault()
    past = a_review("", f"{min(vault.accounts)} right 2025-03-02")
    past = replace(past, began="2025-03-01T12:00:00Z", ended="2025-03-02T12:00:00Z")
    person = at_vault(with_records(vault, {"reviews": [past]}), "home")
    assert person.sees("Review due: about 2 minutes")


def test_a_review_that_is_due_is_said_once_a_day(at_vault: AtVault) -> None:
    """Above the page, with a button; Home's own line stays."""
    vault = a_vault(1)
    past = a_review("", f"{min(vault.accounts)} right 2025-03-02")
    past = replace(past, ended="2025-03-02T09:30:00Z")
    person = at_vault(with_records(vault, {"reviews": [past]}), "home")
    banner = person.application.window.banner
    assert banner.notice is not None
    assert banner.notice.title.startswith("Review due: about")
    person.application.desk.go("home")
    person.wait()
    assert banner.notice is None
    went = watched(person)
    person.press("Start")
    assert went == [("review", "begin")]


def test_where_nothing_may_be_written_no_review_is_offered(at_vault: AtVault) -> None:
    """The line leads to the earlier ones."""
    vault = a_vault(1)
    past = a_review("", f"{min(vault.accounts)} right 2025-03-02")
    past = replace(past, ended="2025-03-02T09:30:00Z")
    records = with_records(vault, {"reviews": [past]})
    person = at_vault(records, "home", read_only="newer-minor")
    assert person.application.window.banner.notice is None
    assert not person.sees("Start")
    assert person.sees("Reviews")


def test_a_paper_that_ran_out_is_told_and_leads_to_the_papers(
    at_vault: AtVault,
) -> None:
    """By its day, after what is missing of the accounts."""
    one = replace(an_attachment(), expires="2026-01-02")
    vault = with_paper(ready_vault())
    person = at_vault(replace(vault, attachments={one.id: one}), "home")
    assert person.sees("registration.pdf ran out on 2 Jan 2026")
    person.press("Papers")
    person.wait()
    assert person.sees("Of the whole business")
