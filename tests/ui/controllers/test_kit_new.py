"""Printing a kit, as a person does it: what goes in, locks, preview, paper, proof."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from tests.builders import (
    a_person,
    a_vault,
    an_account,
    an_empty_vault,
    with_records,
)
from tests.desk import WORDS, quick_paper, write_sheets
from tests.person import Person
from tests.ui.conftest import AtVault
from tests.ui.controllers.conftest import OfficePrinter
from vault.app import kit_make
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.kit_gather import gather
from vault.app.kit_make import Made, prepare_kit
from vault.errors import BrokenInvariant
from vault.kit.frames import frames_of
from vault.model.change import Add
from vault.model.drill import parse_drills
from vault.model.kit import Kit
from vault.model.vault import Vault

CONTROL = Qt.KeyboardModifier.ControlModifier


def records(**changes: object) -> Vault:
    """Return a vault of which no kit was printed yet."""
    return replace(a_vault(), kits={}, **changes)


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
    return at_vault(records(), "kit-new")


def entries(person: Person) -> list[Kit]:
    return list(person.application.vault.vault.kits.values())


def saved(person: Person, folder: Path) -> list[Path]:
    """Save the kit as PDF from its preview."""
    person.click("Save as PDF…")
    person.choose(folder / "kit.pdf")
    return [folder / "kit.pdf", folder / "kit key card.pdf"]


def paper(made: Made, folder: Path) -> list[Path]:
    """Return pictures of the printed sheets."""
    names = write_sheets(folder, frames_of(made.envelope, made.plan), "paper")
    return [folder / name for name in names]


@pytest.mark.long
def test_from_everything_to_proven_in_six_clicks(
    person: Person, kits: list[Made], tmp_path: Path
) -> None:
    """Next, Next, Save, choose the files, Done."""
    before = person.clicks
    person.click("Next")
    person.click("Next")
    saved(person, tmp_path)
    person.click("Choose files")
    person.choose(*paper(kits[0], tmp_path))
    assert person.sees("Kit 1 is proven: the paper holds what was printed")
    person.click("Done")
    assert person.clicks - before <= 5
    assert person.application.window.place == "kits"
    assert entries(person)[0].read_back


@pytest.mark.long
def test_the_last_sheet_is_waited_for(
    person: Person, kits: list[Made], tmp_path: Path
) -> None:
    """The first of two is enough to open it; what is to be proven is all the paper."""
    person.click("Next")
    person.click("Next")
    saved(person, tmp_path)
    person.click("Choose files")
    person.choose(*paper(kits[0], tmp_path))
    assert person.sees("Every sheet was read. It could lose ")
    (drill,) = parse_drills(entries(person)[0].drills)
    assert drill.reserve == 48 - kits[0].plan.k


@pytest.mark.long
def test_by_keyboard_alone(person: Person, kits: list[Made], tmp_path: Path) -> None:
    """Enter is the next step on every page."""
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    person.press("Save as PDF…")
    person.choose(tmp_path / "kit.pdf")
    person.press("Choose files")
    person.choose(*paper(kits[0], tmp_path))
    person.key(Qt.Key.Key_Return)
    assert person.clicks == 0
    assert entries(person)[0].read_back


def test_a_kit_that_was_only_looked_at_leaves_no_trace(
    person: Person, kits: list[Made]
) -> None:
    """Nothing in the register, nothing to undo, nothing to save."""
    session = person.application.vault.session
    before = session.vault
    person.click("Next")
    person.click("Next")
    assert person.sees("Kit 1 is ready")
    person.application.desk.go("home")
    person.wait()
    assert session.vault is before
    assert (session.undo_name, session.redo_name) == ("", "")
    assert not session.unsaved
    assert len(kits) == 1


def test_making_it_can_be_stopped(
    person: Person, kits: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes back to where it was asked for."""

    def stop(what: str, *_: object) -> bytes:
        person.application.ops._alive.copy().pop().stop()
        person.application.desk.ports.progress(what, 0, 1)
        raise AssertionError(what)

    person.click("Next")
    monkeypatch.setattr(kit_make, "draw_pdf", stop)
    person.click("Next")
    assert person.sees("How it is locked")
    assert not entries(person)
    assert not kits


