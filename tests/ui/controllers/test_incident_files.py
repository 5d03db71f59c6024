"""The report of an incident, saved from its page."""

from pathlib import Path

import pytest

from tests.builders import a_vault
from tests.person import Person
from tests.ui.conftest import AtVault


def at_an_incident(at_vault: AtVault) -> Person:
    """Return a person at an incident that has just begun."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    return person


@pytest.mark.slow
def test_a_report_is_saved_as_pages(at_vault: AtVault, tmp_path: Path) -> None:
    """PDF is offered first."""
    person = at_an_incident(at_vault)
    path = tmp_path / "report.pdf"
    person.press("Save a report…")
    seen = person.seen()
    assert seen.index("Save as PDF…") < seen.index("Save as text…")
    person.press("Save as PDF…")
    person.choose(path)
    assert person.sees("The report is saved")
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_report_is_saved_as_text_after_a_warning(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """Into a new file; one that is there is never written over."""
    person = at_an_incident(at_vault)
    path = tmp_path / "report.md"
    for words in ("The report is saved", "is there already"):
        person.press("Save a report…")
        assert person.sees("whoever has the file can read it")
        person.press("Save as text…")
        person.choose(path)
        assert person.sees(words)
    assert path.read_text().startswith("# Shop 0: Somebody else is in")
