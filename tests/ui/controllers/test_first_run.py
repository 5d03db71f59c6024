"""The first ten minutes: a new vault, as a person goes it, by clicks and by keys."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk import opened
from tests.fakes import FailingFiles, names_in, ports_on_disk
from tests.person import Person
from tests.ui.conftest import Restarts, Start
from ui.views.new_account import NewAccount
from vault.app import first_run as rules
from vault.model.vault import Vault

INSTAGRAM = "1234 5678\n2345 6789\n3456 7890\n4567 8901\n5678 9012"
WORDS_PAGE = "The words of your passphrase, in this order"


def drawn(person: Person) -> str:
    """Return the words that are shown, as somebody would copy them off the screen."""
    shown = person.find(WORDS_PAGE).accessibleDescription()
    return " ".join(shown.split(", "))


def vault_of(person: Person) -> Vault:
    return person.application.vault.vault


def to_words(person: Person, name: str = "Kiln & Clay") -> str:
    """Go from the welcome page to the words, and return them."""
    person.click("Create a vault")
    person.type(name)
    person.click("Next")
    return drawn(person)


def to_tiles(person: Person) -> str:
    """Go on until the vault is made; return its passphrase."""
    words = to_words(person)
    person.click("Next")
    person.type(words)
    person.click("Create the vault")
    return words


def fill_in_three(person: Person) -> None:
    """Go from the tiles to the last page, by seven clicks."""
    for tile in ("Instagram", "Etsy", "Something else"):
        person.click(tile)
    person.look("tiles")
    person.click("Next")
    person.type("kilnandclay")
    person.click("Next")
    person.fill("Login: what you type to sign in", "@kiln")
    person.tab_to("Recovery codes")
    person.paste(INSTAGRAM)
    person.look("codes")
    person.click("Next")
    person.type("Bank")
    person.click("Next")


@pytest.mark.long
def test_a_vault_is_made_and_filled_in_twelve_clicks(
    start: Start, tmp_path: Path
) -> None:
    """WINDOW, journey 1, steps 1 to 9: 22 clicks with the kit, which takes ten."""
    person = start()
    words = to_tiles(person)
    fill_in_three(person)
    person.type("Ana")
    person.fill("Telephone number", "+49 30 1234567")
    person.click("Done")
    person.look("home")
    assert person.clicks == 12
    assert person.application.window.place == "home"
    person.application.vault.save_now(lambda _: None)
    person.wait()
    copy = tmp_path / "copy.sparekey"
    copy.write_bytes((tmp_path / "Kiln & Clay.sparekey").read_bytes())
    with opened(ports_on_disk(), copy, words) as session:
        assert session.vault.name == "Kiln & Clay"
        assert session.vault.passphrase_generated
        assert len(session.vault.accounts) == 3


def test_what_was_filled_in_is_in_the_vault(start: Start) -> None:
    """Accounts, codes, steps that came along, and someone to ring."""
    person = start()
    to_tiles(person)
    fill_in_three(person)
    person.type("Ana")
    person.fill("Telephone number", "+49 30 1234567")
    person.click("Done")
    vault = vault_of(person)
    names = {one.name: one.login for one in vault.accounts.values()}
    assert names == {"Etsy": "kilnandclay", "Instagram": "@kiln", "Bank": ""}
    (codes,) = vault.code_sets.values()
    assert len(codes.codes) == 5
    (ana,) = vault.people.values()
    assert (ana.name, ana.phone, ana.trusted) == ("Ana", "+49 30 1234567", True)
    assert any("hacked" in one.situation for one in vault.procedures.values())


def test_the_keyboard_alone_is_enough(start: Start) -> None:
    """Enter is the next step everywhere."""
    person = start()
    person.key(Qt.Key.Key_Return)
    person.type("Kiln")
    person.key(Qt.Key.Key_Return)
    assert person.focused == WORDS_PAGE
    words = drawn(person)
    person.key(Qt.Key.Key_Return)
    person.type(words)
    person.key(Qt.Key.Key_Return)
    person.press("Etsy")
    person.key(Qt.Key.Key_Return)
    person.type("kiln")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Return)
    assert person.application.window.place == "home"
    assert person.clicks == 0
    (etsy,) = vault_of(person).accounts.values()
    assert (etsy.name, etsy.login) == ("Etsy", "kiln")


def test_each_step_says_which_it_is(start: Start) -> None:
    """In words, for those who see the line and those who do not."""
    person = start()
    person.click("Create a vault")
    assert person.sees("Step 1 of 6")
    page = person.application.window.page
    assert page.accessibleName() == "Step 1 of 6: What is your business called?"


def test_a_name_is_needed_and_any_will_do(start: Start) -> None:
    """It is said below the field, which keeps the keyboard."""
    person = start()
    person.click("Create a vault")
    person.click("Next")
    assert person.sees("Type a name; any will do")
    assert person.focused == "Name of the business"


def test_the_place_of_the_file_is_shown_and_never_taken(
    start: Start, tmp_path: Path
) -> None:
    """As soon as there is a name."""
    (tmp_path / "Kiln.sparekey").write_bytes(b"another vault")
    person = start()
    person.click("Create a vault")
    person.type("Kiln")
    assert person.sees("Kiln 2.sparekey")
    assert person.sees(f"In {tmp_path}.")


def test_another_place_can_be_chosen(start: Start, tmp_path: Path) -> None:
    """It stays, whatever the name becomes."""
    (tmp_path / "stick").mkdir()
    place = tmp_path / "stick" / "mine.sparekey"
    person = start()
    person.click("Create a vault")
    person.type("Kiln")
    person.click("Choose another place…")
    person.choose(place)
    assert person.sees("mine.sparekey")
    person.click("Next")
    words = drawn(person)
    person.click("Next")
    person.type(words)
    person.click("Create the vault")
    assert place.exists()
    assert person.application.vault.session.file.path == place


def test_words_are_on_no_clipboard_and_in_no_title(start: Start) -> None:
    """And no file holds them."""
    QApplication.clipboard().setText("a shopping list")
    person = start()
    words = to_tiles(person)
    assert QApplication.clipboard().text() == "a shopping list"
    assert words.split()[0] not in person.window.windowTitle()


def test_other_words_can_be_drawn(start: Start) -> None:
    """As often as one likes; they stay while one goes back and forth."""
    person = start()
    first = to_words(person)
    person.click("Draw other words")
    second = drawn(person)
    assert first != second
    person.click("Back")
    person.click("Next")
    assert drawn(person) == second


def test_words_typed_otherwise_are_told_with_the_place(start: Start) -> None:
    """Whoever wrote them down looks at that word; the text is selected."""
    person = start()
    words = to_words(person).split()
    person.click("Next")
    person.type(" ".join([*words[:2], "wrong", *words[3:]]))
    person.key(Qt.Key.Key_Return)
    assert person.sees("Word 3 is not the same as on the page before.")
    assert person.focused == "The six words again"
    assert not person.application.vault.is_open


def test_a_passphrase_of_ones_own_is_rated_in_words(start: Start) -> None:
    """The weakest is refused; what can't be seen is said."""
    person = start()
    to_words(person)
    person.click("Use one of my own instead")
    assert person.focused == "A passphrase of your own"
    assert person.sees("This counts length and variety alone")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Type one, or take drawn words.")
    person.type("teapot")
    person.key(Qt.Key.Key_Return)
    assert person.sees("Too short: 6 of at least 12 characters.")
    own = "eleven blue teapots sing to the moon"
    person.type(own)
    assert person.sees("Long enough, if it is no quotation or song.")
    person.key(Qt.Key.Key_Return)
    person.type(own)
    person.key(Qt.Key.Key_Return)
    assert not vault_of(person).passphrase_generated


