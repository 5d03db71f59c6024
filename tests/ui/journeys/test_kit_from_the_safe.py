"""Journey 2: a kit from the safe, to a look into it, in at most five clicks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_vault
from tests.desk import WORDS, make_shop, opened, quick_paper, write_sheets
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import Start
from tests.ui.journeys.conftest import photographed
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_hand_out import hand_out
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import Order
from vault.kit.frames import frames_of

pytestmark = pytest.mark.long  # whole journeys

MOST_CLICKS = 5  # WINDOW
LOST = 1  # of two sheets one is enough


def a_kit(folder: Path) -> tuple[Made, Path]:
    """Return a kit of the shop, and its PDF; the vault itself is gone."""
    make_shop(ports_on_disk(), folder)
    with opened(ports_on_disk(), folder / "shop.sparekey", write=True) as session:
        words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
        made = make_kit(session, Order("either", "a4", words))
        hand_out(session, made, folder / "kit.pdf", folder / "card.pdf")
    (folder / "shop.sparekey").unlink()
    return made, folder / "kit.pdf"


def quick_sheets(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files of a kit that are read without a picture."""
    quick_paper(monkeypatch)
    made, _ = a_kit(folder)
    names = write_sheets(folder, frames_of(made.envelope, made.plan))
    return [folder / name for name in names]


def walked(
    person: Person, press: Callable[[str], None], sheets: list[Path], last: str
) -> None:
    """From the welcome page to everything that was kept."""
    press("Restore from a printed kit")
    person.look("restore")
    press("Choose files")
    person.choose(*sheets[LOST:])
    person.look("sheets")
    assert person.sees("enough is read")
    person.type(WORDS)
    press("Open")
    person.look("opened")
    press(last)
    person.look("home")


def must_show_everything(person: Person) -> None:
    """Every account, and nothing can be changed."""
    vault = person.application.vault
    assert vault.vault.accounts == a_vault(3).accounts
    assert not vault.may_write
    assert person.application.window.place == "home"
    assert person.sees("You are looking into a printed kit")


def test_by_clicks(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sheet is lost; choosing files in the system's dialog is one click more."""
    sheets = quick_sheets(tmp_path, monkeypatch)
    person = start()
    walked(person, person.click, sheets, "Look first")
    must_show_everything(person)
    assert person.clicks + 1 <= MOST_CLICKS


def test_by_keys_alone(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tab and Space, and Enter after the passphrase."""
    sheets = quick_sheets(tmp_path, monkeypatch)
    person = start()

    def press(name: str) -> None:
        if name == "Open":
            person.key(Qt.Key.Key_Return)
        else:
            person.press(name)

    walked(person, press, sheets, "Look first")
    must_show_everything(person)
    assert person.clicks == 0


@pytest.mark.slow
def test_from_pictures_of_real_pages(start: Start, tmp_path: Path) -> None:
    """Drawn, photographed, read; the cover among them does no harm."""
    _, pdf = a_kit(tmp_path)
    cover, *sheets = photographed(pdf)
    person = start()
    walked(person, person.click, [*sheets, cover], "Look first")
    must_show_everything(person)
