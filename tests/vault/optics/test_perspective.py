"""From paper to picture: exact where it can be, the nearest where it can't."""

import pytest

from vault.optics.perspective import Point, perspective

PAPER: list[Point] = [(0, 0), (200, 0), (200, 300), (0, 300), (100, 150)]


def seen(x: float, y: float) -> Point:
    """Return where a lens shows a place: aside, turned, and further off below."""
    depth = 0.0004 * x + 0.0007 * y + 1
    return (2 * x - 0.3 * y + 40) / depth, (0.4 * x + 1.8 * y + 90) / depth


def test_every_place_is_found_from_four() -> None:
    """Those between as well."""
    view = perspective([(at, seen(*at)) for at in PAPER[:4]])
    assert view is not None
    for at in [*PAPER, (33, 270)]:
        assert view.at(*at) == pytest.approx(seen(*at), abs=1e-6)


def test_places_seen_badly_are_met_half_way() -> None:
    """A pixel's mistake in one corner is no more than a pixel anywhere."""
    pairs = [(at, seen(*at)) for at in PAPER]
    (at, (x, y)), *rest = pairs
    view = perspective([(at, (x + 1, y)), *rest])
    assert view is not None
    for one in PAPER:
        assert view.at(*one) == pytest.approx(seen(*one), abs=1)


@pytest.mark.parametrize(
    "paper", [PAPER[:3], [(0, 0), (1, 1), (2, 2), (3, 3)], [(5, 5)] * 4]
)
def test_what_shows_no_plane_gives_none(paper: list[Point]) -> None:
    """Too few places, or all on one line."""
    assert perspective([(at, seen(*at)) for at in paper]) is None
