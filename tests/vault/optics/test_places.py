"""Views in perspective, fitted to what is seen."""

import pytest

from vault.optics.places import misfit, seen, view

SLANT = (1.9, 0.2, 40.0, -0.1, 2.1, 60.0, 0.0001, 0.0002)
PAGE = [(20.0, 30.0), (560.0, 40.0), (550.0, 800.0), (25.0, 790.0), (300.0, 400.0)]
PAIRS = [(place, seen(SLANT, place)) for place in PAGE]


def test_four_corners_give_the_view() -> None:
    """And every other place with it."""
    through = view(PAIRS[:4])
    assert seen(through, PAGE[4]) == pytest.approx(PAIRS[4][1])


def test_more_pairs_are_fitted_by_least_squares() -> None:
    """One that is off by a pixel moves the view by less."""
    off = [*PAIRS, ((100.0, 100.0), (500.0, 500.0))]
    assert misfit(view(PAIRS), PAIRS) == pytest.approx(0, abs=1e-6)
    assert misfit(view(off), PAIRS) > 1


def test_weight_says_which_pairs_count() -> None:
    """What weighs next to nothing moves nothing."""
    off = [*PAIRS, ((100.0, 100.0), (500.0, 500.0))]
    weighed = view(off, [1.0] * len(PAIRS) + [1e-9])
    assert misfit(weighed, PAIRS) < 0.01


def test_pairs_on_a_line_give_no_view() -> None:
    """Nothing follows from them."""
    with pytest.raises(ValueError, match=r"^$"):
        view([((float(x), 0.0), (float(x), 0.0)) for x in range(4)])


def test_what_lies_on_the_horizon_is_far_away() -> None:
    """And nothing is divided by zero."""
    x, y = seen((1, 0, 0, 0, 1, 0, -1, 0), (1, 5))
    assert min(x, y) < -1e6
