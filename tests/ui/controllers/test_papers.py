"""Papers in the window: kept, described, saved out after a warning, never opened."""

from pathlib import Path

import pytest

from tests.builders import A_PAPER, a_vault, with_paper
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.model.attachment import Attachment

FIRST = min(a_vault(1).accounts)


def kept(person: Person) -> list[Attachment]:
    return [*person.application.vault.vault.attachments.values()]


def a_file(folder: Path, name: str = "id.pdf", data: bytes = b"%PDF a") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_without_papers_it_says_which_ones_to_keep(at_vault: AtVault) -> None:
    """And the keyboard is at the button that keeps one."""
    person = at_vault(a_vault(1), "papers")
    assert person.sees("your trade registration")
    assert person.focused == "Keep a file…"


def test_a_file_is_kept_for_the_business_and_undone(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """It stays where it was, and a second of the same bytes is told."""
    person = at_vault(a_vault(1), "papers")
    path = a_file(tmp_path)
    person.press("Keep a file…")
    person.choose(path)
    assert person.sees("1 file is kept")
    assert person.sees("id.pdf")
    assert path.exists()
    [one] = kept(person)
    assert person.application.vault.vault.blobs[one.content] == b"%PDF a"
    person.press("Keep a file…")
    person.choose(a_file(tmp_path, "again.pdf"))
    assert person.sees("Kept before, to the byte: again.pdf.")
    person.application.vault.undo()
    person.application.vault.undo()
    assert kept(person) == []
    assert person.sees("your trade registration")


def test_several_files_are_kept_at_once_or_none(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """One that cannot be read leaves the others out, and says so."""
    person = at_vault(a_vault(1), "papers")
    person.press("Keep a file…")
    person.choose(a_file(tmp_path), tmp_path / "gone.pdf")
    assert person.sees("gone.pdf")
    assert kept(person) == []
    person.press("Keep a file…")
    person.choose(a_file(tmp_path), a_file(tmp_path, "b.pdf", b"b"))
    assert person.sees("2 files are kept")
    person.application.vault.undo()
    assert kept(person) == []


def test_a_file_is_kept_on_an_account_and_found_among_all(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """Under the account's name, with a way to it."""
    person = at_vault(a_vault(1), "accounts")
    person.press("Keep a file…")
    person.choose(a_file(tmp_path))
    assert [one.account for one in kept(person)] == [FIRST]
    assert person.sees("id.pdf")
    person.application.desk.go("papers")
    person.wait()
    person.press("Open Shop 0")
    assert person.sees("Remove this account")


def test_what_a_file_is_can_be_said(at_vault: AtVault) -> None:
    """A wrong day is refused at its field; a name leads into no folder."""
    person = at_vault(with_paper(a_vault(1)), "papers")
    person.press("Say what registration.pdf is")
    person.fill("Valid until", "soon")
    person.press("Keep")
    assert person.sees("day")
    person.fill("Valid until", "2026-03-05")
    person.fill("Name", "../permit.pdf")
    person.press("Keep")
    [one] = kept(person)
    assert (one.name, one.expires) == ("permit.pdf", "2026-03-05")
    assert person.sees("It runs out on 5 Mar 2026.")


def test_a_file_is_saved_outside_after_a_warning(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """As it was taken in; a file that is there is never written over."""
    person = at_vault(with_paper(a_vault(1)), "papers")
    path = tmp_path / "out.pdf"
    for words in ("The file is saved", "is there already"):
        person.press("Save registration.pdf as a file")
        assert person.sees("lie there in clear")
        person.press("Save the file…")
        person.choose(path)
        assert person.sees(words)
    assert path.read_bytes() == A_PAPER


def test_a_file_is_removed_and_brought_back(at_vault: AtVault) -> None:
    """By Undo, with its bytes."""
    person = at_vault(with_paper(a_vault(1), account=FIRST), "papers")
    person.press("Remove registration.pdf")
    assert person.sees("registration.pdf is removed")
    assert kept(person) == []
    person.press("Undo")
    [one] = kept(person)
    assert person.application.vault.vault.blobs[one.content] == A_PAPER


def test_where_nothing_may_change_a_file_can_only_be_saved(at_vault: AtVault) -> None:
    """No button that would change, and nothing is taken that is dropped."""
    person = at_vault(with_paper(a_vault(1)), "papers", "older")
    names = [one.accessibleName() for one in person.controls()]
    assert "Save registration.pdf as a file" in names
    assert "Remove registration.pdf" not in names
    assert not person.sees("Keep a file…")


@pytest.mark.slow
def test_evidence_is_kept_on_the_page_of_an_incident(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """With its fingerprint, and found among all papers."""
    person = at_vault(a_vault(1), "incident")
    person.click("Somebody else is in")
    person.click("Shop 0")
    person.press("Keep a file as evidence…")
    person.choose(a_file(tmp_path, "mail.eml", b"From: thief"))
    assert person.sees("SHA-256")
    [one] = kept(person)
    assert one.incident in person.application.vault.vault.incidents
    assert not one.account
    person.press("Remove mail.eml")
    assert kept(person) == []
