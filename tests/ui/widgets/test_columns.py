"""Children side by side where there is room, and closed up over those left out."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.columns import Columns


def places(columns: Columns, labels: list[QLabel]) -> list[tuple[bool, bool]]:
    """Return of each label that is shown: whether it is to the left, and at the top."""
    shown = [one for one in labels if one.isVisibleTo(columns)]
    left, top = min(one.x() for one in shown), min(one.y() for one in shown)
    return [(one.x() == left, one.y() == top) for one in shown]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (60, [(True, True), (False, True), (True, False), (False, False)]),
        (20, [(True, True), (True, False), (True, False), (True, False)]),
    ],
)
def test_they_stand_in_one_column_or_two(
    qtbot: QtBot, letters: int, expected: list[tuple[bool, bool]]
) -> None:
    """In reading order, by the room there is."""
    labels = [QLabel(text) for text in "abcd"]
    columns = Columns(*labels)
    qtbot.addWidget(columns)
    columns.resize(letters * columns.fontMetrics().averageCharWidth(), 400)
    columns.show()
    qtbot.wait_until(lambda: places(columns, labels) == expected)


def test_what_is_left_out_leaves_no_hole(qtbot: QtBot) -> None:
    """And comes back to its own place."""
    labels = [QLabel(text) for text in "abcd"]
    columns = Columns(*labels)
    qtbot.addWidget(columns)
    columns.resize(60 * columns.fontMetrics().averageCharWidth(), 400)
    columns.show()
    whole = [(True, True), (False, True), (True, False), (False, False)]
    qtbot.wait_until(lambda: places(columns, labels) == whole)
    columns.show_only([labels[1], labels[3]])
    qtbot.wait_until(lambda: places(columns, labels) == [(True, True), (False, True)])
    columns.show_only(labels)
    qtbot.wait_until(lambda: places(columns, labels) == whole)


def test_one_alone_is_as_wide_as_one_of_two(qtbot: QtBot) -> None:
    """So that it stands in line with those of other groups."""
    labels = [QLabel(text) for text in "ab"]
    columns = Columns(*labels)
    qtbot.addWidget(columns)
    columns.resize(60 * columns.fontMetrics().averageCharWidth(), 400)
    columns.show()
    pair = [(True, True), (False, True)]
    qtbot.wait_until(lambda: places(columns, labels) == pair)
    wide = labels[0].width()
    columns.show_only(labels[:1])
    qtbot.wait_until(lambda: places(columns, labels) == pair[:1])
    columns.resize(columns.width(), 401)  # laid out anew
    qtbot.wait_until(lambda: labels[0].width() == wide)
    columns.show_only(labels)
    qtbot.wait_until(lambda: places(columns, labels) == pair)
