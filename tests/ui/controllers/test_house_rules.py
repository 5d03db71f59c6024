"""House rules in the window: taken, changed, confirmed, saved to be signed."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.house_rules import PROPOSED


def at_rules(at_vault: AtVault, read_only: str = "") -> Person:
    """Return a person at one rule, older than today, that nobody confirmed."""
    person = at_vault(a_vault(2), read_only=read_only)
    session = person.application.vault.session
    session.vault = replace(
        session.vault, house_rules=("Tell at once.",), house_rules_since="2026-01-01"
    )
    person.application.desk.go("rules")
    person.wait()
    return person


def rules(person: Person) -> tuple[str, ...]:
    return person.application.vault.vault.house_rules


def test_they_are_found_from_people_and_proposed_where_none_are_set(
    at_vault: AtVault,
) -> None:
    """Taken at one click, undone by Undo."""
    person = at_vault(a_vault(2), "people")
    person.press("House rules…")
    person.wait()
    assert person.sees("None are set yet.")
    person.press("Take these")
    assert rules(person) == PROPOSED
    assert person.sees("The rules since 1 Mar 2026")
    person.application.vault.undo()
    assert rules(person) == ()
    assert person.sees("None are set yet.")


def test_own_ones_are_typed_a_line_each(at_vault: AtVault) -> None:
    """Blank lines are left out; it is said that everybody is asked again."""
    person = at_rules(at_vault)
    person.press("Change the rules…")
    assert person.sees("is asked again")
    assert person.focused == "The rules, a line each"
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.paste("Tell at once.\n\nShare nothing.\n")
    person.press("Keep")
    assert rules(person) == ("Tell at once.", "Share nothing.")


def test_a_person_confirms_and_then_nobody_is_missing(at_vault: AtVault) -> None:
    """One by one or all at once; the day is kept."""
    person = at_rules(at_vault)
    assert person.sees("have yet to confirm them.")
    person.press("Person 0 confirmed today")
    assert person.sees("Confirmed on 1 Mar 2026")
    person.application.vault.undo()
    assert not person.sees("Confirmed on 1 Mar 2026")
    person.press("All of them confirmed today")
    assert person.sees("Everybody who works on your accounts confirmed them.")


def test_where_nothing_may_change_they_can_be_read_and_saved(
    at_vault: AtVault,
) -> None:
    """And nothing else."""
    person = at_rules(at_vault, "older")
    assert person.sees("Tell at once.")
    names = [one.accessibleName() for one in person.controls()]
    assert "Person 0 confirmed today" not in names
    assert not person.sees("Change the rules…")


def test_they_are_saved_as_text_into_a_new_file(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """One that is there is never written over."""
    person = at_rules(at_vault)
    for words in ("The rules are saved", "is there already"):
        person.press("Save a list to sign…")
        person.press("Save as text…")
        person.choose(tmp_path / "rules.md")
        assert person.sees(words)
    assert "Tell at once." in (tmp_path / "rules.md").read_text()


@pytest.mark.slow
def test_they_are_saved_as_pages_to_be_signed(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """PDF is offered first."""
    person = at_rules(at_vault)
    person.press("Save a list to sign…")
    person.press("Save as PDF…")
    person.choose(tmp_path / "rules.pdf")
    assert person.sees("The rules are saved")
    assert (tmp_path / "rules.pdf").read_bytes().startswith(b"%PDF")
