"""Restoring from a printed kit, as a person does it on a bare machine."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import an_account
from tests.desk import WORDS, make_shop, opened, quick_paper, write_sheets
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import Restarts, Start
from ui.widgets.drop_area import DropArea
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import Order
from vault.kit.frames import frames_of
from vault.model.change import Add


@dataclass
class Safe:
    """What lies in the safe: a kit's sheets, and what was made with it."""

    made: Made
    sheets: list[Path]


Printing = Callable[..., Safe]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Read no pictures, and keep new files in a folder of the test."""
    quick_paper(monkeypatch)
    documents = tmp_path / "documents"
    documents.mkdir()
    place = "ui.controllers.restore_keeping.QStandardPaths.writableLocation"
    monkeypatch.setattr(place, lambda _: str(documents))


@pytest.fixture
def printed(tmp_path: Path) -> Printing:
    """Return what prints a kit of the shop."""
    make_shop(ports_on_disk(), tmp_path)

    def printing(ways: str = "either", name: str = "sheet", **more: object) -> Safe:
        ports = ports_on_disk(seed=len(name))
        with opened(ports, tmp_path / "shop.sparekey", write=True) as session:
            words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
            made = make_kit(session, Order(ways, "a4", words, **more))
        frames = frames_of(made.envelope, made.plan)
        names = write_sheets(tmp_path, frames, name)
        return Safe(made, [tmp_path / one for one in names])

    return printing


def restoring(start: Start, *paths: Path) -> Person:
    """Go to restoring and hand over the files."""
    person = start()
    person.click("Restore from a printed kit")
    if paths:
        person.click("Choose files")
        person.choose(*paths)
    return person


def open_it(person: Person, words: str = WORDS) -> None:
    person.type(words)
    person.key(Qt.Key.Key_Return)


def test_from_the_safe_to_a_look_in_five_clicks(
    start: Start, printed: Printing
) -> None:
    """Restore, choose the files, the passphrase and Enter, look first."""
    safe = printed()
    person = restoring(start, *safe.sheets)
    assert person.focused == "Passphrase"
    person.type(WORDS)
    person.click("Open")
    assert person.sees("Signed by")
    person.click("Look first")
    assert person.clicks <= 5
    assert person.application.window.place == "home"
    vault = person.application.vault
    assert len(vault.vault.accounts) == 3
    assert not vault.may_write
    assert person.sees("You are looking into a printed kit")


def test_sheets_add_up_in_any_order(start: Start, printed: Printing) -> None:
    """Each is told, the missing ones by their number."""
    safe = printed("card", letter="x")
    person = restoring(start, safe.sheets[1])
    assert person.sees("enough is read; any 1 of 2 sheets would do.")
    assert person.sees("Not needed")
    person.click("Choose files")
    person.choose(safe.sheets[0])
    assert not person.sees("Not needed")


def test_what_is_missing_is_named(
    start: Start, printed: Printing, tmp_path: Path
) -> None:
    """Codes that were read count, sheets that were not are named."""
    safe = printed()
    half = frames_of(safe.made.envelope, safe.made.plan)[:5]
    (name,) = write_sheets(tmp_path, half, "half")
    person = restoring(start, tmp_path / name)
    assert person.sees("5 of 24 codes")
    assert person.sees("Still to come: sheet 2.")
    assert not person.sees("Passphrase")


def drop(person: Person, *paths: Path) -> None:
    """Let go of files above the area for them."""
    (area,) = person.application.window.findChildren(DropArea)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    send(area, data)
    person.wait()


def send(area: QWidget, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(area, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(area, QDropEvent(QPointF(9, 9), copy, data, left, none))


@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent")
def test_files_can_be_dropped(start: Start, printed: Printing) -> None:
    """As from a camera's folder."""
    safe = printed()
    person = restoring(start)
    drop(person, *safe.sheets)
    assert person.focused == "Passphrase"


def test_pictures_of_a_kit_that_are_opened_begin_to_be_read(
    start: Start, printed: Printing
) -> None:
    """Whatever sent them here."""
    safe = printed()
    person = start()
    person.application.desk.go("restore", safe.sheets)
    person.wait()
    assert person.focused == "Passphrase"


@pytest.mark.long
def test_of_two_kits_one_is_chosen(start: Start, printed: Printing) -> None:
    """Each by its id, as it stands on the sheets."""
    one, two = printed(), printed("card", "other")
    person = restoring(start, *one.sheets, *two.sheets)
    assert person.sees("Which kit is to be opened?")
    assert person.sees("Passphrase")
    digits = two.made.entry.kit.upper()
    name = " ".join(digits[at : at + 4] for at in range(0, 16, 4))
    person.click(f"Kit {name}")
    assert not person.sees("Use the key card instead")
    person.fill("Code on the key card", two.made.code_text)
    person.key(Qt.Key.Key_Return)
    assert person.sees("It opens")


