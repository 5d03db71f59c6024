"""An incident in the window: begun, gone through, undone, ended, gone on with."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.builders import a_vault, an_incident, with_paper, with_records
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.views.incident import IncidentPage
from vault.app.incident import open_incidents
from vault.model.incident import Incident


def the_one(person: Person) -> Incident:
    """Return the only incident there is."""
    [one] = person.application.vault.vault.incidents.values()
    return one


def test_a_lost_phone_begins_with_all_accounts(at_vault: AtVault) -> None:
    """And is left by undo as if it had never begun."""
    person = at_vault(a_vault(3), "trouble")
    person.click("Phone lost or stolen")
    assert len(the_one(person).accounts) == 3
    assert person.sees("112")
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not person.application.vault.vault.incidents
    assert person.sees("What happened?")


def test_done_leads_to_the_next_account(at_vault: AtVault) -> None:
    """And the list says which are done."""
    person = at_vault(a_vault(2), "incident")
    person.click("Phone lost or stolen")
    [first, second] = [
        one.name for one in person.application.vault.vault.accounts.values()
    ]
    person.click("Done")
    assert person.find(f"1. {first}, done")
    person.click("Done")
    assert person.find(f"2. {second}, done")


def test_a_used_code_gives_way_to_the_next(at_vault: AtVault) -> None:
    """The used one is shown no more; undo shows it again."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    [kept] = person.application.vault.vault.code_sets.values()
    assert person.sees(kept.codes[0].value)
    person.click("Used it")
    assert not person.sees(kept.codes[0].value)
    assert person.sees(kept.codes[1].value)
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.sees(kept.codes[0].value)


def test_a_step_is_ticked_and_a_line_written_down(at_vault: AtVault) -> None:
    """With Enter in the field, too."""
    person = at_vault(a_vault(1), "incident")
    person.click("I'm locked out")
    person.click("Shop 0")
    person.click("1. Open the form")
    assert len(the_one(person).done) == 1
    person.fill("Add a line to the log", "Rang the desk")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Rang the desk")
    assert the_one(person).log[-1].endswith("Rang the desk")


def test_a_neighbour_is_taken_in(at_vault: AtVault) -> None:
    """The accounts of the builders share a mailbox."""
    person = at_vault(a_vault(2), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.click("Add Shop 1 to the list")
    assert len(the_one(person).accounts) == 2
    assert not person.sees("Also in danger")


@pytest.mark.slow
def test_it_ends_with_what_to_renew_and_a_lesson(at_vault: AtVault) -> None:
    """What is typed survives a tick, and is kept; it can go on again."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.click("It is over")
    assert person.sees("Renew this now")
    assert open_incidents(person.application.vault.vault) == ()
    person.fill("How did it happen?", "A bought link")
    person.click("Shop 0: give it a new password, used nowhere else.")
    person.click("Keep the lesson")
    assert the_one(person).lesson == "A bought link"
    person.click("It goes on")
    assert not the_one(person).ended


def test_it_is_gone_on_with(at_vault: AtVault) -> None:
    """From the page that asks what happened."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.application.desk.go("incident")
    person.wait()
    person.click(f"Go on with: {the_one(person).title}")
    assert person.sees("What to do")


def test_an_empty_vault_still_has_the_first_steps(at_vault: AtVault) -> None:
    """General ones, and it says so."""
    person = at_vault(a_vault(0), "incident")
    person.click("A ransom is demanded")
    assert person.sees("General advice, not of this platform.")


def test_a_vault_for_reading_only_shows_all_and_keeps_nothing(
    at_vault: AtVault,
) -> None:
    """Steps and codes are read; nothing can be ticked."""
    person = at_vault(a_vault(1), "incident", read_only="a-backup")
    person.click("Somebody else is in")
    person.click("Shop 0")
    assert person.sees("What to do")
    assert not person.application.vault.vault.incidents


def test_a_message_is_copied(at_vault: AtVault) -> None:
    """To the bank, with the account's name."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.click("Copy: To the bank")
    assert "Shop 0" in person.application.app.clipboard().text()
    person.click("Copy a report")
    assert person.application.app.clipboard().text().startswith("# Shop 0")


def test_evidence_is_listed_by_its_name_and_hash(at_vault: AtVault) -> None:
    """What is in the file is not shown."""
    kept = with_paper(a_vault(1))
    one = an_incident(*kept.accounts)
    [paper] = kept.attachments.values()
    shown = replace(paper, incident=one.id)
    vault = with_records(kept, {"incidents": [one], "attachments": [shown]})
    person = at_vault(vault)
    person.application.desk.go("incident", one.id)
    person.wait()
    assert person.sees(paper.name)
    assert person.sees(f"SHA-256 {paper.content}")


def test_home_leads_back_to_it_and_then_to_what_is_left(at_vault: AtVault) -> None:
    """First of all that is missing; a finished one by what to renew."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.application.desk.go("home")
    person.wait()
    assert person.sees("Go on with: Shop 0: Somebody else is in")
    person.click("Go on")
    person.click("It is over")
    person.application.desk.go("home")
    person.wait()
    assert person.sees("3 things to renew")
    person.click("Renew")
    assert person.sees("Renew this now")


def test_a_report_is_copied_and_saved_after_a_word(
    at_vault: AtVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As pages to hand in; whoever has the file can read it."""
    out = tmp_path / "report.pdf"
    monkeypatch.setattr(
        "ui.controllers.incident_files.choose_place", lambda _w, _t, _p, then: then(out)
    )
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.click("Copy a report")
    person.click("Save a report…")
    assert person.sees("whoever has the file can read it")
    person.click("Save as PDF…")
    person.wait()
    assert out.read_bytes().startswith(b"%PDF")
    assert person.sees("The report is saved")


def test_what_is_touched_is_said_again(at_vault: AtVault) -> None:
    """The list is shown with what was chosen; left, all stays."""
    person = at_vault(a_vault(2), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    before = the_one(person)
    person.click("Change the list…")
    assert person.sees("Shop 1")
    person.key(Qt.Key.Key_Escape)
    assert the_one(person) == before


def test_whoever_uses_codes_is_kept_in_mind_and_a_link_is_asked_about(
    at_vault: AtVault,
) -> None:
    """The page is drawn anew with that name; nothing opens unasked."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    page = person.application.window.page
    assert isinstance(page, IncidentPage)
    page.user_picked.emit("Mina")
    page.link_asked.emit("https://example.org/help")
    person.wait()
    assert person.sees("https://example.org/help")


def test_what_runs_out_is_told_with_its_last_day(at_vault: AtVault) -> None:
    """With what may be asked for, and how old and sure that is."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    assert person.sees("until 31 Mar 2026")
    assert person.sees("What they may ask for")
    assert person.sees("confidence")
