"""Codes are pasted, typed or dropped, shown as they were understood, then kept."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.builders import a_code_set, an_account, an_empty_vault, with_records
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.codes import CodesFlow
from ui.widgets.page import Page
from ui.widgets.reveal import HIDDEN
from vault.model.change import Remove
from vault.model.code import CodeSet
from vault.model.record import Record

ACCOUNT = replace(an_account(0), name="Instagram")
BLOCK = "Your backup codes\n1. 1111 2222\n2. 3333 4444\n3. 5555 6666\n"


def sit(at_vault: AtVault, *sets: CodeSet) -> Person:
    """Open a vault of one account at a page that holds its codes."""
    records: dict[str, list[Record]] = {"accounts": [ACCOUNT], "code_sets": list(sets)}
    person = at_vault(with_records(an_empty_vault(), records))
    desk = person.application.desk
    person.flow = CodesFlow(desk)  # type: ignore[attr-defined]  # held, as by a flow
    page = Page("Instagram")
    page.add(person.flow.section(ACCOUNT.id))  # type: ignore[attr-defined]
    desk.stage.show_page(page, "accounts")
    person.wait()
    return person


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Sit before an account without codes."""
    return sit(at_vault)


def sets(person: Person) -> list[CodeSet]:
    return list(person.application.vault.vault.code_sets.values())


def may_keep(person: Person) -> bool:
    """Tell whether the sheet's button can be pressed."""
    keep = person.window.primary  # type: ignore[attr-defined]  # of a sheet
    return bool(keep.isEnabled())


def test_a_pasted_block_is_shown_as_understood_and_kept_when_asked(
    person: Person,
) -> None:
    """Two clicks; nothing is kept before the second."""
    person.click("Add codes…")
    assert person.focused == "Codes"
    person.paste(BLOCK)
    assert person.sees("3 codes found")
    assert person.sees("3 new")
    assert person.sees("1 line is no code and is left out")
    assert person.sees("The platform issues 5 at a time; 3 are here.")
    assert sets(person) == []
    person.click("Keep 3 codes")
    (kept,) = sets(person)
    assert [code.value for code in kept.codes] == [
        "1111 2222",
        "3333 4444",
        "5555 6666",
    ]
    assert (kept.kind, kept.issued) == ("backup-codes", "2026-03-01")
    assert person.clicks == 2
    assert person.sees("3 codes are kept")
    assert person.sees("3 of 3 left")


def test_the_keyboard_alone_adds_codes_and_takes_them_back(person: Person) -> None:
    """Undo names the act."""
    person.press("Add codes…")
    person.paste(BLOCK)
    person.press("Keep 3 codes")
    assert person.application.vault.session.undo_name == "Add 3 codes to Instagram"
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sets(person) == []
    assert person.sees("No codes yet")


def test_the_preview_is_hidden_until_asked_for(person: Person) -> None:
    """The lines that are left out may hold secrets as well."""
    person.click("Add codes…")
    person.paste(BLOCK)
    preview = person.seen().replace(BLOCK.strip(), "")
    assert preview.count(HIDDEN) == 3
    assert "1111 2222" not in preview
    person.click("Show code 2")
    preview = person.seen().replace(BLOCK.strip(), "")
    assert "3333 4444" in preview
    assert "1111 2222" not in preview
    assert "Your backup codes" in preview


def test_each_code_says_whether_it_is_new_there_or_odd(at_vault: AtVault) -> None:
    """And doubles are taken once."""
    person = sit(at_vault, a_code_set(ACCOUNT.id, codes=2))
    (one,) = sets(person)
    person.click("Add codes…")
    known = one.codes[0].value
    person.paste(f"{known}\n{one.codes[1].value}\n1111 2222\n11112222\n1234 567\n")
    assert person.sees("4 codes found")
    assert person.sees("There already, not taken again")
    odd = "New. Odd: others here are 8 digits in two groups of 4. It is taken as it is."
    assert person.sees(odd)
    assert person.sees("1 code stood there twice and is taken once.")
    person.click("Keep 2 codes")
    (after,) = sets(person)
    assert len(after.codes) == 4


