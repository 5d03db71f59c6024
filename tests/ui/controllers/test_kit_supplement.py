"""Printing what changed, as a person does it: from a stale kit to a fresh one."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.desk import WORDS, new_words, quick_paper, write_sheets
from tests.person import Person
from tests.supplements import a_kit, a_supplement, rename
from tests.ui.conftest import AtVault
from vault.app import kit_make
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.kit_changed import lacking
from vault.app.kit_make import Made, prepare_kit
from vault.app.kit_register import read_back
from vault.app.session import Session
from vault.crypto.secret import Secret
from vault.kit.frames import frames_of
from vault.model.kit import Kit

OTHER = "other words than before here"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    """Draw nothing, and keep what is made."""
    quick_paper(monkeypatch)
    made: list[Made] = []

    def keep(*words: object) -> Made:
        made.append(prepare_kit(*words))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(kit_make, "prepare_kit", keep)
    return made


@pytest.fixture
def person(at_vault: AtVault, made: list[Made]) -> Person:
    """Return somebody whose proven kit lacks one change."""
    person = at_vault(replace(a_vault(), kits={}))
    session = person.application.vault.session
    kit = a_kit(session).entry
    session.apply(read_back(session.vault.kits[kit.id], session.ports.now()))
    rename(session)
    made.clear()
    person.application.desk.go("kits")
    person.wait()
    return person


def session_of(person: Person) -> Session:
    return person.application.vault.session


def entries(person: Person) -> list[Kit]:
    return list(session_of(person).vault.kits.values())


def sheets(made: Made, folder: Path, name: str = "paper") -> list[Path]:
    names = write_sheets(folder, frames_of(made.envelope, made.plan), name)
    return [folder / name for name in names]


@pytest.mark.long
def test_a_stale_kit_leads_to_what_changed(person: Person) -> None:
    """What it is, and what opens it, before anything is made."""
    person.click("Print what changed: Kit 1")
    assert person.application.window.place == "kit-supplement"
    assert person.sees("one account changed")
    assert person.sees("Key card 1, or the passphrase of today")


@pytest.mark.long
def test_from_stale_to_fresh_in_five_clicks(
    person: Person, made: list[Made], tmp_path: Path
) -> None:
    """What changed, Next, Save, choose the files, Done."""
    before = person.clicks
    person.click("Print what changed: Kit 1")
    person.click("Next")
    assert person.sees("Supplement 1 to kit 1 is ready")
    person.click("Save as PDF…")
    person.choose(tmp_path / "supplement.pdf")
    person.click("Choose files")
    person.choose(*sheets(made[0], tmp_path))
    assert person.sees("Supplement 1 to kit 1 is proven")
    person.click("Done")
    assert person.clicks - before <= 5
    kit, supplement = sorted(entries(person), key=lambda one: one.supplement)
    assert supplement.read_back
    assert not lacking(session_of(person).vault, kit).is_stale
    assert not person.sees("Print what changed")
    assert person.sees("What changed since kit 1")


@pytest.mark.long
def test_one_that_was_only_looked_at_leaves_no_trace(person: Person) -> None:
    """Nothing in the register."""
    person.click("Print what changed: Kit 1")
    person.click("Next")
    assert person.sees("Supplement 1 to kit 1 is ready")
    person.click("Back")
    assert person.sees("one account changed")
    person.click("Back")
    assert person.application.window.place == "kits"
    assert len(entries(person)) == 1


def test_where_a_new_kit_is_needed_it_says_why(person: Person) -> None:
    """And leads to it."""
    session = session_of(person)
    person.application.desk.go("kit-supplement", entries(person)[0].id)
    session.undo()
    person.application.desk.go("kit-supplement", entries(person)[0].id)
    person.wait()
    assert person.sees("Nothing was changed since kit 1 was printed.")
    person.click("Print a new kit")
    assert person.application.window.place == "kit-new"


def test_whoever_came_by_the_card_types_the_passphrase(
    person: Person, made: list[Made]
) -> None:
    """A wrong one is said below the field, and nothing is made."""
    session = session_of(person)
    code = Secret(bytes.fromhex(session.vault.vault_code))
    session.presented = Credentials(code=code)
    person.click("Print what changed: Kit 1")
    person.fill("Passphrase of the vault", "not the words")
    person.click("Next")
    assert person.sees("Passphrase of the vault")
    assert not made
    person.fill("Passphrase of the vault", WORDS)
    person.click("Next")
    assert person.sees("Supplement 1 to kit 1 is ready")
    assert typed_passphrase(WORDS).secret


def test_a_kit_that_is_gone_leads_to_the_kits(person: Person) -> None:
    """Its entry was undone meanwhile."""
    person.application.desk.go("kit-supplement", "nothing")
    person.wait()
    assert person.application.window.place == "kits"


@pytest.mark.long
def test_kit_and_supplement_read_together_are_both_proven(
    person: Person, made: list[Made], tmp_path: Path
) -> None:
    """In any order; each is noted."""
    session = session_of(person)
    kit = a_kit(session)
    rename(session, "After it")
    supplement = a_supplement(session)
    person.application.desk.go("kit-read", supplement.entry.id)
    person.wait()
    person.click("Choose files")
    person.choose(*sheets(supplement, tmp_path, "b"), *sheets(kit, tmp_path, "a"))
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Supplement 1 to kit 2 is joined to it")
    assert not person.sees("that one is still to be read")
    kits = session.vault.kits
    assert kits[kit.entry.id].read_back
    assert kits[supplement.entry.id].read_back


@pytest.mark.long
def test_home_leads_to_what_changed(person: Person) -> None:
    """And then to reading it back."""
    person.application.desk.go("home")
    person.wait()
    person.click("Print what changed")
    assert person.application.window.place == "kit-supplement"
    a_supplement(session_of(person))
    person.application.desk.go("home")
    person.wait()
    assert person.sees("Supplement 1 to kit 1 is not read back yet")


@pytest.mark.long
@pytest.mark.parametrize("typed", [OTHER, WORDS])
def test_after_another_passphrase_both_are_asked_for(
    person: Person, made: list[Made], tmp_path: Path, typed: str
) -> None:
    """Whoever types the first again goes on without the supplement."""
    session = session_of(person)
    kit = a_kit(session, "passphrase")
    rename(session, "After it")
    new_words(session, OTHER, drawn=True)
    supplement = a_supplement(session, kit.entry)
    person.application.desk.go("restore")
    person.wait()
    person.click("Choose files")
    person.choose(*sheets(kit, tmp_path, "a"), *sheets(supplement, tmp_path, "b"))
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("Supplement 1 to kit 2 opens with something else")
    person.fill("Passphrase", typed)
    person.key(Qt.Key.Key_Return)
    told = "is joined to it" if typed == OTHER else "stays shut"
    assert person.sees(f"Supplement 1 to kit 2 {told}")
