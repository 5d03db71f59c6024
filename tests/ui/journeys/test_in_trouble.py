"""Journeys 4 and 6: a lost phone, a stranger in an account; clicks counted."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import (
    a_contact,
    a_person,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.desk import WORDS
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import Start, with_records_of
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.unlock import blank_vault, create_vault

pytestmark = pytest.mark.long  # whole journeys

MOST_TO_THE_NUMBER = 3  # WINDOW
MOST_AN_ACCOUNT = 2
MOST_TO_THE_STEP = 3


def a_shop_of_two(folder: Path, phones: int = 0) -> Path:
    """Return a locked vault with a carrier that can be rung, and a dear account.

    People sign in to that with their phones, as many as are said.
    """
    shop, other = an_account(1), an_account(2)
    carrier = type(other)(id=other.id, name="My carrier", platform="mobile-carrier")
    people = [a_person(n) for n in range(phones)]
    access = [an_access(one.id, shop.id, n) for n, one in enumerate(people)]
    records = with_records(
        an_empty_vault(),
        {
            "accounts": [shop, carrier],
            "contacts": [a_contact(carrier.id)],
            "people": people,
            "access": [replace(one, factor="app") for one in access],
        },
    )
    ports, path = ports_on_disk(), folder / "shop.sparekey"
    known = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    whole = with_records_of(blank_vault(ports, "Tea Shop"), records)
    create_vault(ports, path, whole, known).close()
    return path


def at_the_lock(start: Start, folder: Path, phones: int = 0) -> Person:
    """Return a person before a locked vault that was opened here before."""
    path = a_shop_of_two(folder, phones)
    person = start()
    person.application.settings.remember(path)
    person.application.desk.go("unlock", path)
    person.wait()
    person.look("unlock")
    return person


def unlocked(person: Person, sort: str) -> None:
    """From the lock to the incident: what happened, and Enter after the passphrase."""
    person.click("I'm locked out of an account")
    person.look("what happened")
    person.click(sort)
    person.look("first steps")
    person.click("Unlock for your own steps")
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    person.look("unlocked")


def test_phone_lost(start: Start, tmp_path: Path) -> None:
    """The carrier's number is there after the third click, each account takes two."""
    person = at_the_lock(start, tmp_path)
    unlocked(person, "Phone lost or stolen")
    assert person.sees("112")
    assert person.clicks <= MOST_TO_THE_NUMBER
    for account in ("My carrier", "Shop 1"):
        assert person.sees(account)
        before = person.clicks
        person.click("Done")
        assert person.clicks - before <= MOST_AN_ACCOUNT
    person.click("It is over")
    person.look("what to renew")
    assert person.sees("Shop 1: give it a new password, used nowhere else.")


def test_one_of_several_phones_lost(start: Start, tmp_path: Path) -> None:
    """The number is there as soon; whose phone it was is asked below it."""
    person = at_the_lock(start, tmp_path, phones=2)
    unlocked(person, "Phone lost or stolen")
    person.look("whose phone")
    assert person.sees("112")
    assert person.clicks <= MOST_TO_THE_NUMBER
    person.click("Begin")
    person.look("begun")
    assert person.sees("Shop 1")


def test_account_hacked(start: Start, tmp_path: Path) -> None:
    """With the vault open: F1, what happened, which account; the first step is there.

    F1 is counted as a click.
    """
    person = at_the_lock(start, tmp_path)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_F1)
    person.click("Somebody else is in")
    person.click("Shop 1")
    person.look("first step")
    assert person.sees("What to do")
    assert person.find("Add a line to the log")
    assert 1 + person.clicks <= MOST_TO_THE_STEP