def test_a_new_set_retires_the_old_one_and_says_so_before(at_vault: AtVault) -> None:
    """Codes become void only with the owner's eyes on it."""
    person = sit(at_vault, a_code_set(ACCOUNT.id, codes=4))
    person.click("Add codes…")
    person.paste(BLOCK)
    assert person.sees("4 unused codes of the earlier set become void.")
    person.click("Keep 3 codes")
    assert sorted(bool(one.retired) for one in sets(person)) == [False, True]
    assert person.sees("Show 1 retired set")


def test_codes_can_be_added_to_the_set_they_belong_to(at_vault: AtVault) -> None:
    """Nothing becomes void then."""
    person = sit(at_vault, a_code_set(ACCOUNT.id, codes=4))
    person.click("Add codes…")
    person.paste(BLOCK)
    person.tab_to("Where they belong")
    person.key(Qt.Key.Key_Down)
    person.find("Where they belong").activated.emit(1)  # type: ignore[attr-defined]
    person.wait()
    assert not person.sees("of the earlier set")
    person.click("Keep 3 codes")
    (one,) = sets(person)
    assert len(one.codes) == 7


def test_another_sort_has_its_own_shape(person: Person) -> None:
    """A PIN is kept as it is typed."""
    person.click("Add codes…")
    assert person.sees("They look like this: 8 digits in two groups of 4, as 1234")
    person.tab_to("Sort of codes")
    for _ in range(2):
        person.key(Qt.Key.Key_Down)
    person.fill("Codes", "4711")
    assert not person.sees("They look like this")
    person.click("Keep 1 code")
    (one,) = sets(person)
    assert (one.kind, one.codes[0].value) == ("pin", "4711")


def test_nothing_can_be_kept_where_there_is_no_code(person: Person) -> None:
    """The button waits for one."""
    person.click("Add codes…")
    assert not may_keep(person)
    person.paste("No codes here, sorry.")
    assert not may_keep(person)


def test_the_day_of_issue_is_checked_and_may_be_empty(person: Person) -> None:
    """Nobody has to invent one."""
    person.click("Add codes…")
    person.paste(BLOCK)
    person.fill("Day the platform issued them", "yesterday")
    person.click("Keep 3 codes")
    assert person.sees("This is no day. Write it as 2026-03-01")
    assert sets(person) == []
    person.fill("Day the platform issued them", " ")
    person.click("Keep 3 codes")
    assert sets(person)[0].issued == ""


def test_a_file_is_read_and_shown_like_a_pasted_block(
    person: Person, tmp_path: Path
) -> None:
    """By the button; the chooser closes by itself."""
    path = tmp_path / "codes.txt"
    path.write_text(BLOCK, encoding="utf-8")
    person.click("Add codes…")
    person.click("Choose a text file…")
    (chooser,) = person.application.window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    person.wait()
    person.click("Keep 3 codes")
    assert len(sets(person)[0].codes) == 3


def test_a_dropped_picture_says_that_pictures_are_not_read(
    person: Person, tmp_path: Path
) -> None:
    """And what to do instead."""
    path = tmp_path / "codes.png"
    path.write_bytes(b"\x89PNG")
    person.flow.add(ACCOUNT.id, str(path))  # type: ignore[attr-defined]
    person.wait()
    assert person.sees("codes in pictures are not read yet; type them, or paste them")
    assert sets(person) == []
    person.paste(BLOCK)
    assert not person.sees("not read yet")


def test_too_many_codes_are_told_below_the_field(person: Person) -> None:
    """Somebody pasted something else."""
    person.click("Add codes…")
    person.paste("\n".join(f"{n:08}" for n in range(300)))
    assert person.sees("300 codes were seen; one set takes at most 200")
    assert not may_keep(person)


def test_giving_up_keeps_nothing(person: Person) -> None:
    """Esc is enough."""
    person.click("Add codes…")
    person.paste(BLOCK)
    person.key(Qt.Key.Key_Escape)
    assert sets(person) == []
    assert person.application.vault.session.undo_name == ""


def test_codes_of_an_account_that_is_gone_are_told(person: Person) -> None:
    """It was removed while somebody typed."""
    person.click("Add codes…")
    person.paste(BLOCK)
    vault = person.application.vault
    vault.apply(Remove("account", vault.vault.accounts[ACCOUNT.id]), "Remove")
    person.click("Keep 3 codes")
    assert sets(person) == []
    assert person.sees("The record would be wrong")
