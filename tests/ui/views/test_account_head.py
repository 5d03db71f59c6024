"""The head of an account's page: little room, however long the name."""

import pytest
from pytestqt.qtbot import QtBot

from ui.views.account_head import AccountHead

LONG = "Second-hand kilns and potter's wheels of the workshop by the old harbour wall"


@pytest.fixture
def head(qtbot: QtBot) -> AccountHead:
    """Return a head on the screen."""
    made = AccountHead()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_long_name_is_cut_and_whole_in_its_tip(head: AccountHead) -> None:
    """Where there is room it is whole."""
    head.resize(360, 160)
    head._whole = (LONG, "")
    head._cut()
    assert head._name.text().endswith("…")
    assert "harbour wall" in head._name.toolTip()
    assert head._name.accessibleName() == LONG
    head.resize(1400, 160)
    assert head._name.text() == LONG
    assert head._name.toolTip() == ""
