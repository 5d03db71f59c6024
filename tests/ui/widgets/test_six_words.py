"""Drawn words to be written down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.six_words import SixWords

DRAWN = ("glad", "amber", "river", "stone", "quiet", "lamp")


def shown(words: SixWords) -> list[str]:
    return [one.text() for one in words.findChildren(QLabel)]


def test_words_are_numbered_in_their_order(qtbot: QtBot) -> None:
    """Whoever copies them out of order locks himself out."""
    words = SixWords()
    qtbot.addWidget(words)
    words.show_words(DRAWN)
    expected = [part for n, word in enumerate(DRAWN, 1) for part in (str(n), word)]
    assert shown(words) == expected


def test_words_can_be_read_out_and_reached(qtbot: QtBot) -> None:
    """By Tab; nothing of them is in a name that is said unasked."""
    words = SixWords()
    qtbot.addWidget(words)
    words.show_words(DRAWN)
    assert words.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert words.accessibleDescription() == ", ".join(DRAWN)
    assert "glad" not in words.accessibleName()


def test_words_can_not_be_selected(qtbot: QtBot) -> None:
    """What is selected is soon on the clipboard."""
    words = SixWords()
    qtbot.addWidget(words)
    words.show_words(DRAWN)
    flags = [one.textInteractionFlags() for one in words.findChildren(QLabel)]
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert not any(one & selectable for one in flags)


def test_other_words_take_the_place_of_those_before(qtbot: QtBot) -> None:
    """None of them stays."""
    words = SixWords()
    qtbot.addWidget(words)
    words.show_words(DRAWN)
    words.show_words(("kiln",))
    assert shown(words) == ["1", "kiln"]
    assert words.accessibleDescription() == "kiln"
