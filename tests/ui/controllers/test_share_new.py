"""A share is made in four pages, and its words are told by voice."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault, an_account, an_empty_vault, with_records
from tests.desk import WORDS
from tests.fakes import names_in
from tests.person import Person
from tests.ui.conftest import AtVault
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.share_open import OpenedShare, open_share
from vault.limits import TEXT_CHARACTERS

OWN = "a long walk along the river"


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Sit at the shares of a vault of three accounts."""
    return at_vault(a_vault(3), "shares")


def all_accounts(person: Person) -> None:
    """Choose every account, and go on."""
    person.click("All accounts")
    person.click("Next")


def at_the_lock(person: Person) -> None:
    """Go to the last page the shortest way."""
    all_accounts(person)
    person.click("Next")
    person.click("Next")


def place(person: Person) -> Path:
    """Return where the file goes, as the page says."""
    page = person.application.window.page
    return Path(page._where.text()[3:-1]) / page._file.text()  # type: ignore[union-attr]


def words_shown(person: Person) -> str:
    """Return the drawn words, as they are read out."""
    page = person.application.window.page
    return page._words.accessibleDescription().replace(",", "")  # type: ignore[union-attr]


def opened(person: Person, path: Path, words: str) -> OpenedShare:
    shown = Credentials(passphrase=typed_passphrase(words).secret)
    return open_share(person.application.desk.ports, path, shown)


def test_a_share_is_made_in_five_clicks(person: Person) -> None:
    """All accounts, at the least depth, for half a year, with drawn words."""
    before = person.application.vault.vault
    at_the_lock(person)
    path, words = place(person), words_shown(person)
    assert path.name == "Share of Tea Shop.sparekey"
    assert len(words.split()) == 6
    person.click("Make the share")
    assert person.clicks == 5
    assert person.sees("The share is made")
    assert person.sees(path.name)
    share = opened(person, path, words)
    assert len(share.vault.accounts) == 3
    assert (share.facts.depth, share.facts.expires) == ("procedures", "2026-09-01")
    (entry,) = person.application.vault.vault.shares.values()
    assert (entry.issue, entry.made) == (1, share.facts.made)
    assert person.application.vault.vault.accounts is before.accounts


def test_the_words_are_hidden_until_asked_for_and_never_copied(person: Person) -> None:
    """They are told by voice."""
    QApplication.clipboard().setText("a shopping list")
    at_the_lock(person)
    words = words_shown(person)
    person.click("Make the share")
    first = words.split()[0]
    assert first not in person.seen().split()
    assert words_shown(person) == ""
    person.click("Show the words")
    assert words_shown(person) == words
    assert first in person.seen().split()
    person.click("Hide the words")
    assert words_shown(person) == ""
    assert QApplication.clipboard().text() == "a shopping list"


def test_the_page_says_what_is_inside_and_whose_words_to_read(person: Person) -> None:
    """And where it is listed."""
    at_the_lock(person)
    person.click("Make the share")
    vault = person.application.vault.vault
    for account in vault.accounts.values():
        assert person.sees(account.name)
    assert person.sees("note the day under Share, where it is listed")
    assert person.sees("Read them out when you are asked")


def test_only_ticked_accounts_go_in(person: Person) -> None:
    """Space ticks; nothing ticked is not enough."""
    person.click("Next")
    assert person.sees("Tick at least one account.")
    assert person.focused == "Accounts in this share"
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Space)
    assert person.sees("1 of 3 chosen")
    person.click("Next")
    person.click("Next")
    person.click("Next")
    path, words = place(person), words_shown(person)
    person.click("Make the share")
    share = opened(person, path, words)
    assert [one.name for one in share.vault.accounts.values()] == ["Shop 1"]


def test_each_depth_says_what_goes_in_and_what_stays_out(person: Person) -> None:
    """With counts, before anything is made."""
    all_accounts(person)
    assert person.sees("Now: 3 accounts, 3 lists of steps, 3 contacts.")
    assert person.sees("30 unused codes.")
    assert person.sees("every code, PIN and key")
    person.tab_to("Steps and contacts only")
    for _ in range(2):
        person.key(Qt.Key.Key_Down)
    assert person.sees("codes that are used, void or retired")
    person.click("Next")
    person.click("Next")
    path, words = place(person), words_shown(person)
    person.click("Make the share")
    assert len(opened(person, path, words).vault.code_sets) == 3


def test_a_note_and_a_day_go_along(person: Person) -> None:
    """A day that is past, or none, is told below the field."""
    all_accounts(person)
    person.click("Next")
    person.fill("Note", "Ring my sister first.")
    for wrong, said in (("next year", "is no day"), ("2020-01-01", "is past already")):
        person.fill("Last day", wrong)
        person.click("Next")
        assert person.sees(said)
        assert person.focused == "Last day"
    person.fill("Last day", "2026-12-31")
    person.click("Next")
    path, words = place(person), words_shown(person)
    person.click("Make the share")
    facts = opened(person, path, words).facts
    assert (facts.note, facts.expires) == ("Ring my sister first.", "2026-12-31")


def test_going_back_loses_nothing(person: Person) -> None:
    """All the way to the accounts."""
    all_accounts(person)
    person.click("Next")
    person.fill("Note", "Ring my sister first.")
    person.click("Next")
    words = words_shown(person)
    for _ in range(3):
        person.click("Back")
    assert person.sees("3 of 3 chosen")
    person.click("Next")
    person.click("Next")
    assert person.sees("Ring my sister first.")
    person.click("Next")
    assert words_shown(person) == words


