"""The page of platforms alone: what is found among many."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.views.new_platforms import NewPlatforms, PlatformTile
from ui.widgets.tile import Tile

TILES = (
    PlatformTile("etsy", "Etsy"),
    PlatformTile("instagram", "Instagram", ticked=True),
    PlatformTile("bilibili", "Bilibili (哔哩哔哩)"),
    PlatformTile("", "Something else"),
)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("", {"Etsy", "Instagram", "Bilibili (哔哩哔哩)", "Something else"}),
        (" ETS", {"Etsy", "Instagram", "Something else"}),
        ("哔哩", {"Bilibili (哔哩哔哩)", "Instagram", "Something else"}),
        ("no such", {"Instagram", "Something else"}),
    ],
)
def test_a_platform_is_found_by_a_part_of_its_name(
    qtbot: QtBot, typed: str, seen: set[str]
) -> None:
    """What is ticked stays in sight, and so does the way out."""
    page = NewPlatforms(TILES, (4, 6))
    qtbot.addWidget(page)
    (find,) = page.findChildren(QLineEdit)
    find.setText(typed)
    tiles = page.findChildren(Tile)
    assert {one.text() for one in tiles if one.isVisibleTo(page)} == seen
