"""Pages read whole at once, or cell by cell."""

import random

import pytest
from PIL import Image, ImageDraw, ImageOps

from tests.paper import codes_of
from vault.kit import read_page as reading
from vault.kit.frames import frames_of
from vault.kit.pages_paper import PAPERS, PaperName
from vault.kit.plan import Density, Plan
from vault.kit.read_page import read_page
from vault.kit.sheet_grid import DOT_PT, code_corner
from vault.optics.pictures import Picture
from vault.optics.qr_read import Found, Pass, find_in_look

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
FRAMES = frames_of(random.Random(1).randbytes(TWO.envelope_bytes), TWO)
TEXTS = [frame.to_text() for frame in FRAMES[:24]]
PIXELS = 3  # a module: 150 dpi
PT = PIXELS / (12 * DOT_PT)


def sheet(paper: PaperName = "a4") -> Image.Image:
    """Return a sheet as its grid has it, at 150 dpi."""
    size = PAPERS[paper]
    page = Image.new("L", (round(size.width_pt * PT), round(size.height_pt * PT)), 255)
    for cell, modules in enumerate(codes_of(TEXTS)):
        dots = bytes(0 if black else 255 for row in modules for black in row)
        drawn = Image.frombytes("L", (69, 69), dots)
        x, y = code_corner(paper, Density.STURDY, cell)
        side = 69 * PIXELS
        large = drawn.resize((side, side), Image.Resampling.NEAREST)
        page.paste(large, (round(x * PT), round(y * PT)))
    return page


def picture_of(page: Image.Image) -> Picture:
    """Return the page as the reader gets it."""
    return Picture(page.tobytes(), *page.size)


def scribbled(page: Image.Image, *cells: int, paper: PaperName = "a4") -> Image.Image:
    """Return the page with a finder pattern of these codes struck out."""
    for cell in cells:
        x, y = (round(one * PT) for one in code_corner(paper, Density.STURDY, cell))
        far = 7 * PIXELS
        ImageDraw.Draw(page).rectangle((x - 9, y - 9, x + far, y + far), fill=0)
    return page


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Pass]:
    """Return the looks that are taken."""
    taken = []

    def noted(picture: Picture, look: Pass) -> list[Found]:
        taken.append(look)
        return find_in_look(picture, look)

    monkeypatch.setattr(reading, "find_in_look", noted)
    return taken


def test_a_clean_page_takes_one_look(looks: list[Pass]) -> None:
    """So it costs what one look costs."""
    assert sorted(read_page(picture_of(sheet()))) == sorted(TEXTS)
    assert len(looks) == 1


@pytest.mark.long
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_codes_whose_corner_is_struck_out_are_read_by_their_cell(
    paper: PaperName,
) -> None:
    """Their neighbours say where they are, on either paper."""
    page = picture_of(scribbled(sheet(paper), 0, 9, 23, paper=paper))
    assert len(find_in_look(page, Pass())) == 21
    assert sorted(read_page(page)) == sorted(TEXTS)


@pytest.mark.long
def test_a_mirrored_page_is_read_by_its_cells() -> None:
    """As a foil shows it from behind; turned besides."""
    page = ImageOps.mirror(scribbled(sheet(), 4)).rotate(90, expand=True)
    assert sorted(read_page(picture_of(page))) == sorted(TEXTS)


@pytest.mark.long
def test_codes_that_stand_elsewhere_are_read_as_they_are_found() -> None:
    """A collage of three codes fits no sheet; nothing is made up."""
    page = Image.new("L", (1240, 1754), 255)
    places = zip(
        codes_of(TEXTS[:3]), ((100, 100), (700, 200), (300, 1200)), strict=True
    )
    for modules, place in places:
        dots = bytes(0 if black else 255 for row in modules for black in row)
        side = 69 * PIXELS
        drawn = Image.frombytes("L", (69, 69), dots)
        page.paste(drawn.resize((side, side), Image.Resampling.NEAREST), place)
    assert sorted(read_page(picture_of(page))) == sorted(TEXTS[:3])


def test_a_blank_page_gives_nothing() -> None:
    """After every look."""
    assert read_page(Picture(bytes([250]) * 90_000, 300, 300)) == ()


@pytest.mark.long
def test_a_large_picture_is_looked_at_smaller_the_second_time(
    looks: list[Pass], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its cells give is found all the same."""
    monkeypatch.setattr(reading, "LATER_PIXELS", 2_000_000)
    page = scribbled(sheet(), 4)
    large = page.resize((page.width * 2, page.height * 2))
    assert len(read_page(picture_of(large))) == 24
    assert len(looks) > 1


def test_codes_that_lie_on_one_point_fit_no_sheet() -> None:
    """Nothing follows from them, and nothing fails."""
    point = {0: ((5.0, 5.0),) * 4}
    assert reading._grid(point, Density.STURDY) is None
    grid = reading._Grid("a4", Density.STURDY, mirrored=False)
    assert grid.corners(1, point) is None
