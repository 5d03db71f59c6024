"""A tile for each sheet: drawn and in words, never by colour alone."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.widgets.paper import CODES
from ui.widgets.sheet_tiles import SheetState, SheetTile, SheetTiles


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("cells", "needed", "words"),
    [
        (CODES, True, "All codes read"),
        (5, True, "5 of 24 codes"),
        (0, True, "Not read yet"),
        (0, False, "Not needed"),
    ],
)
def test_a_sheet_says_how_it_stands(cells: int, needed: bool, words: str) -> None:
    """Also to who can't see it."""
    tile = SheetTile(SheetState(2, 5, frozenset(range(cells)), needed))
    assert tile.accessibleName() == f"Sheet 2 of 5: {words}"


@pytest.mark.usefixtures("qapp")
def test_codes_are_drawn_where_they_stand() -> None:
    """A corner that was cut off is seen as such."""

    def picture(cells: frozenset[int]) -> object:
        tile = SheetTile(SheetState(1, 2, cells))
        tile.resize(tile.sizeHint())
        return tile.grab().toImage()

    assert picture(frozenset({0})) == picture(frozenset({0}))
    assert picture(frozenset({0})) != picture(frozenset({1}))


@pytest.mark.usefixtures("qapp")
def test_tiles_change_in_place() -> None:
    """Nothing flickers while sheet after sheet is read."""
    tiles = SheetTiles()
    tiles.show_state([SheetState(1, 2), SheetState(2, 2)])
    before = tiles.findChildren(SheetTile)
    tiles.show_state([SheetState(1, 2, frozenset(range(CODES))), SheetState(2, 2)])
    QApplication.processEvents()
    assert tiles.findChildren(SheetTile) == before
    assert before[0].accessibleName() == "Sheet 1 of 2: All codes read"
