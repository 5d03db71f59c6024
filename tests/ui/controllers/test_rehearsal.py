"""The rehearsal as it is done: something is lost by keys, and what comes of it read."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.builders import a_vault, an_empty_vault
from tests.person import Person, name_of
from tests.ui.conftest import AtVault
from ui.views.rehearsal import Rehearsal
from vault.app.sample import sample_vault
from vault.model.removal import removal_of
from vault.model.vault import Vault


def page_of(person: Person) -> Rehearsal:
    """Return the page on the screen."""
    page = person.application.window.page
    assert isinstance(page, Rehearsal)
    return page


def at_the_map(at_vault: AtVault, vault: Vault | None = None) -> Person:
    """Return a person at the rehearsal, the keyboard on the map's first account."""
    person = at_vault(vault or a_vault(), "rehearsal")
    page = page_of(person)
    page.map.setFocus(Qt.FocusReason.TabFocusReason)
    page.map.go_to(next(one for one in page.losable if one.startswith("account:")))
    return person


def test_an_empty_vault_offers_to_add_an_account(at_vault: AtVault) -> None:
    """There is nothing to lose yet, and the gain is named."""
    person = at_vault(an_empty_vault(), "rehearsal")
    assert person.sees("See what one lost phone would cost")
    person.press("Add an account…")
    assert person.sees("New account")


def test_the_menu_leads_there(at_vault: AtVault) -> None:
    """As any other place."""
    person = at_vault(a_vault(), "home")
    person.key(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert page_of(person).losable


def test_something_is_lost_and_given_back_by_space(at_vault: AtVault) -> None:
    """The list, the map and the sentences say the same."""
    person = at_the_map(at_vault)
    page = page_of(person)
    key = page.map.current_key
    person.key(Qt.Key.Key_Space)
    assert page.lost == (key,)
    assert "stay lost" in page.sentence or "come back" in page.sentence
    assert person.sees("Does not come back") or person.sees("Comes back")
    person.key(Qt.Key.Key_Space)
    assert page.lost == ()
    assert not person.sees("Does not come back")


def test_all_is_given_back_by_one_button(at_vault: AtVault) -> None:
    """Whatever was lost."""
    person = at_the_map(at_vault)
    page = page_of(person)
    for key in page.losable[:3]:
        page.turn(key)
        person.wait()
    assert set(page.lost) == set(page.losable[:3])
    person.press("Give all back")
    assert page.lost == ()


def test_a_change_of_the_vault_is_drawn_at_once(at_vault: AtVault) -> None:
    """What was removed is neither on the map nor lost any more; undo undoes it."""
    person = at_the_map(at_vault)
    page = page_of(person)
    key = page.map.current_key
    person.key(Qt.Key.Key_Space)
    id_ = key.removeprefix("account:")
    vault = person.application.vault
    vault.apply(removal_of(vault.vault, "account", id_), "Remove it")
    person.wait()
    assert key not in page.losable
    assert page.lost == ()
    vault.undo()
    person.wait()
    assert key in page.losable


def test_the_map_is_saved_after_a_warning(at_vault: AtVault, tmp_path: Path) -> None:
    """As a picture with the names in it, at the place that was chosen."""
    person = at_the_map(at_vault)
    name = next(iter(person.application.vault.vault.accounts.values())).name
    for sort, start in (("SVG", b"<?xml"), ("PNG", b"\x89PNG")):
        path = tmp_path / f"shop.{sort.lower()}"
        person.press("Save as a picture…")
        assert person.sees("It names your accounts")
        person.press(f"Save as {sort}…")
        person.choose(path)
        assert path.read_bytes().startswith(start)
        assert person.sees("The map is saved")
    assert name in (tmp_path / "shop.svg").read_text(encoding="utf-8")


def test_every_two_are_tried_on_demand(at_vault: AtVault) -> None:
    """Each pair is a sentence with what mends it, and a click shows it on the map."""
    person = at_vault(sample_vault(9, now="2026-11-24T09:00:00Z"), "rehearsal")
    page = page_of(person)
    assert not person.sees("are lost together")
    person.press("Try every two…")
    assert person.sees("Show fewer") or person.sees("are lost together, nothing leads")
    assert person.sees("This would bring back")
    links = [one for one in person.controls() if "are lost together" in name_of(one)]
    links[0].click()
    person.wait()
    assert len(page.lost) == 2
    assert page.map.current_key == page.lost[0]
    assert "stay lost" in page.sentence
    vault = person.application.vault
    id_ = page.lost[0].partition(":")[2]
    vault.apply(removal_of(vault.vault, "person", id_), "Remove it")
    person.wait()
    assert not person.sees("are lost together")
