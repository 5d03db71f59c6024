"""A tile: to press or to tick, with words that wrap and a sign beside the colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.person import name_of
from ui.widgets.tile import Tile

LONG = "A platform whose name is as long as eighty characters, or even a little longer"


def pixels(tile: Tile) -> QImage:
    return tile.grab().toImage()


def test_a_tile_is_pressed_like_a_button(qtbot: QtBot) -> None:
    """By the mouse and by Space."""
    done: list[str] = []
    tile = Tile("Open a vault", lambda: done.append("it"), "open")
    qtbot.addWidget(tile)
    tile.show()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert done == ["it", "it"]
    assert not tile.isChecked()


def test_a_tile_that_ticks_says_so_without_its_colour(qtbot: QtBot) -> None:
    """A screen reader hears a box; the sign at its end is another one."""
    tile = Tile("Etsy", ticks=True)
    qtbot.addWidget(tile)
    tile.resize(300, 64)
    tile.show()
    before = pixels(tile)
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert tile.isChecked()
    assert pixels(tile) != before


def test_a_name_with_a_mark_of_the_keyboard_is_read_whole(qtbot: QtBot) -> None:
    """No letter of it becomes a shortcut."""
    tile = Tile("Kiln & Clay")
    qtbot.addWidget(tile)
    assert name_of(tile).replace("&", "") == "Kiln  Clay"
    assert tile.shortcut().isEmpty()


def test_words_that_do_not_fit_go_on_below(qtbot: QtBot) -> None:
    """The tile grows, in whole lines."""
    tile = Tile(LONG, picture="open", ticks=True)
    qtbot.addWidget(tile)
    assert tile.heightForWidth(700) < tile.heightForWidth(300)
    assert tile.heightForWidth(300) < tile.heightForWidth(160)
    assert tile.minimumSizeHint().width() < 300


@pytest.mark.parametrize("ticked", [True, False])
def test_a_tile_is_drawn_the_other_way_round(qtbot: QtBot, ticked: bool) -> None:
    """Where writing goes from right to left: the picture stands at the right."""
    images = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        tile = Tile("Etsy", ticks=True)
        tile.setLayoutDirection(direction)
        tile.setChecked(ticked)
        qtbot.addWidget(tile)
        tile.resize(300, 64)
        images.append(pixels(tile))
    first, second = images
    left, right = QColor(first.pixel(24, 20)), QColor(second.pixel(300 - 24, 20))
    assert left == right
    assert first != second


def test_a_tile_that_can_not_be_pressed_is_drawn_faint(qtbot: QtBot) -> None:
    """And takes no click."""
    tile = Tile("Etsy", picture="open")
    qtbot.addWidget(tile)
    tile.resize(300, 64)
    before = pixels(tile)
    tile.setEnabled(False)
    QApplication.processEvents()
    assert pixels(tile) != before
