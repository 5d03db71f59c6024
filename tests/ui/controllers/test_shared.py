"""A file that somebody shared: two clicks to what to do first."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault
from tests.desk import WORDS as VAULT_WORDS
from tests.desk import make_shop, opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault, Restarts, Start
from ui.controllers import shared
from vault.app.credentials import chosen_passphrase
from vault.app.share_give import give_share
from vault.app.share_make import Depth, ShareOrder
from vault.errors import NeedsConsent
from vault.model.change import Replace
from vault.model.contact import Channel

WORDS = "amber brick cloud daisy ember flint"
NOTE = "Ring my sister first.\nThen the bank."


def a_share(
    folder: Path,
    depth: Depth = "codes",
    *,
    note: str = NOTE,
    last_day: str = "",
    accounts: int = 3,
) -> Path:
    """Make a vault and a share of all its accounts; return the share's path."""
    ports = ports_on_disk()
    home = folder / "owner"
    home.mkdir()
    make_shop(ports, home, accounts=accounts)
    path = folder / "for-ana.sparekey"
    with opened(ports, home / "shop.sparekey", VAULT_WORDS, write=True) as session:
        desk = next(iter(session.vault.contacts.values()))
        called = replace(
            desk, channels=(Channel("phone", "+49 30 555 0199"), *desk.channels[:1])
        )
        session.apply(Replace("contact", desk, called))
        order = ShareOrder(
            tuple(session.vault.accounts),
            depth,
            chosen_passphrase(WORDS, WORDS, drawn=True),
            note,
            last_day,
        )
        give_share(session, order, path)
    return path


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return a_share(tmp_path)


def open_it(person: Person, words: str = WORDS) -> None:
    person.type(words)
    person.click("Open")


@pytest.fixture
def person(start: Start, share: Path) -> Person:
    """Sit before a share that was opened."""
    person = start(share)
    open_it(person)
    return person


def test_a_share_opens_in_one_click_after_the_double_click(person: Person) -> None:
    """The first page says from whom it is, when it was made and what to do."""
    assert person.clicks == 1
    assert person.sees("If Tea Shop can't act")
    assert person.sees("Made by Tea Shop on 1 Mar 2026")
    assert person.sees(NOTE)
    assert person.sees("have the eight words below read to you")
    assert person.sees("Who made this: not confirmed yet")
    words = person.application.desk.share.opened.signer_words
    assert len(words) == 8
    assert all(person.sees(word) for word in words)
    assert person.focused == "Choose an account"


def test_before_it_is_open_nothing_is_told_that_is_not_known(
    start: Start, share: Path
) -> None:
    """Neither the owner nor the accounts; and no vault is asked for."""
    person = start(share)
    assert person.sees("for-ana.sparekey")
    assert person.sees("a share: chosen accounts of a vault, encrypted")
    assert not person.sees("Tea Shop")
    assert person.sees("From whom it is and what is in it can't be seen from outside")
    assert "Create a vault" not in person.ring()
    assert person.focused == "The words that open it"


def test_wrong_words_are_told_and_stay_selected(start: Start, share: Path) -> None:
    """And a second try is a keystroke away."""
    person = start(share)
    person.type("not the words")
    person.key(Qt.Key.Key_Return)
    assert person.sees("It does not open")
    assert person.focused == "The words that open it"
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    assert person.sees("If Tea Shop can't act")


def test_nothing_typed_is_told(start: Start, share: Path) -> None:
    """Without any key work."""
    person = start(share)
    person.click("Open")
    assert person.sees("empty")
    assert person.application.window.place == "shared"


def test_no_file_appears_beside_a_share(
    start: Start, share: Path, tmp_path: Path
) -> None:
    """No lock, no copy; the share itself stays as it is."""
    before, data = sorted(tmp_path.rglob("*")), share.read_bytes()
    person = start(share)
    open_it(person)
    window = tmp_path / "window.ini"
    assert sorted(set(tmp_path.rglob("*")) - {window}) == sorted(set(before) - {window})
    assert share.read_bytes() == data


@pytest.mark.long
def test_the_accounts_are_reached_and_left_by_keyboard(person: Person) -> None:
    """Esc goes back, to the account one came from."""
    person.key(Qt.Key.Key_Space)
    assert person.focused == "Open Shop 2"  # a day without it costs most
    person.press("Open Shop 1")
    assert person.application.window.windowTitle().startswith("Open a shared file")
    assert person.sees("Shop 1")
    assert person.sees("Open the form")
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "Open Shop 1"