def test_going_back_loses_nothing_that_was_typed(start: Start) -> None:
    """From the third step to the first and on again."""
    person = start()
    words = to_words(person)
    person.click("Use one of my own instead")
    person.type("eleven blue teapots sing")
    person.click("Next")
    person.type("eleven blue")
    person.key(Qt.Key.Key_Escape)
    person.key(Qt.Key.Key_Escape)
    assert person.find("Name of the business").text() == "Kiln & Clay"
    person.click("Next")
    assert person.find("A passphrase of your own").text() == "eleven blue teapots sing"
    person.click("Next")
    assert person.find("The passphrase again").text() == "eleven blue"
    person.click("Back")
    person.click("Take six drawn words instead")
    assert drawn(person) == words


def test_the_first_page_leads_back_to_the_welcome(start: Start) -> None:
    """Nothing was made."""
    person = start()
    person.click("Create a vault")
    person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == "welcome"


def test_from_the_tiles_the_name_can_still_be_changed(
    start: Start, tmp_path: Path
) -> None:
    """The file stays where it is."""
    person = start()
    to_tiles(person)
    person.click("Back")
    assert person.sees(f"It is in the folder {tmp_path}.")
    person.type("Kiln and Clay")
    assert vault_of(person).name == "Kiln and Clay"
    person.click("Next")
    assert person.sees("What would hurt most to lose?")
    assert names_in(tmp_path) >= {"Kiln & Clay.sparekey"}


