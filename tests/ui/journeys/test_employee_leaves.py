"""Journey 5: an employee leaves; clicks counted to the last account settled."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import a_person, a_vault, an_access
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.leaving import leaving
from vault.model.vault import Vault

pytestmark = pytest.mark.long  # a whole journey

ACCOUNTS = 5
MOST_BESIDE_THE_ACCOUNTS = 4
ANA = replace(a_person(90, trusted=False), name="Ana")


def where_ana_works() -> Vault:
    """Return a vault in which Ana gets into every account, and answers for one."""
    vault = a_vault(ACCOUNTS)
    people = {**vault.people, ANA.id: ANA}
    made = [an_access(ANA.id, one, 90 + n) for n, one in enumerate(vault.accounts)]
    access = {**vault.access, **{one.id: one for one in made}}
    first, *_rest = vault.accounts.values()
    accounts = {**vault.accounts, first.id: replace(first, owner=ANA.id)}
    return replace(vault, people=people, access=access, accounts=accounts)


def open_items(person: Person) -> int:
    items = leaving(person.application.vault.vault, ANA.id)
    return sum(not item.done for item in items)


def test_a_leaver_takes_four_clicks_and_one_an_account(at_vault: AtVault) -> None:
    """From Home: People, Ana leaves, one click an account, and the list to save."""
    person = at_vault(where_ana_works(), "home")
    person.click("People")
    person.look("people")
    person.click("Ana leaves…")
    person.look("the list")
    names = [one.name for one in person.application.vault.vault.accounts.values()]
    for name in sorted(names):
        person.click(f"All of it is done: {name}")
    while open_items(person):  # kits and whatever belongs to no account
        person.click("All of it is done: Besides")
    person.look("all settled")
    assert person.clicks <= MOST_BESIDE_THE_ACCOUNTS - 1 + ACCOUNTS
    person.click("Save the list…")
    person.look("the list is saved")
    assert person.clicks <= MOST_BESIDE_THE_ACCOUNTS + ACCOUNTS
    vault = person.application.vault.vault
    ended = {one.ended for one in vault.access.values() if one.person == ANA.id}
    assert ended == {person.application.desk.ports.today()}
    assert ANA.id not in {one.owner for one in vault.accounts.values()}


def test_a_tick_is_taken_back_and_stays_when_gone_on_with(at_vault: AtVault) -> None:
    """Undo brings the line back; leaving the page loses nothing."""
    person = at_vault(where_ana_works())
    person.application.desk.go("leaver", ANA.id)
    person.wait()
    before = open_items(person)
    first = next(iter(person.application.vault.vault.accounts.values())).name
    person.click(f"All of it is done: {first}")
    assert open_items(person) < before
    person.application.vault.undo()
    person.wait()
    assert open_items(person) == before
    assert person.sees(f"0 of {before} done")
    person.application.vault.redo()
    person.application.desk.go("home")
    person.application.desk.go("leaver", ANA.id)
    person.wait()
    assert open_items(person) < before


def test_the_list_is_saved_to_be_printed(
    at_vault: AtVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a word on who can read it."""
    out = tmp_path / "list.pdf"
    monkeypatch.setattr(
        "ui.controllers.leave.choose_place", lambda _w, _t, _p, then: then(out)
    )
    person = at_vault(where_ana_works())
    person.application.desk.go("leaver", ANA.id)
    person.wait()
    person.click("Save the list…")
    assert person.sees("whoever has the file can read it")
    person.click("Save as PDF…")
    person.wait()
    assert out.read_bytes().startswith(b"%PDF")
    assert person.sees("The list is saved")


def test_somebody_who_touches_nothing_has_an_empty_list(at_vault: AtVault) -> None:
    """It says so, and there is nothing to save."""
    vault = a_vault(1)
    person = at_vault(replace(vault, people={**vault.people, ANA.id: ANA}))
    person.application.desk.go("leaver", ANA.id)
    person.wait()
    assert person.sees("Nothing that is written down here leads to this person.")
    assert not person.sees("Save the list…")


def test_an_owner_leaves_when_nobody_else_is_there(at_vault: AtVault) -> None:
    """Who answers then has to be added first."""
    vault = where_ana_works()
    alone = replace(vault, people={ANA.id: ANA}, kits={}, procedures={})
    mine = {i: replace(one, owner=ANA.id) for i, one in vault.accounts.items()}
    access = {i: one for i, one in vault.access.items() if one.person == ANA.id}
    person = at_vault(replace(alone, accounts=mine, access=access))
    person.application.desk.go("leaver", ANA.id)
    person.wait()
    before = open_items(person)
    first = next(iter(mine.values())).name
    person.click(f"All of it is done: {first}")
    assert person.sees("Nobody else is there")
    assert open_items(person) == before