def test_a_kit_that_fails_its_proof_is_said_and_never_shown(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, above the page it came from."""

    def broken(*_: object) -> bytes:
        raise BrokenInvariant("made to fail")

    person.click("Next")
    monkeypatch.setattr(kit_make, "draw_pdf", broken)
    person.click("Next")
    assert person.sees("How it is locked")
    assert not person.sees("is ready")
    assert person.application.window.banner.notice is not None


def test_it_is_in_the_register_once_it_is_saved(person: Person, tmp_path: Path) -> None:
    """As one act; the files are both there."""
    person.click("Next")
    person.click("Next")
    written = saved(person, tmp_path)
    assert all(path.exists() for path in written)
    assert person.sees("delete them once they are printed")
    (kit,) = entries(person)
    assert (kit.number, kit.paper, kit.read_back) == (1, "a4", "")
    assert person.application.vault.session.undo_name == "Print a kit"


def test_nothing_is_overwritten(person: Person, tmp_path: Path) -> None:
    """And no kit is entered that was not saved."""
    (tmp_path / "kit.pdf").write_bytes(b"mine")
    person.click("Next")
    person.click("Next")
    saved(person, tmp_path)
    assert (tmp_path / "kit.pdf").read_bytes() == b"mine"
    assert person.sees("Something is there already")
    assert not entries(person)
    assert person.sees("Kit 1 is ready")


def test_it_stays_unproven_until_it_is_read_back(
    person: Person, tmp_path: Path
) -> None:
    """Reminded by the list of kits."""
    person.click("Next")
    person.click("Next")
    saved(person, tmp_path)
    person.click("Remind me later")
    assert person.sees("Not proven yet: nobody has read it back")


def test_the_pdf_itself_proves_nothing(person: Person, tmp_path: Path) -> None:
    """The paper must be read."""
    person.click("Next")
    person.click("Next")
    pdf, _card = saved(person, tmp_path)
    person.click("Choose files")
    person.choose(pdf)
    assert person.sees("That is the PDF, and not the paper")
    assert not entries(person)[0].read_back


@pytest.mark.long
def test_sheets_of_another_kit_prove_nothing(
    person: Person, kits: list[Made], tmp_path: Path
) -> None:
    """Two kits lie on one desk."""
    person.click("Next")
    person.click("Next")
    person.click("Back")
    person.click("Next")
    saved(person, tmp_path)
    person.click("Choose files")
    person.choose(*paper(kits[0], tmp_path))
    assert person.sees("These sheets are of another kit")
    assert not entries(person)[0].read_back


def test_going_back_loses_nothing(person: Person) -> None:
    """Neither the letter nor the way."""
    person.fill("A letter to whoever steps in, if you like", "Dear Ana")
    person.click("Next")
    person.click("Key card only")
    person.click("Next")
    person.click("Back")
    assert person.find("Key card only").isChecked()  # type: ignore[attr-defined]
    person.click("Back")
    assert person.sees("Dear Ana")


def test_a_letter_that_is_too_long_is_said_below_it(person: Person) -> None:
    """Before anything is made."""
    person.tab_to("A letter to whoever steps in, if you like")
    person.paste("x" * 16385)
    person.click("Next")
    assert person.sees("The letter is longer than 16 KiB.")


def test_ways_that_a_passphrase_of_ones_own_may_not_lock_are_refused_in_words(
    at_vault: AtVault, kits: list[Made]
) -> None:
    """Shown, with the reason; the default is one that may."""
    person = at_vault(records())
    vault = person.application.vault
    vault.session.vault = replace(vault.vault, passphrase_generated=False)
    person.application.desk.go("kit-new")
    person.wait()
    person.click("Next")
    assert person.sees("A passphrase alone may open a kit only if it was drawn")
    names = [name for name in person.ring() if name]
    assert "Passphrase only" not in names
    person.click("Next")
    assert kits[0].entry.ways == "card"


def test_whoever_opened_by_the_card_types_the_passphrase(
    at_vault: AtVault, kits: list[Made]
) -> None:
    """It must be the vault's, and is asked for again where it is not."""
    person = at_vault(records())
    session = person.application.vault.session
    session.presented = Credentials(code=typed_passphrase("0" * 16).secret)
    person.application.desk.go("kit-new")
    person.wait()
    person.click("Next")
    person.click("Next")
    assert person.sees("Type the passphrase of the vault.")
    person.type("not the words")
    person.key(Qt.Key.Key_Return)
    assert person.sees("It does not open")
    assert person.focused == "Passphrase of the vault"
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Kit 1 is ready")


def test_a_part_has_words_of_its_own_shown_on_demand(
    person: Person, kits: list[Made]
) -> None:
    """They are nowhere else, and hidden until asked for."""
    person.click("Only chosen accounts")
    person.click("Next")
    assert person.sees("Tick at least one account.")
    (list_,) = person.application.window.findChildren(QListWidget)
    person.tab_to("Accounts in this kit")
    person.key(Qt.Key.Key_Space)
    assert list_.item(0).checkState() == Qt.CheckState.Checked
    person.click("Next")
    person.click("Its own key card, or its own words")
    assert person.sees("Six words are drawn for it.")
    person.click("Next")
    assert kits[0].entry.partial
    assert person.sees("The six words that open this kit")
    person.click("Show it")
    words = person.find("The words of this kit, in this order")
    assert len(words.accessibleDescription().split(", ")) == 6
    person.click("Hide it")
    assert "The words of this kit, in this order" not in person.ring()


def test_a_code_that_is_left_off_the_card_is_shown_on_demand(
    person: Person, kits: list[Made]
) -> None:
    """No secret reaches the printer."""
    person.click("Next")
    person.click("Write the code by hand")
    person.click("Next")
    assert not person.sees(kits[0].code_text)
    person.click("Show it")
    assert person.sees(kits[0].code_text)


def test_what_must_be_known_before_printing_is_said(
    at_vault: AtVault, kits: list[Made]
) -> None:
    """Nobody to ring, letters that the fonts lack, no printer."""
    nobody = {a_person(1).id: replace(a_person(1), trusted=False)}
    person = at_vault(records(people=nobody, access={}, procedures={}, accounts={}))
    vault = person.application.vault
    vault.session.vault = replace(
        vault.vault, code_sets={}, contacts={}, name="Shop שלום"
    )
    vault.apply(Add("account", an_account(5)), "Add")
    person.application.desk.go("kit-new")
    person.wait()
    person.click("Next")
    person.click("Next")
    assert person.sees("The cover names nobody to ring")
    assert person.sees("Some characters print as empty boxes")
    assert person.sees("No printer is known to this computer")


def test_a_vault_without_accounts_is_led_to_its_first(
    at_vault: AtVault, kits: list[Made]
) -> None:
    """A kit of nothing would be no help."""
    person = at_vault(with_records(an_empty_vault(), {}), "kit-new")
    assert person.sees("First an account, then a kit")
    assert person.focused == "Add your first account"
    assert kits == []


def test_another_paper_makes_it_anew(person: Person, kits: list[Made]) -> None:
    """The codes stand elsewhere on Letter."""
    person.click("Next")
    person.click("Next")
    person.tab_to("Paper")
    person.key(Qt.Key.Key_Down)
    assert [made.entry.paper for made in kits] == ["a4", "letter"]
    assert person.sees("Kit 1 is ready")


def test_a_vault_that_may_only_be_read_prints_no_kit(at_vault: AtVault) -> None:
    """It could not be entered."""
    person = at_vault(records(), read_only="newer-minor")
    person.application.desk.go("home")
    person.wait()
    person.application.desk.go("kit-new")
    person.wait()
    assert person.application.window.place == "home"
    assert person.sees("It was written by a newer Spare Key")


@pytest.mark.slow
def test_what_is_printed_reads_back(at_vault: AtVault, office: OfficePrinter) -> None:
    """For real: drawn, printed as two jobs, read off the printed pages."""
    person = at_vault(records(), "kit-new")
    person.click("Next")
    person.click("Next")
    assert person.sees("Cover")
    person.click("Print the sheets…")
    assert len(office.jobs) == 1
    assert len(entries(person)) == 1
    person.click("Print the key card…")
    assert len(office.jobs) == 2
    person.click("Choose files")
    person.choose(office.jobs[0])
    assert person.sees("Kit 1 is proven: the paper holds what was printed")
    ports = person.application.desk.ports
    assert gather(ports, office.jobs[1:]).pages[0].card


def test_a_printer_set_to_another_paper_is_not_used(
    person: Person, office: OfficePrinter
) -> None:
    """It would scale the codes."""
    office.paper = "letter"
    person.click("Next")
    person.click("Next")
    person.click("Print the sheets…")
    assert person.sees("The printer is set to another paper")
    assert not entries(person)


@pytest.mark.usefixtures("office")
def test_a_printer_that_takes_nothing_is_told(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the kit is not entered."""
    monkeypatch.setattr("ui.controllers.kit_preview.print_pdf", lambda *_: False)
    person.click("Next")
    person.click("Next")
    person.click("Print the sheets…")
    assert person.sees("The printer did not take it")
    assert not entries(person)
