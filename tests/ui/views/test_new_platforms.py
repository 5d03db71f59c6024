"""The page of platforms alone: what is found among many."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.views.new_platforms import NewPlatforms, PlatformTile
from ui.widgets.tile import Tile

TILES = (
    PlatformTile("etsy", "Etsy", group="Shops"),
    PlatformTile("instagram", "Instagram", ticked=True, group="Social", also=("IG",)),
    PlatformTile("bilibili", "Bilibili (哔哩哔哩)", group="Video"),
    PlatformTile("google-account", "Google Account", group="Mail", also=("Gmail",)),
    PlatformTile("", "Something else"),
)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("", {one.name for one in TILES}),
        ("gmai", {"Google Account", "Instagram", "Something else"}),
        (" ETS", {"Etsy", "Instagram", "Something else"}),
        ("哔哩", {"Bilibili (哔哩哔哩)", "Instagram", "Something else"}),
        ("no such", {"Instagram", "Something else"}),
    ],
)
def test_a_platform_is_found_by_a_part_of_its_names(
    qtbot: QtBot, typed: str, seen: set[str]
) -> None:
    """What is ticked stays in sight, and so does the way out."""
    page = NewPlatforms(TILES, (4, 6))
    qtbot.addWidget(page)
    (find,) = page.findChildren(QLineEdit)
    find.setText(typed)
    tiles = page.findChildren(Tile)
    assert {one.text() for one in tiles if one.isVisibleTo(page)} == seen


@pytest.mark.parametrize(
    ("typed", "headings"),
    [
        ("", ["Shops", "Social", "Video", "Mail"]),
        ("gmail", ["Social", "Mail"]),
        ("no such", ["Social"]),
    ],
)
def test_tiles_stand_in_groups_and_an_empty_one_has_no_heading(
    qtbot: QtBot, typed: str, headings: list[str]
) -> None:
    """In the order given; one without a name has none at all."""
    page = NewPlatforms(TILES, (4, 6))
    qtbot.addWidget(page)
    (find,) = page.findChildren(QLineEdit)
    find.setText("x")
    find.setText(typed)
    groups = {one.group for one in TILES}
    shown = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    assert [one.text() for one in shown if one.text() in groups] == headings
