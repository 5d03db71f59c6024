"""The strip that tells one thing."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ui.shared.notice import Notice, Tone
from ui.widgets.banner import Banner
from ui.widgets.sign import Sign


def texts(banner: Banner) -> list[str]:
    return [one.text() for one in banner.findChildren(QLabel) if one.text()]


@pytest.mark.parametrize("tone", ["info", "good", "warn", "bad"])
def test_a_notice_is_told_with_a_sign_for_its_tone(qtbot: QtBot, tone: Tone) -> None:
    """Not by its colour alone."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice(tone, "Title", "Text"))
    assert texts(banner) == ["Title", "Text"]
    assert len(banner.findChildren(Sign)) == 1


def test_another_notice_takes_its_place(qtbot: QtBot) -> None:
    """One thing at a time."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("info", "First"))
    banner.show_notice(Notice("bad", "Second"))
    assert texts(banner) == ["Second"]


def test_a_notice_can_be_closed_and_its_button_pressed(qtbot: QtBot) -> None:
    """Both are told."""
    told: list[str] = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.acted.connect(lambda: told.append("acted"))
    banner.closed.connect(lambda: told.append("closed"))
    banner.show_notice(Notice("info", "Title", "", "Do it"))
    banner.findChildren(QPushButton)[0].click()
    banner.findChildren(QToolButton)[0].click()
    assert told == ["acted", "closed"]
    assert not banner.isVisible()
    assert banner.notice is None


def test_what_holds_for_long_can_not_be_closed(qtbot: QtBot) -> None:
    """There is no button for it."""
    banner = Banner(closable=False)
    qtbot.addWidget(banner)
    banner.show_notice(Notice("info", "Title"))
    assert banner.findChildren(QToolButton) == []


def test_what_a_user_typed_is_never_read_as_markup(qtbot: QtBot) -> None:
    """A name may hold anything."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("info", "<b>Kiln</b>", "<img src=x>"))
    assert texts(banner) == ["<b>Kiln</b>", "<img src=x>"]