def test_both_are_asked_for_where_both_are_needed(
    start: Start, printed: Printing
) -> None:
    """The passphrase first; Enter leads to the code."""
    safe = printed("both")
    person = restoring(start, *safe.sheets)
    open_it(person)
    assert person.focused == "Code on the key card"
    open_it(person, safe.made.code_text)
    assert person.sees("It opens")


@pytest.mark.long
def test_it_becomes_a_vault_with_the_same_passphrase(
    start: Start, printed: Printing, tmp_path: Path
) -> None:
    """A new file, named after the business; what was there stays."""
    safe = printed()
    taken = tmp_path / "documents" / "Tea Shop.sparekey"
    taken.write_bytes(b"mine")
    person = restoring(start, *safe.sheets)
    open_it(person)
    person.click("Make this my vault")
    assert person.sees("Tea Shop 2.sparekey")
    person.click("Make the vault")
    assert person.sees("This is your vault now")
    assert person.application.vault.may_write
    person.application.vault.close()
    with opened(ports_on_disk(), tmp_path / "documents/Tea Shop 2.sparekey") as again:
        assert len(again.vault.accounts) == 3
        assert again.vault.passphrase_generated
    assert taken.read_bytes() == b"mine"


@pytest.mark.long
def test_an_older_copy_is_merged_into_what_was_restored(
    start: Start, printed: Printing, tmp_path: Path
) -> None:
    """What only the copy has comes along; nothing of the kit is taken away."""
    safe = printed()
    with opened(ports_on_disk(), tmp_path / "shop.sparekey", write=True) as session:
        session.apply([Add("account", an_account(77))], "Add")
        session.save()
    person = restoring(start, *safe.sheets)
    open_it(person)
    person.click("Make this my vault")
    person.click("Make the vault")
    person.click("Merge an older copy into it…")
    assert person.application.window.place == "merge"
    person.application.desk.go("merge", tmp_path / "shop.sparekey")
    person.wait()
    assert person.sees(an_account(77).name)


@pytest.mark.long
def test_a_kit_that_was_looked_at_can_be_kept(start: Start, printed: Printing) -> None:
    """The offer stands above every page."""
    safe = printed()
    person = restoring(start, *safe.sheets)
    open_it(person)
    person.click("Look first")
    person.application.desk.go("kits")
    person.wait()
    person.click("Make this my vault")
    person.click("Make the vault")
    assert person.application.vault.may_write
    assert not person.sees("You are looking into a printed kit")
    person.application.vault.apply(Add("account", an_account(77)), "Add")


@pytest.mark.long
def test_whoever_opened_it_by_the_card_chooses_new_words(
    start: Start, printed: Printing, tmp_path: Path
) -> None:
    """They are drawn, shown, and typed from the paper."""
    safe = printed("card")
    person = restoring(start, *safe.sheets)
    open_it(person, safe.made.code_text)
    person.click("Make this my vault")
    drawn = drawn_words(person)
    person.fill("The six words again", drawn + "x")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Word 6 is another than above.")
    open_it(person, drawn)
    assert person.sees("This is your vault now")
    person.application.vault.close()
    path = tmp_path / "documents/Tea Shop.sparekey"
    opened(ports_on_disk(), path, drawn).close()


def drawn_words(person: Person) -> str:
    words = person.find("The words of your passphrase, in this order")
    return words.accessibleDescription().replace(",", "")


@pytest.mark.long
def test_a_passphrase_of_ones_own_is_rated_and_typed_twice(
    start: Start, printed: Printing, tmp_path: Path
) -> None:
    """One that is plainly easy is not taken."""
    safe = printed()
    person = restoring(start, *safe.sheets)
    open_it(person)
    person.click("Make this my vault")
    person.click("A passphrase of my own")
    person.fill("A passphrase of your own", "aaaa")
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "restore-keep"
    own = "rusty copper kettles sing on Tuesdays"
    person.fill("A passphrase of your own", own)
    person.fill("The passphrase again", own)
    person.key(Qt.Key.Key_Return)
    assert person.sees("This is your vault now")
    assert not person.application.vault.vault.passphrase_generated


def test_a_look_that_is_locked_leads_to_the_first_page(
    start: Start, printed: Printing, restarts: Restarts
) -> None:
    """There is no file to unlock."""
    person = restoring(start, *printed().sheets)
    open_it(person)
    person.click("Look first")
    person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert restarts.asked == [None]


@pytest.mark.long
def test_it_can_be_left_at_every_step(start: Start, printed: Printing) -> None:
    """And nothing is open then."""
    person = restoring(start, *printed().sheets)
    open_it(person)
    person.click("Make this my vault")
    person.key(Qt.Key.Key_Escape)
    assert person.sees("It opens")
    person.click("Leave it")
    assert person.application.window.place == "welcome"
    assert not person.application.vault.is_open


def test_an_empty_passphrase_is_asked_for(start: Start, printed: Printing) -> None:
    """Before anything is tried."""
    person = restoring(start, *printed().sheets)
    person.click("Open")
    assert person.sees("The passphrase is empty.")
