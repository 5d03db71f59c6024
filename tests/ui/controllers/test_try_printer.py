"""Trying the printer: a page is printed or saved, pictures of it are judged."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.person import Person
from tests.tried_page import saved, scan_of, shrunk
from tests.ui.conftest import AtVault
from tests.ui.controllers.conftest import OfficePrinter


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody who never printed a kit, at the first step of one."""
    return at_vault(replace(a_vault(), kits={}), "kit-new")


def test_it_is_offered_before_a_first_kit_and_loses_nothing(person: Person) -> None:
    """Back at the first step, the letter is as it was."""
    person.fill("A letter to whoever steps in, if you like", "Dear Ana")
    person.click("Try your printer first")
    assert person.application.window.place == "test-page"
    person.click("Back")
    assert person.application.window.place == "kit-new"
    assert person.sees("Dear Ana")
    person.click("Try your printer first")
    person.click("On to the kit")
    assert person.sees("Dear Ana")


def test_whoever_printed_a_kit_finds_it_at_the_kits(at_vault: AtVault) -> None:
    """For a new printer."""
    person = at_vault(a_vault(), "kit-new")
    assert not person.sees("Try your printer first")
    person.application.desk.go("kits")
    person.click("Try your printer")
    person.click("Back")
    assert person.application.window.place == "kits"


def test_without_a_printer_the_keyboard_is_where_it_goes_on(person: Person) -> None:
    """The button that is not offered does not have it, and Esc leads back."""
    person.application.desk.go("test-page", "kits")
    person.wait()
    assert person.focused == "Save as PDF…"
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "kits"


@pytest.mark.usefixtures("office")
@pytest.mark.long
def test_a_saved_page_reads_as_good(person: Person, tmp_path: Path) -> None:
    """On the paper that was chosen; a PDF of a scan will do."""
    person.application.desk.go("test-page")
    person.click("Save as PDF…")
    person.choose(tmp_path / "page.pdf")
    assert person.sees("Saved: “page.pdf”")
    person.click("Choose files")
    person.choose(tmp_path / "page.pdf")
    assert person.sees("do for every kit, sturdy or compact")


@pytest.mark.long
def test_what_is_at_fault_is_said_with_what_to_do(
    person: Person, tmp_path: Path
) -> None:
    """Of each picture, the best first, by its name."""
    small = saved(shrunk(97), tmp_path / "small.png")
    other = saved(scan_of().crop((0, 1100, 1000, 1500)), tmp_path / "other.png")
    person.application.desk.go("test-page")
    person.click("Choose files")
    person.choose(other, small)
    assert person.sees("It was printed at 97 % of its size.")
    assert person.sees("“Fit to page” or “Shrink to printable area” was on.")
    assert person.sees("No test page can be read in this picture.")
    assert person.sees("other.png")


@pytest.mark.long
def test_it_is_printed_and_read_back(
    person: Person, office: OfficePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By way of an office's printer."""
    monkeypatch.setattr("ui.controllers.test_page.printer_names", lambda: ["Office"])
    person.application.desk.go("test-page")
    person.wait()
    person.click("Print the test page…")
    person.wait()
    assert person.sees("The test page went to the printer")
    person.click("Choose files")
    person.choose(office.jobs[0])
    assert person.sees("do for every kit, sturdy or compact")


@pytest.mark.parametrize("answer", ["letter", "nothing"])
def test_a_printer_that_will_not_do_is_told(
    person: Person, office: OfficePrinter, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Set to another paper, or taking nothing."""
    monkeypatch.setattr("ui.controllers.test_page.printer_names", lambda: ["Office"])
    monkeypatch.setattr("ui.controllers.test_page.print_pdf", lambda *_: False)
    office.paper = "letter" if answer == "letter" else ""
    person.application.desk.go("test-page")
    person.wait()
    person.click("Print the test page…")
    person.wait()
    said = "set to another paper" if answer == "letter" else "did not take it"
    assert person.sees(said)
