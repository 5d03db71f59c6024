"""What a test page is worth: rendered and damaged pictures, each judged by name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.tried_page import as_picture, photo, scan_of, shrunk
from vault.kit.test_page_reading import Measured, measured
from vault.kit.test_page_verdict import Verdict, verdict

Made = Callable[[], Image.Image]


def judged(image: Image.Image) -> Verdict:
    """Return the verdict on a picture that shows a test page."""
    page = measured(as_picture(image))
    assert page is not None
    return verdict(page)


def blurred(radius: float) -> Image.Image:
    return scan_of().filter(ImageFilter.GaussianBlur(radius))


def faint() -> Image.Image:
    return scan_of().point(lambda shade: 255 - (255 - shade) * 0.3)


def dark() -> Image.Image:
    return scan_of().point(lambda shade: shade * 0.3)


def inked(filtered: ImageFilter.Filter) -> Image.Image:
    """Return a scan of a page whose ink runs, or of one that lacks some."""
    return scan_of(dpi=600).filter(filtered).reduce(2)


def streaked() -> Image.Image:
    """Return a page with pale streaks through the patches, between its codes."""
    page = scan_of()
    draw = ImageDraw.Draw(page)
    for y in range(1650, 1850, 24):
        draw.line((0, y, page.width, y), fill=200, width=4)
    return page


def holed() -> Image.Image:
    page = scan_of()
    page.paste(255, (1800, 200, 2300, 700))
    return page


def cornered() -> Image.Image:
    page = scan_of()
    page.paste(255, (0, 0, 520, 520))
    return page


PICTURES: list[tuple[Made, str, set[str]]] = [
    (scan_of, "compact", set()),
    (lambda: scan_of("letter"), "compact", set()),
    (lambda: scan_of(dpi=150), "compact", set()),
    (lambda: shrunk(97), "compact", {"scaled"}),
    (lambda: shrunk(104), "compact", {"scaled"}),
    (photo, "compact", {"unscaled"}),
    (lambda: photo().reduce(4), "sturdy", {"coarse", "spare", "unscaled"}),
    (lambda: blurred(3), "sturdy", {"blurred"}),
    (lambda: blurred(4), "neither", {"blurred"}),
    (lambda: scan_of().crop((0, 0, 2000, 3000)), "again", {"cut", "unscaled"}),
    (faint, "compact", {"faint"}),
    (dark, "compact", {"dark"}),
    (lambda: inked(ImageFilter.MinFilter(5)), "compact", {"spread"}),
    (lambda: inked(ImageFilter.MaxFilter(5)), "compact", {"thin"}),
    (streaked, "compact", {"patchy"}),
    (holed, "sturdy", {"spot"}),
    (cornered, "neither", {"spot"}),
]
NAMES = [
    "scan", "letter", "coarse scan", "small", "large", "photo", "small photo",
    "blurred", "very blurred", "cropped", "faint", "dark", "spread", "thin",
    "streaked", "stained", "corner cut off",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("made", "fit", "faults"), PICTURES, ids=NAMES)
def test_each_picture_is_judged_by_what_was_done_to_it(
    made: Made, fit: str, faults: set[str]
) -> None:
    """Nothing else is found at fault."""
    told = judged(made())
    assert (told.fit, set(told.faults)) == (fit, faults)
    assert len(told.faults) == len(faults)


GOOD = Measured(
    paper="a4",
    read=("fine", "compact", "sturdy", "coarse"),
    missing=(),
    outside=False,
    module_pixels=6,
    percent=100,
    white=250,
    black=10,
    grey=0.5,
    pale=0,
    lines=(0.2, 0.8, 0.9),
)
JUDGED: list[tuple[dict[str, Any], str, set[str]]] = [
    ({}, "compact", set()),
    ({"percent": 97}, "compact", {"scaled"}),
    ({"percent": None}, "compact", {"unscaled"}),
    ({"module_pixels": 2.8}, "compact", {"coarse"}),
    ({"lines": (0, 0, 0.1)}, "compact", {"blurred"}),
    ({"white": 80, "black": 0}, "compact", {"dark"}),
    ({"black": 200}, "compact", {"faint"}),
    ({"pale": 0.1}, "compact", {"patchy"}),
    ({"grey": 0.9}, "compact", {"spread"}),
    ({"grey": 0.1}, "compact", {"thin"}),
    ({"grey": 0.1, "module_pixels": 2.8}, "compact", {"coarse"}),
    ({"missing": ("fine",), "read": ("compact", "sturdy")}, "sturdy", {"spare"}),
    ({"missing": ("compact",), "read": ("sturdy",)}, "sturdy", set()),
    ({"missing": ("compact",)}, "sturdy", {"spot"}),
    ({"missing": ("sturdy",), "read": ("coarse",)}, "neither", set()),
    ({"missing": ("sturdy",), "outside": True}, "again", {"cut"}),
]


@pytest.mark.parametrize(("other", "fit", "faults"), JUDGED)
def test_each_measure_has_its_bound(
    other: dict[str, Any], fit: str, faults: set[str]
) -> None:
    """One measure otherwise than on a good page, and what is said of it."""
    told = verdict(replace(GOOD, **other))
    assert (told.fit, set(told.faults)) == (fit, faults)
