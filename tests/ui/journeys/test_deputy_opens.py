"""Journey 3: a deputy opens what was shared: two clicks to what to do first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk import make_shop, opened
from tests.fakes import names_in, ports_on_disk
from tests.person import Person
from tests.ui.conftest import Start
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.share_make import ShareOrder, hand_out_share, make_share

pytestmark = pytest.mark.long  # whole journeys

MOST_CLICKS = 2  # WINDOW; the first is the double click on the file
AGREED = "calm copper meadow signal violet sea"
NOTE = "Ring the carrier first."


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Return a share of the shop, in a folder of its own."""
    make_shop(ports_on_disk(), tmp_path)
    folder = tmp_path / "mail"
    folder.mkdir()
    path = folder / "for-jonas.sparekey"
    with opened(ports_on_disk(), tmp_path / "shop.sparekey") as session:
        words = Passphrase(typed_passphrase(AGREED).secret, generated=True)
        accounts = tuple(session.vault.accounts)
        made = make_share(session, ShareOrder(accounts, "codes", words, NOTE))
        hand_out_share(session, made, path)
    return path


def must_be_at_the_emergency_page(person: Person, share: Path) -> None:
    """The note first, every account, nothing laid beside the file, no vault made."""
    assert person.application.window.place == "shared"
    assert person.sees(NOTE)
    assert person.sees("What to do first")
    assert person.sees("not confirmed yet")
    assert not person.application.vault.may_write
    assert names_in(share.parent) == {"for-jonas.sparekey"}


def test_by_clicks(start: Start, share: Path) -> None:
    """The file is clicked in the mail, the phrase is typed, Open."""
    person = start(share)
    person.look("closed")
    person.type(AGREED)
    person.click("Open")
    person.look("emergency")
    must_be_at_the_emergency_page(person, share)
    assert person.clicks + 1 <= MOST_CLICKS


def test_by_keys_alone(start: Start, share: Path) -> None:
    """Enter opens; an account and back again by Tab, Space and Esc."""
    person = start(share)
    person.type(AGREED)
    person.key(Qt.Key.Key_Return)
    must_be_at_the_emergency_page(person, share)
    name = next(one for one in person.ring() if one.startswith("Open "))
    person.press(name)
    assert person.sees(name.removeprefix("Open "))
    person.key(Qt.Key.Key_Escape)
    must_be_at_the_emergency_page(person, share)
    assert person.clicks == 0
