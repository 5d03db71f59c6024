"""Journey 1: from nothing to a kit that is printed and proven, in at most 22 clicks.

By clicks, and again by keys alone; once more on paper that is really drawn and read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person import Person
from tests.ui.conftest import Start
from tests.ui.journeys.conftest import Paper, photographed, read_off

pytestmark = pytest.mark.long  # whole journeys

MOST_CLICKS = 22  # WINDOW
SIX_WORDS = "The words of your passphrase, in this order"
CODES = "1234 5678\n2345 6789\n3456 7890\n4567 8901\n5678 9012"
Do = Callable[[str], None]


@dataclass(frozen=True)
class Way:
    """How somebody goes: `press` any button, `go_on` with the one next step."""

    person: Person
    press: Do
    go_on: Do

    def to_the_end(self, paper: Paper) -> None:
        """Go all the way, from nothing to a kit that is proven."""
        self.make()
        self.fill_in()
        self.print_kit(paper)

    def make(self) -> None:
        """A name, six words, the words again."""
        person = self.person
        self.go_on("Create a vault")
        person.type("Kiln & Clay")
        person.look("name")
        self.go_on("Next")
        words = read_off(person, SIX_WORDS)
        person.look("words")
        self.go_on("Next")
        person.type(words)
        person.look("again")
        self.go_on("Create the vault")

    def fill_in(self) -> None:
        """Three accounts, codes for one of them, and someone to ring."""
        person = self.person
        for tile in ("Instagram", "Etsy", "Something else"):
            self.press(tile)
        person.look("tiles")
        self.go_on("Next")
        person.fill("Login: what you type to sign in", "kilnandclay")
        self.go_on("Next")
        person.fill("Login: what you type to sign in", "@kiln")
        person.tab_to("Recovery codes")
        person.paste(CODES)
        person.look("codes")
        self.go_on("Next")
        person.fill("What is it called?", "Bank")
        self.go_on("Next")
        person.fill("Name", "Ana")
        person.fill("Telephone number", "+49 30 1234567")
        person.look("someone")
        self.go_on("Done")
        person.look("home")

    def print_kit(self, paper: Paper) -> None:
        """What goes in, the locks, the sheets as PDF, and back from their pictures."""
        person = self.person
        pdf = person.application.outside.documents() / "kit.pdf"
        self.press("Print a kit")
        self.go_on("Next")
        person.look("locks")
        self.go_on("Next")
        person.look("preview")
        self.press("Save as PDF…")
        person.choose(pdf)
        person.look("saved")
        self.press("Choose files")
        person.choose(*paper(pdf))
        person.look("read-back")
        self.go_on("Done")
        person.look("kits")


def must_be_done(person: Person) -> None:
    """See what the owner has after it."""
    vault = person.application.vault.vault
    (kit,) = vault.kits.values()
    assert kit.read_back
    assert {one.name for one in vault.accounts.values()} == {
        "Instagram",
        "Etsy",
        "Bank",
    }
    assert sum(len(one.codes) for one in vault.code_sets.values()) == 5
    assert person.application.window.place == "kits"
    assert person.sees("Kit 1")


def test_by_clicks(start: Start, quick: Paper) -> None:
    """The click on a file's name in the system's dialog is the one that chooses it."""
    person = start()
    Way(person, person.click, person.click).to_the_end(quick)
    must_be_done(person)
    assert person.clicks + 2 <= MOST_CLICKS  # two dialogs for files


def test_by_keys_alone(start: Start, quick: Paper) -> None:
    """Enter is the next step; Tab and Space do the rest."""
    person = start()

    def enter(name: str) -> None:
        if person.focused == "Recovery codes":  # there it is the next line
            person.tab_to(name)
        person.key(Qt.Key.Key_Return)

    Way(person, person.press, enter).to_the_end(quick)
    must_be_done(person)
    assert person.clicks == 0


@pytest.mark.slow
def test_on_real_paper_and_back_on_a_bare_machine(start: Start, tmp_path: Path) -> None:
    """What was saved is drawn, photographed, read, and brings everything back."""
    person = start()
    Way(person, person.click, person.click).to_the_end(photographed)
    must_be_done(person)
    accounts = person.application.vault.vault.accounts
    person.application.vault.save_now(lambda _: None)
    person.wait()
    person.application.vault.close()
    person.application.desk.go("restore")
    person.click("Choose files")
    person.choose(*sorted(tmp_path.glob("kit-*.png")))
    assert person.sees("enough is read")
    assert len(accounts) == 3
