"""The settings page: worn at once, remembered, and told of by keys too."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault, Start


def at_settings(start: Start) -> Person:
    person = start()
    person.application.keeper.do("settings")
    person.wait()
    return person


def test_a_scheme_is_worn_as_it_is_chosen(start: Start) -> None:
    """And kept for the next start."""
    person = at_settings(start)
    assert person.focused == "As the system has it"
    person.click("Dark")
    assert person.application.theme.is_dark
    assert person.application.settings.scheme == "dark"
    person.key(Qt.Key.Key_Up)
    assert person.application.settings.scheme == "light"
    assert not person.application.theme.is_dark


def test_a_text_size_is_worn_as_it_is_chosen(start: Start) -> None:
    """The keys for it move the mark along."""
    person = at_settings(start)
    person.click("200 %")
    assert person.application.theme.text_percent == 200
    person.key(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    chosen = person.find("150 %")
    assert chosen.isChecked()  # type: ignore[attr-defined]


def test_the_list_of_vaults_can_be_emptied(start: Start, tmp_path: Path) -> None:
    """It says how many there are before and after."""
    person = start()
    person.application.settings.remember(tmp_path / "one.sparekey")
    person.application.settings.remember(tmp_path / "two.sparekey")
    person.application.keeper.do("settings")
    person.wait()
    assert person.sees("The first page lists 2 vaults")
    person.click("Clear the list")
    assert person.sees("The first page lists no vault.")
    assert person.application.settings.recent == []


def test_when_it_locks_is_said(start: Start) -> None:
    """With the warning before."""
    person = at_settings(start)
    assert person.sees("After 5 minutes without a key")


def test_done_leads_back_to_where_one_works(start: Start, at_vault: AtVault) -> None:
    """Home with a vault open, the first page without."""
    person = at_settings(start)
    person.click("Done")
    assert person.application.window.place == "welcome"
    again = at_vault(a_vault(1), "settings")
    again.key(Qt.Key.Key_Return)
    assert again.application.window.place == "home"


def test_esc_leads_back_too(at_vault: AtVault) -> None:
    """As from every page."""
    person = at_vault(a_vault(1), "settings")
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "home"
