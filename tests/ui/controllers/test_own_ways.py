"""Ways back of the owner's own, on the page of the account that they bring back."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from tests.builders import (
    a_code_set,
    a_person,
    a_thing,
    an_account,
    an_empty_vault,
    an_own_route,
    with_records,
)
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.rehearse import rehearse
from vault.model.procedure import Step
from vault.model.record import Record
from vault.model.route import OwnRoute
from vault.rehearsal.graph import Node

SHOP = replace(an_account(0), name="The shop", email="")
MAIL = replace(an_account(1), name="The mailbox", email="")
MINA = replace(a_person(0), name="Mina")
SAFE = replace(a_thing(1), name="Grey safe", sort="safe", place="the office")
WAY = replace(an_own_route(SHOP.id, 1, SAFE.id), name="Letter")


@pytest.fixture
def person(at_vault: AtVault, request: pytest.FixtureRequest) -> Person:
    """Return somebody at the page of the shop; a way is there where one is asked."""
    ways: list[Record] = list(getattr(request, "param", ()))
    records: dict[str, list[Record]] = {
        "accounts": [SHOP, MAIL],
        "people": [MINA],
        "things": [SAFE],
        "routes": ways,
    }
    person = at_vault(with_records(an_empty_vault(), records))
    person.application.desk.go("accounts", SHOP.id)
    person.wait()
    return person


with_a_way = pytest.mark.parametrize("person", [[WAY]], indirect=True)


def write(person: Person, texts: Mapping[str, str]) -> None:
    """Type into fields of the sheet."""
    for label, text in texts.items():
        person.find(label).setFocus()
        person.type(text)


def tick(person: Person, label: str, row: int = 0) -> None:
    """Tick one of a list, or not any more."""
    held = person.find(label)
    assert isinstance(held, QListWidget)
    held.setFocus()
    held.setCurrentRow(row)
    person.key(Qt.Key.Key_Space)


def ways(person: Person) -> list[OwnRoute]:
    """Return the ways that are kept."""
    return list(person.application.vault.vault.routes.values())


def stays_lost(person: Person) -> bool:
    """Tell whether the shop, once lost, does not come back."""
    shop = Node("account", SHOP.id)
    done = rehearse(person.application.vault.vault, [shop])
    return done.built.graph.nodes.index(shop) in done.outcome.stuck


@pytest.mark.long
def test_a_way_is_added_with_a_new_thing(person: Person) -> None:
    """Shown at once, counted by the rehearsal at once, undone in one."""
    assert stays_lost(person)
    assert person.sees("None yet: a way that the platform's steps do not know")
    person.click("Add a way back…")
    write(
        person,
        {
            "What you call it": "Letter to the desk",
            "Days it takes": "3",
            "A new thing it needs": "Blue folder",
        },
    )
    tick(person, "People")
    person.click("Add")
    vault = person.application.vault
    (way,) = ways(person)
    assert (way.account, way.days, way.people) == (SHOP.id, 3, (MINA.id,))
    assert person.sees("Takes 3 days; needs all of these:")
    assert person.sees("Blue folder")
    assert not stays_lost(person)
    assert vault.session.undo_name == "Add a way back: Letter to the desk"
    vault.undo()
    person.wait()
    assert not person.sees("Letter to the desk")
    assert list(vault.vault.things) == [SAFE.id]


def test_a_way_that_needs_nothing_is_refused(person: Person) -> None:
    """In a sentence in the sheet, which stays."""
    person.click("Add a way back…")
    write(person, {"What you call it": "Letter"})
    person.click("Add")
    assert "A way that needs nothing is none" in _read(person)
    assert not ways(person)


def test_a_way_without_a_name_is_refused(person: Person) -> None:
    """At the field of its name."""
    person.click("Add a way back…")
    tick(person, "Things")
    person.click("Add")
    assert "It is empty, and must not be." in _read(person)
    assert person.focused == "What you call it"


@with_a_way
def test_a_way_is_changed_and_keeps_what_is_not_shown(person: Person) -> None:
    """Its proofs stay; what is ticked is what it needs."""
    person.click("Change Letter")
    write(person, {"Days it takes": "9"})
    tick(person, "Accounts that must still be yours")
    write(person, {"What to do": "Write to https://example.com/desk"})
    person.click("Keep")
    steps = (Step("Write to", "https://example.com/desk"),)
    wanted = replace(WAY, days=9, accounts=(MAIL.id,), steps=steps)
    assert ways(person) == [wanted]
    assert person.sees("1. Write to https://example.com/desk")
    assert person.application.vault.session.undo_name == "Change the way back Letter"


@with_a_way
def test_a_way_is_removed_and_brought_back(person: Person) -> None:
    """Its things stay."""
    person.click("Remove Letter")
    assert not ways(person)
    assert SAFE.id in person.application.vault.vault.things
    person.click("Undo")
    assert ways(person) == [WAY]


@with_a_way
def test_a_thing_is_told_of_and_changed(person: Person) -> None:
    """Its sort in words, whoever has it, and where it lies."""
    assert person.sees("Safe · the office")
    person.click("Change Grey safe, for Letter")
    write(person, {"Where it lies": "the bank"})
    person.find("Who has it").setFocus()
    person.key(Qt.Key.Key_Down)
    person.click("Keep")
    thing = person.application.vault.vault.things[SAFE.id]
    assert thing == replace(SAFE, place="the bank", person=MINA.id)
    assert person.sees("Safe · Mina has it · the bank")


@with_a_way
def test_a_thing_that_is_gone_takes_its_ways_along(person: Person) -> None:
    """It is said before, told after, and Undo brings all of it back."""
    person.click("Change Grey safe, for Letter")
    assert "Ways back that need it go with it: into The shop." in _read(person)
    person.click("Remove this thing")
    assert not ways(person)
    assert person.sees("With it went 1 way back.")
    person.click("Undo")
    assert ways(person) == [WAY]


def test_a_way_without_a_code_left_says_so(at_vault: AtVault) -> None:
    """The code that it needs is named; nobody who only reads can change it."""
    codes = replace(a_code_set(SHOP.id), label="Backup codes", retired="2026-01-01")
    way = replace(WAY, code_sets=(codes.id,), days=None)
    records: dict[str, list[Record]] = {
        "accounts": [SHOP],
        "things": [SAFE],
        "code_sets": [codes],
        "routes": [way],
    }
    vault = with_records(an_empty_vault(), records)
    person = at_vault(vault, read_only="a-backup")
    person.application.desk.go("accounts", SHOP.id)
    person.wait()
    assert person.sees("Leads nowhere now: no code it needs is left.")
    assert person.sees("a code of The shop: Backup codes")
    assert person.sees("Nobody wrote down how long it takes; needs all of these:")
    assert not person.sees("Add a way back…")


def _read(person: Person) -> str:
    """Return all words of the sheet that is open."""
    labels = person.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())
