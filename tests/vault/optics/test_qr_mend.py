"""Codes read where they must lie."""

import random

import pytest
from PIL import Image, ImageDraw

from tests.paper import codes_of
from vault.encoding import base45
from vault.optics.pictures import Picture
from vault.optics.qr_mend import read_at
from vault.optics.qr_read import read_codes

TEXT = "SK:" + base45.encode(random.Random(5).randbytes(320))
LEFT, SIDE = 100, 69 * 4  # pixels
CORNERS = [(100.0, 100.0), (376.0, 100.0), (376.0, 376.0), (100.0, 376.0)]


def code() -> Image.Image:
    """Return one code on white."""
    (modules,) = codes_of([TEXT])
    dots = bytes(0 if black else 255 for row in modules for black in row)
    drawn = Image.frombytes("L", (69, 69), dots)
    page = Image.new("L", (SIDE + 2 * LEFT, SIDE + 2 * LEFT), 255)
    page.paste(drawn.resize((SIDE, SIDE), Image.Resampling.NEAREST), (LEFT, LEFT))
    return page


def picture_of(page: Image.Image) -> Picture:
    """Return the page as the reader gets it."""
    return Picture(page.tobytes(), *page.size)


def hidden(page: Image.Image, *finders: tuple[int, int]) -> Image.Image:
    """Return the page with these corners scribbled over."""
    for x, y in finders:
        left, top = LEFT + x * (SIDE - 28), LEFT + y * (SIDE - 28)
        ImageDraw.Draw(page).rectangle((left, top, left + 27, top + 27), fill=90)
    return page


def test_a_code_without_a_corner_is_read_at_its_place() -> None:
    """No reader finds it; whoever knows where it is reads it."""
    page = picture_of(hidden(code(), (0, 0), (1, 0)))
    assert read_codes(page) == []
    assert TEXT in read_at(page, CORNERS, 13)


@pytest.mark.parametrize("off", [-18, 11])
def test_its_place_need_not_be_exact(off: int) -> None:
    """Some modules off, and one corner hidden: the others show where it is."""
    corners = [(x + off, y - off) for x, y in CORNERS]
    page = picture_of(hidden(code(), (0, 1)))
    assert TEXT in read_at(page, corners, 13)


def test_a_place_without_a_code_gives_nothing() -> None:
    """Blank paper, and noise."""
    blank = Picture(bytes([200]) * 500 * 500, 500, 500)
    noise = Picture(random.Random(1).randbytes(500 * 500), 500, 500)
    assert list(read_at(blank, CORNERS, 13)) == []
    assert TEXT not in list(read_at(noise, CORNERS, 13))
