"""The ways in at the window: each change proven first, and seen before it happens."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import a_vault
from tests.desk import WORDS, opened
from tests.person import Person
from tests.ui.conftest import AtVault
from tests.ui.controllers.conftest import OfficePrinter
from ui.widgets.six_words import SixWords
from vault.app.credentials import Credentials
from vault.app.kit_gather import gather
from vault.app.unlock import open_vault
from vault.app.ways_in import ways_in
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import CodeKind, print_code
from vault.errors import NoKey, Unconfirmed

NOW = "Passphrase of today"
OWN = "marble lantern over the quiet river"


def at_ways(at_vault: AtVault) -> Person:
    return at_vault(a_vault(3), "ways")


def masks(person: Person) -> list[int]:
    return [way.mask for way in ways_in(person.application.vault.session)]


def words_shown(person: Person) -> str:
    (six,) = person.window.findChildren(SixWords)
    return six.accessibleDescription().replace(",", "")


def file_of(person: Person) -> Path:
    return person.application.vault.session.file.path


def opens(person: Person, words: str) -> bool:
    try:
        opened(person.application.desk.ports, file_of(person), words).close()
    except NoKey:
        return False
    return True


def at_own_words(person: Person, whose: str = "", now: str = WORDS) -> None:
    """Type the passphrase of today, and one of one's own twice."""
    if now:
        person.fill(NOW, now)
    if whose:
        person.fill("Whose it is", whose)
    person.click("Choose a passphrase instead")
    person.fill("A passphrase you choose", OWN)
    person.fill("The passphrase again", OWN)


def test_the_page_is_reached_from_the_settings(at_vault: AtVault) -> None:
    """And says what opens the vault."""
    person = at_vault(a_vault(1), "settings")
    person.click("See the ways in")
    assert person.sees("Your passphrase")
    assert person.sees("Key card 1")
    person.click("Done")
    assert person.application.window.place == "home"


def test_a_passphrase_is_changed_to_drawn_words(at_vault: AtVault) -> None:
    """Typed again from paper; the old one is dead."""
    person = at_ways(at_vault)
    person.click("Change: your passphrase")
    person.fill(NOW, WORDS)
    person.click("Draw other words")
    drawn = words_shown(person)
    person.fill("The six words again", drawn)
    person.click("Change it")
    assert person.sees("Done: 2 ways in.")
    assert opens(person, drawn)
    assert not opens(person, WORDS)
    assert not person.application.vault.session.unsaved


@pytest.mark.parametrize(
    ("now", "again", "said"),
    [
        ("", OWN, "Type it to go on."),
        ("wrong", OWN, "This passphrase does not open the vault."),
        (WORDS, "something else", "The two passphrases are not the same."),
    ],
)
def test_what_was_typed_wrong_is_said_below_its_field(
    at_vault: AtVault, now: str, again: str, said: str
) -> None:
    """The sheet stays, with all that was typed; nothing is changed."""
    person = at_ways(at_vault)
    before = file_of(person).read_bytes()
    person.click("Change: your passphrase")
    at_own_words(person, now=now)
    person.fill("The passphrase again", again)
    person.click("Change it")
    assert person.sees(said)
    assert file_of(person).read_bytes() == before


def test_a_guessable_passphrase_is_refused(at_vault: AtVault) -> None:
    """As it is when a vault is made."""
    person = at_ways(at_vault)
    person.click("Change: your passphrase")
    person.fill(NOW, WORDS)
    person.click("Choose a passphrase instead")
    person.fill("A passphrase you choose", "password")
    person.click("Change it")
    assert masks(person) == [1, 2]
    assert person.sees("Change the passphrase")


def test_a_partner_is_added_and_lost_only_when_agreed(at_vault: AtVault) -> None:
    """The page names whom a change would lose, before it is done."""
    person = at_ways(at_vault)
    person.click("Add a partner…")
    at_own_words(person, "Mina")
    person.click("Add it")
    assert person.sees("The passphrase of Mina")
    assert opens(person, OWN)
    person.click("Remove: key card 1")
    person.fill(NOW, WORDS)
    person.click("Remove it")
    assert person.sees("Lost: the passphrase of Mina.")
    person.click("Leave it as it is")
    assert masks(person) == [1, 2, 1]
    person.click("Remove: key card 1")
    person.fill(NOW, WORDS)
    person.click("Remove it")
    person.click("Do it even so")
    assert masks(person) == [1]
    assert person.sees("This is the only way in")


