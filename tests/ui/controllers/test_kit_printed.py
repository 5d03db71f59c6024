"""What printers keep is said once; where a kit was printed stands in the register."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import a_vault
from tests.desk import quick_paper
from tests.person import Person
from tests.ui.conftest import AtVault
from tests.ui.controllers.conftest import OfficePrinter
from tests.watched_folder import ONLY_LINUX, watched
from ui.controllers import kit_printed
from ui.controllers.kit_printed import card_note, sheets_note
from vault.model.kit import Kit

KEEP = "Printers remember what they print"


@pytest.fixture
def person(at_vault: AtVault, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Return somebody at the first step of a first kit."""
    quick_paper(monkeypatch)
    monkeypatch.setattr("ui.controllers.kit_preview.print_pdf", lambda *_: True)
    return at_vault(replace(a_vault(), kits={}), "kit-new")


def to_the_preview(person: Person) -> None:
    person.application.desk.go("kit-new")
    person.click("Next")
    person.click("Next")
    person.wait()


def entry(person: Person) -> Kit:
    (kit,) = person.application.vault.vault.kits.values()
    return kit


@pytest.mark.usefixtures("office")
@pytest.mark.long
def test_what_printers_keep_is_said_once(person: Person) -> None:
    """Until something was printed; then never again."""
    to_the_preview(person)
    assert person.sees(KEEP)
    to_the_preview(person)
    assert person.sees(KEEP)
    person.click("Print the sheets…")
    person.wait()
    assert not person.sees(KEEP)
    to_the_preview(person)
    assert not person.sees(KEEP)
    assert person.application.desk.settings.knows_printers


@pytest.mark.usefixtures("office")
def test_a_printer_on_a_network_gets_a_line_more(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name."""
    monkeypatch.setattr("ui.controllers.kit_making.shared_printer", lambda: "Hall")
    to_the_preview(person)
    assert person.sees("“Hall”, the usual printer here, is on a network.")


def test_without_a_printer_there_is_nothing_to_warn_of(person: Person) -> None:
    """It is saved as PDF, of which other things are said."""
    to_the_preview(person)
    assert not person.sees(KEEP)


@pytest.mark.usefixtures("office")
def test_the_register_says_which_printer_knows_it(person: Person) -> None:
    """The sheets in the act of printing, the card in one of its own."""
    to_the_preview(person)
    person.click("Print the sheets…")
    person.wait()
    session = person.application.vault.session
    assert entry(person).note == "Sheets printed on “Office”"
    assert session.undo_name == "Print a kit"
    person.click("Print the key card…")
    person.wait()
    assert entry(person).note == (
        "Sheets printed on “Office”. Key card printed on “Office”"
    )
    person.application.vault.undo()
    assert entry(person).note == "Sheets printed on “Office”"


def test_a_file_is_no_printer(person: Person, office: OfficePrinter) -> None:
    """It is a copy, and proves nothing when it is read; the warning stays."""
    office.name = ""
    to_the_preview(person)
    person.click("Print the sheets…")
    person.wait()
    assert person.sees("Printed into the file “job-0.pdf”")
    assert entry(person).note == ""
    assert not person.application.desk.settings.knows_printers
    person.click("Go on without printing it")
    person.click("Choose files")
    person.choose(office.jobs[0])
    assert person.sees("That is the PDF, and not the paper")


@pytest.mark.usefixtures("office")
def test_both_sides_are_told(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """They may be chosen, and halve what may be lost."""
    monkeypatch.setattr("ui.controllers.kit_preview.is_two_sided", lambda _p: True)
    to_the_preview(person)
    person.click("Print the sheets…")
    person.wait()
    assert person.sees("The printer was set to both sides")


def test_notes_are_joined() -> None:
    """A card alone says so alone."""
    assert card_note("", "Hall") == "Key card printed on “Hall”"
    assert sheets_note("") == ""
    assert kit_printed.into_file(Path("a/b.pdf")).title.endswith("“b.pdf”")


@ONLY_LINUX
@pytest.mark.slow
def test_nothing_of_a_kit_lies_in_a_folder_while_it_is_printed(
    at_vault: AtVault,
    office: OfficePrinter,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Made, drawn, shown, printed: nothing but the vault and the settings is written.

    Neither beside the vault nor where what is temporary lies.
    """
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    office.folder = tmp_path_factory.mktemp("office")
    person = at_vault(replace(a_vault(), kits={}), "kit-new")
    vault = person.application.vault.session.file.path
    with watched(temporary, vault.parent) as made:
        to_the_preview(person)
        person.click("Print the sheets…")
        person.wait()
        person.click("Print the key card…")
        person.wait()
    assert len(office.jobs) == 2
    own = (vault.stem, "window.ini")  # both are saved by way of a file beside them
    assert [name for name in made if not name.lstrip(".").startswith(own)] == []
