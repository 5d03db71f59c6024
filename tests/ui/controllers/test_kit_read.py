"""Reading a kit back, as a person does it: files, passphrase, proven."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_vault, an_account
from tests.desk import SHEET, WORDS, quick_paper, write_sheets
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers import kit_opening
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_make import Made, enter_kit, prepare_kit
from vault.app.kit_order import Order
from vault.errors import NeedsConsent
from vault.kit.frames import frames_of
from vault.model.change import Add


@dataclass
class Printed:
    """A person at a vault of which a kit was printed."""

    person: Person
    made: Made
    sheets: list[Path]


@pytest.fixture
def printed(
    at_vault: AtVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Printed:
    """Print a kit whose sheets are files."""
    quick_paper(monkeypatch)
    person = at_vault(a_vault())
    return print_kit(person, tmp_path)


def print_kit(person: Person, folder: Path, name: str = "sheet") -> Printed:
    session = person.application.vault.session
    words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    made = prepare_kit(session, Order("either", "a4", words))
    enter_kit(session, made)
    names = write_sheets(folder, frames_of(made.envelope, made.plan), name)
    return Printed(person, made, [folder / one for one in names])


def read(printed: Printed, *paths: Path) -> Person:
    """Go to the kit and hand over the files."""
    person = printed.person
    person.application.desk.go("kit-read", printed.made.entry.id)
    person.wait()
    person.click("Choose files")
    person.choose(*paths)
    return person


def entry(printed: Printed) -> str:
    vault = printed.person.application.vault.vault
    return vault.kits[printed.made.entry.id].read_back


def test_a_kit_that_opens_is_proven(printed: Printed) -> None:
    """The keyboard is in the passphrase as soon as enough is read."""
    person = read(printed, *printed.sheets)
    assert person.sees("enough is read")
    assert person.focused == "Passphrase"
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    number = printed.made.entry.number
    assert person.sees(f"Kit {number} works: it opens, and is what was printed")
    assert person.sees("Every sheet was read, with all its codes.")
    assert entry(printed) == person.application.desk.ports.now()
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "kits"


def test_reading_back_can_be_undone(printed: Printed) -> None:
    """It is an act like any other, and named."""
    person = read(printed, *printed.sheets)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    number = printed.made.entry.number
    assert person.application.vault.session.undo_name == f"Read kit {number} back"
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry(printed) == ""


def test_sheets_that_were_not_read_are_named(printed: Printed) -> None:
    """Enough is not all: they may have printed badly."""
    person = read(printed, printed.sheets[0])
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("these did not read whole: sheet 2: nothing read.")


def test_what_was_changed_since_is_counted(printed: Printed) -> None:
    """A kit can be proven and old."""
    printed.person.application.vault.apply(Add("account", an_account(77)), "Add")
    person = read(printed, *printed.sheets)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Stale: one account new.")


def test_a_wrong_passphrase_proves_nothing(printed: Printed) -> None:
    """It is said, and the text is ready to be typed anew."""
    person = read(printed, *printed.sheets)
    person.type("not the words")
    person.key(Qt.Key.Key_Return)
    assert person.sees("It does not open")
    assert person.focused == "Passphrase"
    assert entry(printed) == ""
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert entry(printed)


def test_the_key_card_proves_it_as_well(printed: Printed) -> None:
    """Its code is followed while it is typed."""
    person = read(printed, *printed.sheets)
    person.click("Use the key card instead")
    code = printed.made.code_text
    person.type(code[:10])
    assert person.sees("8 of 31 characters")
    person.type(("Z" if code[0] != "Z" else "Y") + code[1:])
    assert person.sees("31 of 31 characters; 1 was wrong and is corrected")
    person.key(Qt.Key.Key_Return)
    assert entry(printed)


def test_opening_can_be_stopped(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it can be tried again at once."""
    person = read(printed, *printed.sheets)
    person.type(WORDS)
    opening = kit_opening.open_kit

    def stopped(*given: object, **more: object) -> object:
        person.application.ops._alive.copy().pop().stop()
        return opening(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(kit_opening, "open_kit", stopped)
    person.key(Qt.Key.Key_Return)
    assert entry(printed) == ""
    assert person.focused == "Passphrase"
    monkeypatch.setattr(kit_opening, "open_kit", opening)
    person.key(Qt.Key.Key_Return)
    assert entry(printed)


def test_what_is_costly_to_open_is_agreed_to_first(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said what it takes."""
    person = read(printed, *printed.sheets)
    person.type(WORDS)
    opening = kit_opening.open_kit

    def costly(*given: object, consent: bool, **more: object) -> object:
        if not consent:
            raise NeedsConsent(4 * 1024 * 1024, 4, 4)
        return opening(*given, consent=False, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(kit_opening, "open_kit", costly)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Costly to open")
    person.click("Open it even so")
    assert entry(printed)


def test_a_picture_of_the_card_fills_in_its_code(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody should type what was read already."""
    (tmp_path / "card").write_bytes(SHEET + printed.made.code_text.encode())
    person = read(printed, tmp_path / "card")
    assert person.sees("card: this is the key card")
    person.click("Choose files")
    person.choose(*printed.sheets)
    person.click("Use the key card instead")
    person.click("Open")
    assert entry(printed)


def test_another_kit_than_the_one_meant_is_told(
    printed: Printed, tmp_path: Path
) -> None:
    """That one is proven; the one that was meant is not."""
    other = print_kit(printed.person, tmp_path, "other")
    person = read(printed, *other.sheets)
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    number = printed.made.entry.number
    assert person.sees(f"It is not Kit {number}: that one is still to be read.")
    assert entry(printed) == ""
    assert entry(other)


def test_a_kit_of_another_vault_is_refused(printed: Printed) -> None:
    """Though it opens: the register does not know it."""
    person = printed.person
    person.application.vault.undo()
    person.application.desk.go("kit-read")
    person.wait()
    person.click("Choose files")
    person.choose(*printed.sheets)
    assert person.sees("A kit that the register does not know")
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("The register of this vault does not know this kit")


def test_nothing_is_asked_before_enough_is_read(
    printed: Printed, tmp_path: Path
) -> None:
    """Files that give nothing say why."""
    person = read(printed, tmp_path / "gone.png")
    assert person.sees("gone.png: can't be read")
    assert not person.sees("Use the key card instead")


def test_it_can_be_put_off(printed: Printed) -> None:
    """Esc leads back to the kits."""
    person = printed.person
    person.application.desk.go("kit-read", printed.made.entry.id)
    person.wait()
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "kits"