def test_a_partner_without_a_name_is_asked_for_one(at_vault: AtVault) -> None:
    """Below its field."""
    person = at_ways(at_vault)
    person.click("Add a partner…")
    at_own_words(person)
    person.click("Add it")
    assert person.sees("It was not said whose passphrase this is.")


def test_a_new_card_is_in_force_once_somebody_has_it(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """Not before: a code that nobody holds would be a way in lost."""
    person = at_ways(at_vault)
    old = person.application.vault.vault.vault_code
    person.click("New key card in place of: key card 1")
    person.fill(NOW, WORDS)
    person.click("Draw a new code")
    assert "Put it in force" not in person.ring()
    person.click("Save as PDF…")
    person.choose(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    assert person.application.vault.vault.vault_code == old
    person.click("Put it in force")
    assert person.sees("Key card 2")
    assert person.application.vault.vault.vault_code != old


def test_a_card_that_is_given_up_leaves_no_trace(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """The PDF would open nothing, and goes."""
    person = at_ways(at_vault)
    before = file_of(person).read_bytes()
    person.click("New key card in place of: key card 1")
    person.fill(NOW, WORDS)
    person.click("Draw a new code")
    person.click("Save as PDF…")
    person.choose(tmp_path / "card.pdf")
    person.click("Give up")
    assert not (tmp_path / "card.pdf").exists()
    assert file_of(person).read_bytes() == before
    assert person.sees("Key card 1")


def at_new_card(at_vault: AtVault) -> Person:
    """Go to the page of a card that is not in force yet."""
    person = at_ways(at_vault)
    person.click("New key card in place of: key card 1")
    person.fill(NOW, WORDS)
    person.click("Draw a new code")
    return person


@pytest.mark.long
def test_a_printed_card_may_be_put_in_force(
    at_vault: AtVault, office: OfficePrinter
) -> None:
    """What the printer took reads back as the code that opens from then on."""
    person = at_new_card(at_vault)
    person.click("Print…")
    person.click("Put it in force")
    code = bytes.fromhex(person.application.vault.vault.vault_code)
    (card,) = gather(person.application.desk.ports, office.jobs).pages
    assert card.card == print_code(code, CodeKind.VAULT)


def test_a_printer_set_to_another_paper_gets_no_card(
    at_vault: AtVault, office: OfficePrinter
) -> None:
    """It would be scaled."""
    office.paper = "letter"
    person = at_new_card(at_vault)
    person.click("Print…")
    assert person.sees("The printer is set to another paper")
    assert "Put it in force" not in person.ring()


@pytest.mark.usefixtures("office")
def test_a_card_that_the_printer_did_not_take_is_nobody_s(
    at_vault: AtVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it cannot be put in force."""
    monkeypatch.setattr("ui.controllers.way_card.print_pdf", lambda *_: False)
    person = at_new_card(at_vault)
    person.click("Print…")
    assert person.sees("The printer did not take it")
    assert "Put it in force" not in person.ring()


def test_a_code_may_be_written_down_by_hand(at_vault: AtVault) -> None:
    """It is shown on demand."""
    person = at_ways(at_vault)
    person.click("New key card in place of: key card 1")
    person.fill(NOW, WORDS)
    person.click("Draw a new code")
    person.click("Show it")
    person.click("I have written it down")
    person.click("Put it in force")
    code = bytes.fromhex(person.application.vault.vault.vault_code)
    shown = Credentials(code=Secret(code))
    open_vault(person.application.desk.ports, file_of(person), shown, write=False)


def test_a_key_file_is_drawn_and_taken_away(at_vault: AtVault, tmp_path: Path) -> None:
    """It is needed beside the passphrase for as long as it is wanted."""
    person = at_ways(at_vault)
    person.click("Add a key file to: your passphrase")
    person.click("Draw a new one…")
    person.choose(tmp_path / "shop.key")
    person.fill(NOW, WORDS)
    person.click("Use this key file")
    assert (tmp_path / "shop.key").stat().st_size == 64
    assert sorted(masks(person)) == [2, 5]
    assert not opens(person, WORDS)
    person.click("No key file any more for: your passphrase with the key file")
    person.fill(NOW, WORDS)
    person.click("Open without it")
    assert opens(person, WORDS)


def test_a_key_file_that_came_to_nothing_goes(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """The passphrase was wrong: what was drawn opens nothing."""
    person = at_ways(at_vault)
    person.click("Add a key file to: your passphrase")
    person.click("Draw a new one…")
    person.choose(tmp_path / "shop.key")
    person.fill(NOW, "wrong")
    person.click("Use this key file")
    assert person.sees("This passphrase does not open the vault.")
    assert not (tmp_path / "shop.key").exists()


def test_a_file_that_is_there_may_be_the_key_file(
    at_vault: AtVault, tmp_path: Path
) -> None:
    """If it is long enough."""
    person = at_ways(at_vault)
    short, photo = tmp_path / "short", tmp_path / "photo.jpg"
    short.write_bytes(b"short")
    photo.write_bytes(bytes(100))
    for path in (short, photo):
        person.click("Add a key file to: your passphrase")
        person.click("Use a file I have…")
        person.choose(path)
        person.fill(NOW, WORDS)
        person.click("Use this key file")
        if path is short:
            assert person.sees("16 bytes at least")
            person.click("Cancel")
    assert sorted(masks(person)) == [2, 5]


def test_who_came_by_the_card_shows_the_card(at_vault: AtVault) -> None:
    """And so gets a new passphrase without knowing the old one."""
    person = at_ways(at_vault)
    session = person.application.vault.session
    code = bytes.fromhex(session.vault.vault_code)
    session.presented = Credentials(code=Secret(code))
    person.click("Change: your passphrase")
    person.fill("Code on the key card", "no code at all")
    person.fill("The six words again", words_shown(person))
    person.click("Change it")
    assert person.sees("Change the passphrase")
    person.fill("Code on the key card", print_code(code, CodeKind.VAULT))
    drawn = words_shown(person)
    person.click("Change it")
    assert opens(person, drawn)


def test_somebody_knows_it_ends_with_a_list(at_vault: AtVault) -> None:
    """Everything is new; codes to renew are on the page until they are."""
    person = at_ways(at_vault)
    person.click("Make everything new…")
    assert person.sees("nothing is changed before the last step")
    person.click("Begin…")
    at_own_words(person)
    person.click("Next")
    person.click("I have written it down")
    person.click("Make everything new")
    assert person.sees("1. Renew the codes of 3 accounts")
    assert opens(person, OWN)
    assert not opens(person, WORDS)
    person.click("Delete the older copies…")
    person.click("Delete them")
    backups = file_of(person).with_name("open backups")
    assert not list(backups.iterdir())
    person.click("See the codes to renew")
    person.click("Renewed: Shop 2")
    assert not person.sees("Renewed: Shop 2")
    assert person.application.vault.session.undo_name == "Codes renewed: Shop 2"


def test_giving_up_on_the_way_changes_nothing(at_vault: AtVault) -> None:
    """At every step."""
    person = at_ways(at_vault)
    before = file_of(person).read_bytes()
    person.click("Make everything new…")
    person.click("Begin…")
    at_own_words(person)
    person.click("Next")
    person.click("Give up")
    person.click("Make everything new…")
    person.click("Back")
    assert file_of(person).read_bytes() == before
    assert masks(person) == [1, 2]


def test_a_disk_that_fails_is_told_and_changes_nothing(
    at_vault: AtVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old ways in are in force."""
    person = at_ways(at_vault)
    before = file_of(person).read_bytes()
    monkeypatch.setattr(type(person.application.desk.ports.files), "replace", _full)
    person.click("Change: your passphrase")
    at_own_words(person)
    person.click("Change it")
    assert person.sees("is full")
    assert file_of(person).read_bytes() == before
    assert opens(person, WORDS)


def test_what_was_not_confirmed_is_told(
    at_vault: AtVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in force; the words say what to do."""
    person = at_ways(at_vault)
    session = person.application.vault.session
    rekey = session.rekey

    def doubtful(*given: object) -> None:
        rekey(*given)  # type: ignore[arg-type]
        raise Unconfirmed(str(file_of(person)), 5)

    monkeypatch.setattr(session, "rekey", doubtful)
    person.click("Change: your passphrase")
    at_own_words(person)
    person.click("Change it")
    assert opens(person, OWN)
    assert person.sees("not confirm")


def test_a_vault_that_is_only_read_shows_no_acts(at_vault: AtVault) -> None:
    """What opens it can be seen."""
    person = at_vault(a_vault(1), "ways", read_only="open-elsewhere")
    assert person.sees("Your passphrase")
    assert not person.sees("Make everything new…")


def _full(*_: object) -> None:
    raise OSError(28, "made to fail")


def test_locking_takes_a_sheet_with_drawn_words_along(at_vault: AtVault) -> None:
    """Nothing of the vault stays on the screen."""
    person = at_vault(a_vault(1), "ways")
    person.wait()
    person.click("Change: your passphrase")
    assert QApplication.activeModalWidget() is not None
    person.application.keeper.lock()
    person.wait()
    assert QApplication.activeModalWidget() is None