def test_a_tick_taken_back_takes_the_account_out(start: Start) -> None:
    """With its steps; the others stay as they were filled in."""
    person = start()
    to_tiles(person)
    person.click("Etsy")
    person.click("Instagram")
    person.click("Next")
    person.type("kiln")
    person.click("Back")
    person.click("Instagram")
    person.click("Next")
    (etsy,) = vault_of(person).accounts.values()
    assert etsy.login == "kiln"
    assert {one.account for one in vault_of(person).procedures.values()} == {etsy.id}
    assert person.sees("Step 5 of 6, account 1 of 1")


def test_nothing_ticked_leads_on_to_the_person(start: Start) -> None:
    """And nobody named leads home."""
    person = start()
    to_tiles(person)
    person.click("Next")
    assert person.sees("Name someone you trust")
    person.click("Back")
    assert person.sees("What would hurt most to lose?")
    person.click("Next")
    person.click("Done")
    assert person.application.window.place == "home"
    assert not vault_of(person).people


def test_codes_are_looked_at_before_they_are_kept(start: Start) -> None:
    """Counted, and told where they do not look like this platform's."""
    person = start()
    to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    assert person.sees("5 at a time")
    assert person.sees("Found under Profile / Menu")
    person.tab_to("Recovery codes")
    person.paste("1234 5678\n1234 5678\n1234567\nhello you")
    seen(person, "2 codes seen")
    assert person.sees("1 stood there twice")
    assert person.sees("1 does not look like this platform's")
    assert person.sees("the platform gives 5 at a time")
    assert not vault_of(person).code_sets


def seen(person: Person, text: str) -> None:
    """Wait until the codes in the field are understood."""
    page = person.application.window.page
    assert isinstance(page, NewAccount)
    page._timer.timeout.emit()
    person.wait()
    assert text in person.seen()


def test_what_holds_no_code_is_not_passed_over(start: Start) -> None:
    """The field may be emptied to go on."""
    person = start()
    to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    person.fill("Recovery codes", "hello you")
    person.click("Next")
    assert person.sees("No code is seen here. Empty the field to go on.")
    assert person.focused == "Recovery codes"
    person.type(" ")
    person.click("Next")
    assert person.sees("Name someone you trust")


def test_codes_that_are_kept_can_be_added_to(start: Start) -> None:
    """Whoever goes back finds them counted; more join the same set."""
    person = start()
    to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    person.tab_to("Recovery codes")
    person.paste("1234 5678\n2345 6789")
    person.click("Next")
    person.click("Back")
    assert person.sees("2 codes are kept.")
    person.tab_to("Recovery codes")
    person.paste("3456 7890")
    person.click("Next")
    (codes,) = vault_of(person).code_sets.values()
    assert [one.state for one in codes.codes] == ["unused"] * 3


def test_a_file_of_codes_can_be_dropped(start: Start, tmp_path: Path) -> None:
    """It is read, not kept, until Next."""
    file = tmp_path / "codes.txt"
    file.write_text(INSTAGRAM, encoding="utf-8")
    person = start()
    to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    page = person.application.window.page
    page.file_dropped.emit(str(file))
    person.wait()
    seen(person, "5 codes seen")
    page.file_dropped.emit(str(tmp_path / "photo.png"))
    person.wait()
    assert person.sees("This can't be taken")


def test_whoever_leaves_in_the_middle_loses_nothing(start: Start) -> None:
    """By the menu, with codes not looked at yet and a field not left."""
    person = start()
    to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    person.tab_to("Recovery codes")
    person.paste(INSTAGRAM)
    person.fill("Login: what you type to sign in", "kiln")
    person.application.keeper.do("home")
    person.wait()
    (account,) = vault_of(person).accounts.values()
    assert account.login == "kiln"
    (codes,) = vault_of(person).code_sets.values()
    assert len(codes.codes) == 5


