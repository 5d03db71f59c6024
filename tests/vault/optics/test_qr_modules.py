"""The modules that every code of a version has."""

import pytest

from vault.optics.qr_modules import alignments, fixed, side_of
from vault.optics.qr_write import matrix


@pytest.mark.parametrize("version", [2, 3, 7, 10, 13, 16])
def test_the_writer_draws_them_alike(version: int) -> None:
    """Whatever a code says."""
    for text in ("SK:ABC", "12345 HELLO"):
        drawn = matrix(text, version)
        for (x, y), black in fixed(version).items():
            assert drawn[y][x] == black


def test_those_of_our_versions_are_counted() -> None:
    """Sturdy: 69 modules a side, six alignment patterns; compact: 81 and thirteen."""
    assert (side_of(13), len(list(alignments(13)))) == (69, 6)
    assert (side_of(16), len(list(alignments(16)))) == (81, 13)
