"""In trouble before a vault is open: one click, no passphrase, a way on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk import make_shop
from tests.fakes import ports_on_disk
from tests.ui.conftest import Start
from vault.app.incident_general import SITUATIONS


def test_it_is_one_click_from_the_first_page(start: Start) -> None:
    """And each kind one more."""
    person = start()
    person.click("I'm locked out of an account")
    for one in SITUATIONS:
        assert person.sees(one.sign)
    person.click("A ransom is demanded")
    assert person.sees("Do not pay and do not answer yet.")
    assert person.clicks == 2


def test_from_the_unlock_page_it_leads_back_to_that_vault(
    start: Start, tmp_path: Path
) -> None:
    """The button names what is gained by unlocking."""
    make_shop(ports_on_disk(), tmp_path)
    person = start()
    person.application.settings.remember(tmp_path / "shop.sparekey")
    person.application.desk.go("unlock", tmp_path / "shop.sparekey")
    person.wait()
    person.click("I'm locked out of an account")
    person.click("Phone lost or stolen")
    person.click("Unlock for your own steps")
    assert person.application.window.place == "unlock"
    assert person.application.desk.urgent == "phone-lost"


@pytest.mark.parametrize("times", [1, 2])
def test_escape_leads_back(start: Start, times: int) -> None:
    """From the steps to the question, and from there to where one begins."""
    person = start()
    person.key(Qt.Key.Key_F1)
    person.click("I'm locked out")
    for _ in range(times):
        person.key(Qt.Key.Key_Escape)
    assert person.application.window.place == ("trouble", "welcome")[times - 1]
    assert not person.application.desk.urgent