@pytest.mark.long
def test_an_account_shows_its_steps_people_and_whom_to_ask(person: Person) -> None:
    """Numbered, with links that open only on request."""
    person.click("Open Shop 0")
    person.wait()  # what stands below comes a moment later
    assert person.sees("Locked out")
    assert person.sees("Wait up to 3 days")
    assert person.sees("Support desk")
    assert person.sees("Person 1")
    assert person.sees("shop0")
    person.click("Back to all accounts")
    assert person.sees("The accounts")


def test_a_link_is_shown_whole_before_the_browser_opens_it(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share may come from anybody."""
    opened_: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened_.append(url.toString())
    )
    person.click("Open Shop 0")
    person.click("https://example.com/help")
    assert opened_ == []
    person.click("Open in the browser")
    assert opened_ == ["https://example.com/help"]


@pytest.mark.long
def test_sixty_accounts_are_shown_a_few_at_a_time_and_found(
    start: Start, tmp_path: Path
) -> None:
    """Coming back from one leads to where it stands."""
    person = start(a_share(tmp_path, accounts=20))
    open_it(person)
    assert person.sees("1 to 8 of 20")
    person.click("More accounts")
    assert person.sees("9 to 16 of 20")
    assert person.focused == "Open Shop 11"
    person.press("Open Shop 5")
    person.key(Qt.Key.Key_Escape)
    assert person.focused == "Open Shop 5"
    assert person.sees("9 to 16 of 20")
    person.click("Those before")
    assert person.sees("1 to 8 of 20")
    person.fill("Find an account", "shop 1")
    assert person.sees("1 to 8 of 11")
    person.type("nowhere")
    assert person.sees("No account is called so.")
    person.type("shop 7")
    person.key(Qt.Key.Key_Return)
    assert person.focused == "Open Shop 7"


def test_numbers_to_ring_are_in_the_list_and_can_be_copied(person: Person) -> None:
    """Nobody has to look for them."""
    assert person.sees("Ring Support desk")
    assert person.sees("+49 30 555 0199")
    person.click("Copy +49 30 555 0199: Ring Support desk")
    assert QApplication.clipboard().text() == "+49 30 555 0199"
    assert person.sees("Ring Support desk is copied")


@pytest.mark.long
def test_codes_are_hidden_shown_for_a_while_and_copied_with_a_clock(
    person: Person,
) -> None:
    """As in a vault, but nothing can be marked or changed."""
    part = person.application.desk.share.opened.vault
    one = next(iter(part.code_sets.values()))
    value = one.codes[0].value
    person.click(f"Open {part.accounts[one.account].name}")
    assert value not in person.seen()
    person.click("Show code 1")
    assert person.sees(value)
    person.click("Copy code 1")
    assert QApplication.clipboard().text() == value
    assert person.sees("On the clipboard for 20 s")
    names = person.ring()
    forbidden = ("Mark", "Edit", "Remove", "Add", "Next unused")
    assert not [name for name in names if name.startswith(forbidden)]
    person.click("Back to all accounts")
    assert value not in person.seen()


def test_a_share_of_steps_only_has_no_codes_and_no_people(
    start: Start, tmp_path: Path
) -> None:
    """It says what it is, and nothing is hinted at."""
    person = start(a_share(tmp_path, "procedures"))
    open_it(person)
    assert person.sees("with procedures and contacts only")
    assert not person.sees("A code works once")
    person.click("Open Shop 0")
    person.wait()
    assert not person.sees("Who has access")
    assert not [name for name in person.ring() if "code" in name]


def test_a_share_without_a_note_shows_none(start: Start, tmp_path: Path) -> None:
    """No empty frame."""
    person = start(a_share(tmp_path, note=""))
    open_it(person)
    assert not person.sees("Tea Shop writes")


def test_an_old_share_opens_and_says_so(start: Start, tmp_path: Path) -> None:
    """After its last day, not on it."""
    path = a_share(tmp_path, last_day="2026-03-01")
    person = start(path)
    open_it(person)
    assert person.sees("Its last day is 1 Mar 2026.")
    assert not person.sees("This share is old")
    desk = person.application.desk
    desk.ports.clock.pass_days(1)  # type: ignore[attr-defined]  # of the tests' clock
    desk.go("shared", path)
    person.wait()
    open_it(person)
    assert person.sees("This share is old")
    assert person.sees("Ask the owner for a new one")


def test_closing_ends_the_process_where_no_vault_is_open(
    person: Person, restarts: Restarts
) -> None:
    """What was in memory is gone with it; a fresh one shows the first page."""
    person.click("Close the share")
    assert restarts.asked == [None]
    assert not person.application.desk.share.is_open


def test_an_open_share_locks_when_nobody_is_there(
    person: Person, share: Path, restarts: Restarts
) -> None:
    """A fresh process asks for the words again."""
    idle = person.application.keeper._idle
    assert idle._timer.isActive()
    idle.warned.emit()
    assert person.sees("The share locks in 30 seconds")
    idle.ended.emit()
    assert restarts.asked == [share]
    assert not person.application.desk.share.is_open


def test_the_lock_key_locks_a_share_and_no_vault_can_be_opened_beside_it(
    person: Person, share: Path, restarts: Restarts
) -> None:
    """One thing at a time."""
    actions = person.application.window.actions_by_name
    assert actions["lock"].isEnabled()
    assert not actions["open"].isEnabled()
    assert not actions["accounts"].isEnabled()
    person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert restarts.asked == [share]


def test_with_a_vault_open_closing_goes_home(
    at_vault: AtVault, share: Path, restarts: Restarts
) -> None:
    """A deputy may have a vault of their own."""
    person = at_vault(a_vault(1), "home")
    person.application.desk.go("shared", share)
    person.wait()
    open_it(person)
    person.click("Close the share")
    assert person.application.window.place == "home"
    assert not person.application.desk.share.is_open
    assert restarts.asked == []


def test_without_a_path_a_file_is_chosen(start: Start, share: Path) -> None:
    """From the first page of all."""
    person = start()
    person.click("Open a file someone shared")
    assert person.sees("You need no vault of your own.")
    person.click("Choose the file…")
    person.choose(share)
    open_it(person)
    assert person.sees("If Tea Shop can't act")


def test_a_file_of_another_kind_is_told(start: Start, tmp_path: Path) -> None:
    """And another can be chosen at once."""
    make_shop(ports_on_disk(), tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Ana", encoding="utf-8")
    person = start()
    person.application.desk.go("shared", tmp_path / "shop.sparekey")
    person.wait()
    assert person.sees("Another kind of file")
    assert person.focused == "Choose the file…"
    person.application.desk.go("shared", [tmp_path / "letter.txt"])
    person.wait()
    assert "Choose the file…" in person.ring()
    person.click("Back")
    assert person.application.window.place == "welcome"


def test_a_costly_share_is_opened_only_with_consent(
    start: Start, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stranger's file could ask for a great deal of memory."""
    real, asked = shared.open_share, list[bool]()

    def costly(*words: object, consent: bool = False, **named: object) -> object:
        asked.append(consent)
        if not consent:
            raise NeedsConsent(2_000_000, 20, 4)
        return real(*words, consent=consent, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(shared, "open_share", costly)
    person = start(share)
    open_it(person)
    assert not person.sees("If Tea Shop can't act")
    person.click("Open it even so")
    assert person.sees("If Tea Shop can't act")
    assert asked == [False, True]


def test_an_opening_that_is_stopped_opens_nothing(start: Start, share: Path) -> None:
    """The field is there again, and a new try works."""
    person = start(share)
    person.type(WORDS)
    page: Any = person.application.window.page
    page._go.click()
    assert page._go.text() == "Opening…"
    assert person.focused == "Stop"
    page._stop.click()
    person.wait()
    assert not person.application.desk.share.is_open
    assert person.sees("Stopped. Nothing was opened.")
    assert person.focused == "The words that open it"
    person.click("Open")
    assert person.sees("If Tea Shop can't act")


def test_a_damaged_share_is_healed_and_says_so(start: Start, share: Path) -> None:
    """A stick that lies in a drawer for years forgets."""
    data = bytearray(share.read_bytes())
    data[len(data) // 3] ^= 0xFF
    share.write_bytes(data)
    person = start(share)
    open_it(person)
    assert person.sees("If Tea Shop can't act")
    assert person.sees("The file is damaged")
    assert share.read_bytes() == data


def test_a_share_that_was_cut_off_is_told_as_such(start: Start, share: Path) -> None:
    """And not as a wrong passphrase."""
    data = share.read_bytes()
    share.write_bytes(data[: len(data) // 5])
    person = start()
    person.application.desk.go("shared", share)
    person.wait()
    assert person.sees("Not all here yet")
    assert person.focused == "Choose the file…"


def test_a_file_that_is_gone_is_told(start: Start, tmp_path: Path) -> None:
    """Somebody pulled the stick out."""
    person = start()
    person.application.desk.go("shared", tmp_path / "gone.sparekey")
    person.wait()
    assert person.sees("The disk refused")
    assert person.focused == "Choose the file…"
