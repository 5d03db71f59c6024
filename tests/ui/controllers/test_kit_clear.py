"""A part in clear, compact sheets, a card by hand: chosen, warned of, typed back."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.builders import a_vault
from tests.desk import quick_paper
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app import kit_make
from vault.app.kit_make import Made, prepare_kit
from vault.model.kit import Kit

CLEAR = "Choose a part in clear…"


@pytest.fixture
def kits(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    """Draw nothing, and keep every kit that is made."""
    quick_paper(monkeypatch)
    made: list[Made] = []

    def keep(*words: object) -> Made:
        made.append(prepare_kit(*words))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(kit_make, "prepare_kit", keep)
    return made


@pytest.fixture
def person(at_vault: AtVault, kits: list[Made]) -> Person:
    """Return somebody at the first step."""
    return at_vault(replace(a_vault(), kits={}), "kit-new")


def entry(person: Person) -> Kit:
    (kit,) = person.application.vault.vault.kits.values()
    return kit


def save(person: Person, folder: Path) -> None:
    person.click("Save as PDF…")
    person.choose(folder / "kit.pdf")


@pytest.mark.long
def test_steps_in_clear_are_saved_beside_the_sheets(
    person: Person, tmp_path: Path
) -> None:
    """In a file of their own, and noted in the register."""
    person.click(CLEAR)
    person.click("Steps, account by account")
    person.click("Take this")
    assert person.sees("In clear, of all accounts: steps")
    person.click("Next")
    person.click("Next")
    assert person.sees("The part in clear, for a third place")
    save(person, tmp_path)
    assert b"part in clear" in (tmp_path / "kit in clear.pdf").read_bytes()
    assert b"part in clear" not in (tmp_path / "kit.pdf").read_bytes()
    assert entry(person).in_clear == ("procedures",)


def test_codes_in_clear_wait_for_the_answer_to_the_warning(person: Person) -> None:
    """Without the tick nothing is taken."""
    person.click(CLEAR)
    assert not person.sees("Codes in clear open the accounts")
    person.click("Recovery codes")
    assert person.sees("Codes in clear open the accounts")
    person.click("Take this")
    assert person.sees("Tick this, or leave the codes out.")
    person.click("Print them all the same")
    person.click("Take this")
    assert person.sees("In clear, of all accounts: recovery codes")


def test_nothing_is_in_clear_unless_it_was_chosen(
    person: Person, tmp_path: Path
) -> None:
    """The default is the kit without it; and back takes nothing."""
    assert person.sees("None. All that is printed is locked")
    person.click(CLEAR)
    person.click("Recovery codes")
    person.click("Back")
    person.click("Next")
    person.click("Next")
    save(person, tmp_path)
    assert entry(person).in_clear == ()
    assert sorted(path.name for path in tmp_path.glob("*clear*")) == []


def test_chosen_accounts_must_be_ticked(person: Person) -> None:
    """A part of nothing is complained of."""
    person.click(CLEAR)
    person.click("Contacts, and whom to ring")
    person.click("Only chosen accounts")
    person.click("Take this")
    assert person.sees("Tick at least one account.")


def test_compact_is_chosen_with_the_number_of_sheets(
    person: Person, kits: list[Made], tmp_path: Path
) -> None:
    """Both are counted; the other is made anew."""
    person.click("Next")
    person.click("Next")
    person.tab_to("Size of the codes")
    shown = person.find("Size of the codes")
    assert isinstance(shown, QComboBox)
    assert shown.currentText() == "Sturdy: 2 sheets"
    assert shown.itemText(1) == "Compact: 2 sheets"
    person.key(Qt.Key.Key_Down)
    assert [made.entry.density for made in kits] == ["sturdy", "compact"]
    save(person, tmp_path)
    assert entry(person).density == "compact"


def test_a_card_by_hand_is_typed_back_before_it_goes_on(
    person: Person, kits: list[Made], tmp_path: Path
) -> None:
    """A slip is named; only the whole code leads to reading back."""
    person.click("Next")
    person.click("Write the code by hand")
    person.click("Next")
    save(person, tmp_path)
    code = kits[0].code_text
    field = "Type the code off the card, as you wrote it"
    wrong = ("Y" if code[0] != "Y" else "Z") + code[1:]
    person.fill(field, wrong)
    person.click("Check what I wrote")
    assert person.sees(f"number 1 is {code[0]}")
    person.fill(field, code)
    person.click("Check what I wrote")
    assert not person.sees("Check what I wrote")
    assert person.sees("Choose files")
