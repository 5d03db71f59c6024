"""Why nothing was read: one reason a picture, each seen on a drawn sheet."""

import random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.paper import codes_of, draw_page, scanned
from vault.kit.fault import fault_of
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan
from vault.optics.pictures import Picture

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
FRAMES = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)


@pytest.fixture(scope="module")
def sheet() -> Image.Image:
    """A sheet as a common scanner gives it."""
    return scanned(fine(), 150)


def fine() -> Image.Image:
    """Return the sheet at 300 dpi."""
    return draw_page(codes_of([frame.to_text() for frame in FRAMES[:24]]))


def told(image: Image.Image) -> str:
    return fault_of(Picture(image.tobytes(), image.width, image.height))


def test_a_whole_and_sharp_sheet_has_no_fault(sheet: Image.Image) -> None:
    """Whatever was wrong with it can't be seen."""
    assert told(sheet) == ""


def test_a_grey_wall_is_blank() -> None:
    """As is an empty page."""
    assert told(Image.new("L", (1240, 1754), 120)) == "blank"


def test_a_thumbnail_is_too_small(sheet: Image.Image) -> None:
    """Messengers send such."""
    assert told(sheet.resize((420, 594), Image.Resampling.BICUBIC)) == "small"


def test_a_shaken_hand_is_blurred(sheet: Image.Image) -> None:
    """All over."""
    assert told(sheet.filter(ImageFilter.GaussianBlur(6))) == "blurred"


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
def test_codes_that_run_out_of_the_picture_are_cut_off(side: str) -> None:
    """At any of the four edges."""
    page = fine()
    box = {
        "left": (340, 0, *page.size),
        "top": (0, 340, *page.size),
        "right": (0, 0, 900, page.height),
        "bottom": (0, 0, page.width, 900),
    }[side]
    assert told(page.crop(box)) == "cut"


def test_a_lamp_in_the_paper_is_glare(sheet: Image.Image) -> None:
    """Burnt out in one place, paper in the others."""
    dim = sheet.point(lambda shade: shade * 200 // 255)
    ImageDraw.Draw(dim).ellipse((150, 200, 1100, 1500), fill=255)
    assert told(dim) == "glare"


def test_a_dim_table_around_a_page_of_words_is_none_of_these() -> None:
    """Somebody's letter has no codes."""
    letter = Image.new("L", (1240, 1754), 90)
    pen = ImageDraw.Draw(letter)
    pen.rectangle((100, 100, 1140, 1654), fill=225)
    for line in range(200, 1500, 40):
        pen.text((150, line), "Dear Ana, the lamp came yesterday." * 3, fill=20)
    assert told(letter) == ""
