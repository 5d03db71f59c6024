"""Why nothing was read of a picture, as far as can be seen.

A guess, said as advice: only pictures that gave no code at all are asked about.
"""

from collections import Counter
from typing import Final, Literal

from vault.optics.pictures import Picture

Fault = Literal["", "blurred", "blank", "small", "cut", "glare"]
BLANK_CONTRAST: Final = 40  # of 255: black print on white paper has five times that
# Edges less steep than this part of the contrast: no code was read above it, and none
# that was read lay below (blurs of 0.5 to 5 pixels at 150 dpi, sheets and covers).
BLURRED_EDGE: Final = 0.22
# A sheet is 413 modules wide, and no reader does with less than 1.7 pixels for one.
SMALL_PIXELS: Final = 700
# A code that runs out of the picture turns from dark to light 34 times along its edge;
# a table, a shadow or a finger does so a few times.
CUT_TURNS: Final = 30
# Light that burns out has one shade; paper beside it is seen as some other.
BURNT: Final = 253
_BURNT_LEAST, _BURNT_MOST = 0.04, 0.6
_PAPER_LEAST: Final = 0.1
_PAPER_SHADES: Final = 12  # that far about its own, for the paper is lit unevenly
_SAMPLE: Final = 20_011  # pixels looked at for shades; a prime keeps off the columns


def fault_of(picture: Picture) -> Fault:
    """Say why nothing was read: for a sharp picture of something else, nothing."""
    contrast, edge = picture.sharpness()
    if max(contrast, edge) < BLANK_CONTRAST:
        return "blank"
    if min(picture.width, picture.height) < SMALL_PIXELS:
        return "small"
    if edge < BLURRED_EDGE * contrast:
        return "blurred"
    if _is_cut(picture):
        return "cut"
    return "glare" if _is_burnt(picture) else ""


def _is_cut(picture: Picture) -> bool:
    """Tell whether print runs over one of the four edges."""
    grey, width = picture.grey, picture.width
    sides = (grey[:width], grey[-width:], grey[::width], grey[width - 1 :: width])
    shades = sorted(_sampled(picture))
    dark, light = shades[len(shades) // 100], shades[len(shades) * 9 // 10]
    return any(_turns(side, dark, light) >= CUT_TURNS for side in sides)


def _turns(line: bytes, dark: int, light: int) -> int:
    """Count the turns from clearly dark to clearly light; grain is neither."""
    quarter = (light - dark) / 4
    turns, was_dark = 0, False
    for shade in line:
        if shade < dark + quarter:
            was_dark = True
        elif shade > light - quarter:
            turns += was_dark
            was_dark = False
    return turns


def _is_burnt(picture: Picture) -> bool:
    """Tell whether a part is burnt out, while paper is seen elsewhere."""
    shades = Counter(_sampled(picture))
    total = sum(shades.values())
    burnt = sum(shades[shade] for shade in range(BURNT, 256)) / total
    paper = max(
        sum(shades[shade + off] for off in range(-_PAPER_SHADES, _PAPER_SHADES + 1))
        for shade in range(128, BURNT - _PAPER_SHADES)
    )
    return _BURNT_LEAST < burnt < _BURNT_MOST and paper / total > _PAPER_LEAST


def _sampled(picture: Picture) -> bytes:
    return picture.grey[:: max(len(picture.grey) // _SAMPLE, 1)]
