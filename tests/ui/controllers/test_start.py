"""The first page and the way into a vault, as a person goes it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk import make_shop
from tests.fakes import ports_on_disk
from tests.ui.conftest import Start


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault file whose passphrase is WORDS."""
    make_shop(ports_on_disk(), tmp_path)
    return tmp_path / "shop.sparekey"


def test_a_new_user_is_asked_how_to_begin(start: Start) -> None:
    """Five ways, the first one ready for Enter."""
    person = start()
    names = [name for name in person.ring() if name]
    assert names[0] == "Create a vault"
    assert set(names) >= {
        "Open a vault",
        "Restore from a printed kit",
        "Open a file someone shared",
        "Look at the sample",
    }


def test_a_wrong_passphrase_is_said_in_words_and_stays_selected(
    start: Start, shop: Path
) -> None:
    """Nobody must find the field empty, or shaken, or silent."""
    person = start(shop)
    person.type("not the words")
    person.key(Qt.Key.Key_Return)
    assert person.sees("This passphrase does not open the vault.")
    assert person.focused == "Passphrase"
