"""The looks in which each page is drawn: scheme, text size, size of the window."""

from typing import Final, NamedTuple

from ui.shared.grid import UNIT
from ui.shared.theme import Scheme

WIDTH: Final = 140 * UNIT
HEIGHT: Final = 95 * UNIT


class Look(NamedTuple):
    """One look; a `whole` one is as high as the page needs."""

    name: str
    scheme: Scheme
    text_percent: int = 100
    width: int = WIDTH
    height: int = HEIGHT
    whole: bool = False


LIGHT: Final = Look("light", "light")
DARK: Final = Look("dark", "dark")
LARGE: Final = Look("large-text", "light", 200, whole=True)
NARROW: Final = Look("narrow", "light", 100, 80 * UNIT, 60 * UNIT)
WHOLE: Final = Look("whole", "light", whole=True)
NARROW_LARGE: Final = Look("narrow-large-text", "light", 200, 80 * UNIT, 90 * UNIT)

TYPICAL: Final = (LIGHT, DARK)
ALL: Final = (LIGHT, DARK, WHOLE, LARGE, NARROW, NARROW_LARGE)
