"""Tiles: which letters, and colours that can be read."""

import pytest
from PySide6.QtGui import QColor

from ui.shared.monogram import letters_of, tile_colours

NAMES = [f"Shop {n}" for n in range(60)]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Instagram", "In"),
        ("Google Account", "GA"),
        ("X (Twitter)", "X"),
        ("Bilibili (哔哩哔哩)", "Bi"),
        ("抖音", "抖"),
        ("mobile carrier, 陶艺", "MC"),
        ("Etsy 陶艺", "Et"),
        ("(…)", "?"),
        ("(abc)", "Ab"),
        ("", "?"),
    ],
)
def test_one_or_two_letters_stand_for_a_name(name: str, letters: str) -> None:
    """What stands in brackets counts only where nothing else does."""
    assert letters_of(name) == letters


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("dark", [False, True])
def test_the_letters_can_be_read_on_every_tile(dark: bool) -> None:
    """At 4.5 to 1, in both schemes."""
    for name in NAMES:
        ground, ink = tile_colours(name, dark=dark)
        low, high = sorted((luminance(ground), luminance(ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_a_name_keeps_its_colour_and_others_have_others() -> None:
    """Whatever its case."""
    assert tile_colours("Etsy", dark=False) == tile_colours(" etsy ", dark=False)
    seen = {tile_colours(name, dark=False)[0].name() for name in NAMES}
    assert len(seen) >= 6
