"""The line of scores: drawn where it belongs, and told in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from ui.shared.palette import LIGHT
from ui.widgets.box import column
from ui.widgets.score_line import Point, ScoreLine

YEAR = (Point("2026-01-01", 50), Point("2026-07-02", 75), Point("2026-12-31", 100))


@pytest.fixture
def around(qapp: QApplication) -> QWidget:
    """Return a page to stand on."""
    assert qapp
    page = QWidget()
    page.resize(400, 200)
    return page


def on(page: QWidget, *points: Point) -> ScoreLine:
    line = ScoreLine()
    page.setLayout(column(line))
    line.show_points(points)
    page.grab()
    return line


def test_without_a_review_nothing_is_drawn(around: QWidget) -> None:
    """There is no line to see."""
    assert not on(around).isVisibleTo(around)


def test_the_points_are_told_in_words(around: QWidget) -> None:
    """In their order."""
    line = on(around, *YEAR)
    assert line.isVisibleTo(around)
    told = "1 Jan 2026: 50 of 100; 2 Jul 2026: 75 of 100; 31 Dec 2026: 100 of 100"
    assert line.accessibleDescription() == told


def test_a_higher_score_stands_higher_and_a_later_day_further(around: QWidget) -> None:
    """In proportion: half a year is half the way."""
    first, middle, last = on(around, *YEAR).places()
    assert first.y() > middle.y() > last.y()
    assert middle.y() == pytest.approx((first.y() + last.y()) / 2)
    assert middle.x() == pytest.approx((first.x() + last.x()) / 2, abs=1)
    assert first.x() < last.x()


def test_from_right_to_left_time_runs_the_other_way(around: QWidget) -> None:
    """As the reading does."""
    around.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, _middle, last = on(around, *YEAR).places()
    assert first.x() > last.x()


@pytest.mark.parametrize("points", [YEAR[:1], YEAR, (Point("never", 0), YEAR[0])])
def test_every_dot_is_drawn_within_the_line(
    around: QWidget, points: tuple[Point, ...]
) -> None:
    """In the colour that is worn, even where a day makes no sense."""
    line = on(around, *points)
    picture = line.grab().toImage()
    ratio = picture.devicePixelRatio()
    for place in line.places():
        assert line.rect().contains(place.toPoint())
        pixel = picture.pixelColor((place * ratio).toPoint())
        assert pixel == QColor(LIGHT.accent)
