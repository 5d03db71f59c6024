"""Scans known by their size, and what counts as scaled."""

import pytest

from vault.kit.scale import is_scaled, scanned_dpi


@pytest.mark.parametrize(
    ("size", "dpi"),
    [
        ((2480, 3508), 300),  # A4
        ((3508, 2480), 300),  # lying
        ((2550, 3300), 300),  # Letter
        ((2550, 3507), 300),  # the whole glass
        ((1275, 2100), 150),  # Legal
        ((1654, 2339), 200),
        ((4960, 7016), 600),
        ((3024, 4032), None),  # telephones
        ((3000, 4000), None),
        ((2448, 3264), None),
        ((1080, 1920), None),
        ((2000, 3000), None),  # cut off
    ],
)
def test_a_scan_is_known_by_its_size(size: tuple[int, int], dpi: int | None) -> None:
    """The glass of a scanner has few sizes, and scanners few resolutions."""
    assert scanned_dpi(*size) == dpi


def test_a_hair_is_no_scale() -> None:
    """Paper shrinks in the heat; nobody is sent back to print for that."""
    assert not is_scaled(None)
    assert not is_scaled(99)
    assert is_scaled(97)
    assert is_scaled(103)
