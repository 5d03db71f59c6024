"""What a test page is worth: rendered and damaged pictures, each judged by name."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.tried_page import as_picture, photo, scan_of, shrunk
from vault.kit.test_page_reading import measured
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