def test_whoever_locks_in_the_middle_loses_nothing(
    start: Start, tmp_path: Path, restarts: Restarts
) -> None:
    """What is typed is kept before it is saved."""
    person = start()
    words = to_tiles(person)
    person.click("Instagram")
    person.click("Next")
    person.tab_to("Recovery codes")
    person.paste(INSTAGRAM)
    person.application.keeper.lock()
    person.wait()
    path = tmp_path / "Kiln & Clay.sparekey"
    assert restarts.asked == [path]
    with opened(ports_on_disk(), path, words) as session:
        (codes,) = session.vault.code_sets.values()
        assert len(codes.codes) == 5


def test_whoever_locks_while_naming_someone_loses_nothing(
    start: Start, tmp_path: Path
) -> None:
    """The same for the last page."""
    person = start()
    words = to_tiles(person)
    person.click("Next")
    person.type("Ana")
    person.application.keeper.lock()
    person.wait()
    with opened(ports_on_disk(), tmp_path / "Kiln & Clay.sparekey", words) as session:
        assert [one.name for one in session.vault.people.values()] == ["Ana"]


def test_somebody_to_ring_has_a_name_and_a_number(start: Start) -> None:
    """Half of it is told where the other half is missing."""
    person = start()
    to_tiles(person)
    person.click("Next")
    person.fill("Telephone number", "112")
    person.click("Done")
    assert person.sees("Whose number is it?")
    person.type("Ana")
    person.fill("Telephone number", "")
    QTest.keyClick(person.find("Telephone number"), Qt.Key.Key_Delete)
    person.click("Done")
    assert person.sees("A number is needed to ring them.")
    assert person.focused == "Telephone number"


def test_going_back_from_the_person_enters_them_once(start: Start) -> None:
    """And finds them again."""
    person = start()
    to_tiles(person)
    person.click("Next")
    person.type("Ana")
    person.fill("Telephone number", "1")
    person.click("Back")
    person.click("Next")
    assert person.find("Name").text() == "Ana"
    person.fill("Telephone number", "2")
    person.click("Done")
    (ana,) = vault_of(person).people.values()
    assert ana.phone == "2"


def test_undo_of_the_accounts_shows_the_tiles_again(start: Start) -> None:
    """The page of an account that is gone would fill in nothing."""
    person = start()
    to_tiles(person)
    person.click("Etsy")
    person.click("Next")
    person.application.keeper.do("undo")
    person.wait()
    assert person.sees("What would hurt most to lose?")
    person.click("Next")
    assert person.sees("Step 5 of 6, account 1 of 1")


def failing(step: str, after: int = 0) -> Callable[[], object]:
    def make() -> object:
        return replace(ports_on_disk(), files=FailingFiles(step, after=after))

    return make


def test_a_disk_that_refuses_is_told_on_the_page(start: Start, tmp_path: Path) -> None:
    """Nothing was made, and nothing typed is lost."""
    person = start()
    person.application.desk.make_ports = failing("write")  # type: ignore[assignment]
    words = to_words(person)
    person.click("Next")
    person.type(words)
    person.click("Create the vault")
    assert person.sees("The disk refused")
    assert person.find("The six words again").text() == words
    assert names_in(tmp_path) & {"Kiln & Clay.sparekey"} == set()


def test_a_vault_that_the_disk_did_not_confirm_is_there_and_told(start: Start) -> None:
    """Making it again would meet it."""
    person = start()
    person.application.desk.make_ports = failing("sync_directory")  # type: ignore[assignment]
    to_tiles(person)
    assert person.sees("What would hurt most to lose?")
    assert person.sees("Not confirmed by the disk")


def test_making_can_be_stopped_and_leaves_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button stops a vault that comes late; the name is free again."""
    begun, held = threading.Event(), threading.Event()
    real = rules.make_vault

    def slow(*words: object) -> object:
        begun.set()
        held.wait()
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.controllers.first_run.make_vault", slow)
    person = start()
    words = to_words(person)
    person.click("Next")
    person.type(words)
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    assert begun.wait(20)
    assert person.sees("Making the vault…")
    person.application.window.work_sign._stop_it()
    held.set()
    person.wait()
    assert person.sees("Create the vault")
    assert not person.application.vault.is_open
    assert names_in(tmp_path) & {"Kiln & Clay.sparekey"} == set()