def test_other_words_can_be_drawn(person: Person) -> None:
    """They open it, and the first ones don't."""
    at_the_lock(person)
    before = words_shown(person)
    person.click("Draw other words")
    words = words_shown(person)
    assert words != before
    path = place(person)
    person.click("Make the share")
    assert opened(person, path, words).owner == "Tea Shop"


@pytest.mark.long
def test_a_passphrase_of_ones_own_is_typed_twice(person: Person) -> None:
    """Not the same twice, weak, or the vault's own: told, and nothing is made."""
    at_the_lock(person)
    folder = place(person).parent
    path = place(person)
    person.click("Use one of my own instead")
    assert person.focused == "A passphrase of your own"
    person.type("abc")
    person.click("Make the share")
    assert person.sees("Too short")
    person.fill("A passphrase of your own", OWN)
    person.fill("The passphrase again", f"{OWN}!")
    person.click("Make the share")
    assert person.sees("The two passphrases are not the same")
    for name in ("A passphrase of your own", "The passphrase again"):
        person.fill(name, WORDS)
    person.click("Make the share")
    assert person.sees("This passphrase opens your vault")
    assert path.name not in names_in(folder)
    for name in ("A passphrase of your own", "The passphrase again"):
        person.fill(name, OWN)
    person.click("Make the share")
    assert opened(person, path, OWN).owner == "Tea Shop"
    assert "Show the words" not in person.ring()


@pytest.mark.long
def test_another_place_is_chosen_and_nothing_is_overwritten(
    person: Person, tmp_path: Path
) -> None:
    """A name that is taken is told, and may be changed."""
    at_the_lock(person)
    person.click("Choose another place…")
    taken = tmp_path / "taken.sparekey"
    taken.write_bytes(b"mine")
    person.choose(taken)
    assert person.sees("taken.sparekey")
    person.click("Make the share")
    assert person.sees("is there already, and nothing is ever overwritten")
    assert taken.read_bytes() == b"mine"
    person.click("Choose another place…")
    person.choose(tmp_path / "free.sparekey")
    person.click("Make the share")
    assert (tmp_path / "free.sparekey").exists()


@pytest.mark.long
def test_the_next_share_gets_words_and_a_place_of_its_own(person: Person) -> None:
    """Two people must not share one passphrase."""
    at_the_lock(person)
    words, path = words_shown(person), place(person)
    person.click("Make the share")
    person.click("Make another share")
    at_the_lock(person)
    assert words_shown(person) != words
    assert place(person) != path


def test_the_keyboard_alone_makes_a_share(person: Person) -> None:
    """Enter is the next step."""
    person.press("All accounts")
    for _ in range(2):
        person.press("Next")
    person.press("Next")
    path = place(person)
    person.press("Make the share")
    assert path.exists()
    person.press("Done")
    assert person.application.window.place == "home"


def test_a_vault_without_accounts_names_the_gain(at_vault: AtVault) -> None:
    """One button, and one example."""
    person = at_vault(an_empty_vault(), "shares")
    assert person.sees("Let somebody you trust step in when you can't")
    assert person.sees("your partner gets the steps and contacts")
    assert "New account" in person.ring()


def test_a_vault_of_a_newer_program_is_not_shared(at_vault: AtVault) -> None:
    """What this program does not know would silently stay behind."""
    person = at_vault(a_vault(1), "shares", read_only="newer-minor")
    assert person.sees("Open for reading only")
    assert "All accounts" not in person.ring()


def test_a_received_share_can_be_opened_from_here(person: Person) -> None:
    """The page of that is one click away."""
    person.click("Open a file someone shared with you")
    assert person.application.window.place == "shared"


def test_long_names_are_cut_and_sixty_accounts_scroll(at_vault: AtVault) -> None:
    """The window keeps its size."""
    accounts = [
        replace(an_account(n), name=f"{n:02} " + "very long name " * 12)
        for n in range(60)
    ]
    vault = with_records(an_empty_vault(), {"accounts": [*accounts]})
    person = at_vault(vault, "shares")
    window = person.application.window
    window.resize(640, 480)
    person.wait()
    assert (window.width(), window.height()) == (640, 480)
    all_accounts(person)
    assert window.width() == 640


def test_a_share_is_listed_and_what_became_of_it_noted(person: Person) -> None:
    """For whom, its issue and its state in words; each note is one act with a name."""
    all_accounts(person)
    person.click("Next")
    person.fill("For whom", "Mina")
    person.click("Next")
    person.click("Make the share")
    person.click("Make another share")
    assert person.sees("Mina, issue 1: not known to be opened")
    person.click("Mina, issue 1: Opened today")
    assert person.sees("Mina, issue 1: up to date")
    assert person.application.vault.session.undo_name == "Note that a share was opened"
    person.click("Mina, issue 1: Withdraw")
    assert person.sees("Mina, issue 1: withdrawn")
    assert person.sees("can still open it")
    person.application.desk.go("home")
    assert person.sees("No file for a deputy is in force.")


def test_a_name_that_can_not_be_noted_hands_nothing_out(person: Person) -> None:
    """The file is taken back, and what is wrong is said."""
    all_accounts(person)
    person.click("Next")
    person.fill("For whom", "x" * (TEXT_CHARACTERS + 1))
    person.click("Next")
    path = place(person)
    person.click("Make the share")
    assert not path.exists()
    assert not person.sees("The share is made")
    assert not person.application.vault.vault.shares
