"""A page as data: lengths."""

import pytest

from vault.printing.page import Modules, points


def test_an_inch_has_72_points() -> None:
    """Millimetres become points by the inch of 25.4."""
    assert points(25.4) == pytest.approx(72)


def test_the_side_of_a_code_is_its_modules_without_the_quiet_zone() -> None:
    """A code of two modules of 3 points is 6 points wide."""
    assert Modules(0, 0, 3.0, ((True, False), (False, True))).side_pt == 6.0
