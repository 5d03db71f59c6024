"""The test page measured: its scale to a tenth of a per cent, its black, its lines."""

import pytest
from PIL import Image, ImageFilter

from tests.tried_page import as_picture, photo, scan_of, shrunk
from vault.kit.test_page_reading import Measured, measured
from vault.optics.pictures import Picture

WHOLE = ("sturdy", "compact", "compact", "sturdy", "fine", "compact", "sturdy")
WHOLE = (*WHOLE, "coarse")


def page_on(image: Image.Image) -> Measured:
    """Return what is measured; fails where nothing is."""
    page = measured(as_picture(image))
    assert page is not None
    return page


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("dpi", [150, 300])
def test_a_clean_scan_shows_all_of_it(paper: str, dpi: int) -> None:
    """Every code, the true scale, black on white, half of the dots half dark."""
    page = page_on(scan_of(paper, dpi))
    assert (page.paper, page.read, page.missing) == (paper, WHOLE, ())
    assert page.percent == pytest.approx(100, abs=0.1)
    assert page.module_pixels == pytest.approx(dpi / 50, abs=0.02)
    assert (page.white, page.black, page.pale) == (255, 0, 0)
    assert page.grey == pytest.approx(0.5, abs=0.05)
    assert page.lines[2] > 0.7


@pytest.mark.parametrize("percent", [103, 97, 93, 50])
def test_the_scale_is_found_to_a_fifth_of_a_per_cent(percent: float) -> None:
    """From the distance of codes on a scan, whose resolution its size tells."""
    assert page_on(shrunk(percent)).percent == pytest.approx(percent, abs=0.2)


def test_it_may_lie_askew_and_upside_down() -> None:
    """As pages lie on a scanner."""
    turned = scan_of().rotate(183, resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = page_on(turned)
    assert page.read == WHOLE
    assert page.percent == pytest.approx(100, abs=0.2)
    assert page.lines[2] > 0.7


def test_a_photo_has_no_scale() -> None:
    """But all the rest, however it was held."""
    page = page_on(photo())
    assert page.read == WHOLE
    assert page.percent is None
    assert (page.white, page.black) == (255, 0)
    assert page.lines[2] > 0.7


@pytest.mark.slow
def test_what_lies_beyond_the_edge_is_told_apart() -> None:
    """From what should be in the picture, and is not read."""
    cropped = scan_of().crop((0, 0, 2000, 3000))
    spoilt = scan_of()
    spoilt.paste(255, (1800, 200, 2300, 700))
    assert page_on(cropped).outside
    page = page_on(spoilt)
    assert (page.outside, page.missing) == (False, ("compact",))


def test_lines_that_run_together_count_nothing() -> None:
    """The finest first, as the picture gets less sharp."""
    at = [page_on(scan_of().filter(ImageFilter.GaussianBlur(r))) for r in (0, 1, 2)]
    assert [page.lines[0] < 0.3 for page in at] == [False, True, True]
    assert [page.lines[1] < 0.3 for page in at] == [False, False, True]
    assert [page.lines[2] < 0.3 for page in at] == [False, False, False]


def test_pictures_of_something_else_are_no_test_page() -> None:
    """White paper, for one."""
    assert measured(Picture(b"\xff" * 250_000, 500, 500)) is None


def test_no_ink_at_all_has_no_lines() -> None:
    """A scanner that levels all shades: nothing is divided by nothing."""
    page = scan_of()
    page.paste(255, (0, 1600, 2480, 1810))
    blank = page_on(page)
    assert (blank.white, blank.black) == (255, 255)
    assert (blank.grey, blank.lines) == (0, (0, 0, 0))
