"""QR codes read from pages: clean, turned, coarse, blurred, noisy."""

import random

import pytest
from PIL import Image

from tests.paper import DOWN, LEFT, TOP, codes_of, draw_page, file_of, scanned
from vault.encoding import base45
from vault.optics import qr_read
from vault.optics.pictures import Picture, decode_picture
from vault.optics.qr_read import PASSES, find_codes, read_codes


def some_texts(frame_bytes: int) -> list[str]:
    """Return 24 texts as a sheet has them."""
    rng = random.Random(frame_bytes)
    return ["SK:" + base45.encode(rng.randbytes(frame_bytes)) for _ in range(24)]


STURDY, COMPACT = some_texts(320), some_texts(435)


@pytest.fixture(scope="module")
def sturdy() -> Image.Image:
    """A page of 24 sturdy codes."""
    return draw_page(codes_of(STURDY, 13))


@pytest.fixture(scope="module")
def compact() -> Image.Image:
    """A page of 24 compact codes."""
    return draw_page(codes_of(COMPACT, 16), module_pixels=5)


def as_picture(page: Image.Image) -> Picture:
    """Return the page as the reader gets it."""
    return decode_picture(file_of(page, compress_level=1))


@pytest.mark.long
@pytest.mark.parametrize(
    ("dpi", "turned"),
    [(150, 0), (150, 1.5), (200, 1.5), (300, 0), (300, 1.5), (400, 0), (600, 0)],
)
def test_all_24_codes_of_a_scan_are_read(
    sturdy: Image.Image, dpi: int, turned: float
) -> None:
    """Whatever the scanner's resolution, and lying a little askew."""
    page = scanned(sturdy, dpi, turned)
    assert sorted(read_codes(as_picture(page), 24)) == sorted(STURDY)


@pytest.mark.parametrize("dpi", [150, 300])
def test_compact_codes_are_read_as_well(compact: Image.Image, dpi: int) -> None:
    """The finer print needs no finer scanner while it is clean."""
    page = scanned(compact, dpi, turned_degrees=1.5)
    assert sorted(read_codes(as_picture(page), 24)) == sorted(COMPACT)


@pytest.mark.long
@pytest.mark.parametrize(
    ("dpi", "turned", "blur_mm"), [(300, 1.5, 0.27), (300, 0.7, 0.25), (150, 0.7, 0.26)]
)
def test_a_blurred_page_is_read_by_the_later_passes(
    sturdy: Image.Image, dpi: int, turned: float, blur_mm: float
) -> None:
    """What the first look misses, a filtered one finds."""
    picture = as_picture(scanned(sturdy, dpi, turned, blur_mm))
    assert len(read_codes(picture, 24, passes=1)) < 24
    assert sorted(read_codes(picture, 24, passes=2)) == sorted(STURDY)


def test_poor_jpeg_is_read(sturdy: Image.Image) -> None:
    """Blocks of strong compression cost nothing."""
    data = file_of(scanned(sturdy, 200, 1), "JPEG", quality=40)
    assert len(read_codes(decode_picture(data), 24)) == 24


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_sheets_lie_any_way_round(sturdy: Image.Image, quarter_turns: int) -> None:
    """Upside down or sideways, the same codes come back."""
    page = scanned(sturdy, 150).rotate(90 * quarter_turns, expand=True)
    assert len(read_codes(as_picture(page), 24)) == 24


def test_a_code_shown_twice_is_given_once() -> None:
    """Texts are a set in the order found."""
    codes = codes_of(STURDY[:2])
    page = scanned(draw_page([codes[0], codes[1], codes[0]]), 150)
    assert sorted(read_codes(as_picture(page))) == sorted(STURDY[:2])


def test_reading_stops_when_all_that_is_expected_is_found(
    sturdy: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One look is enough for a clean page; without a number all are taken."""
    looks = []
    plain = qr_read._texts

    def counted(picture: Picture, binarizer: object) -> list[str]:
        looks.append((picture.width, picture.height))
        return plain(picture, binarizer)

    monkeypatch.setattr(qr_read, "_texts", counted)
    picture = as_picture(scanned(sturdy, 150))
    read_codes(picture, 24)
    assert len(looks) == 1
    read_codes(picture)
    assert len(looks) == 1 + len(PASSES)


def test_enlarging_keeps_within_the_pixel_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A picture at the limit is looked at in its own size only."""
    picture = Picture(bytes(400 * 400), 400, 400)
    monkeypatch.setattr(qr_read, "PICTURE_PIXELS", picture.width * picture.height)
    sizes = []

    def noted(picture: Picture, _binarizer: object) -> list[str]:
        sizes.append(picture.width)
        return []

    monkeypatch.setattr(qr_read, "_texts", noted)
    assert read_codes(picture) == []
    assert set(sizes) == {400}


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (40, 40)])
def test_pictures_without_codes_give_nothing(size: tuple[int, int]) -> None:
    """Grain, stripes and single dots are no codes, and no errors."""
    width, height = size
    picture = Picture(random.Random(3).randbytes(width * height), width, height)
    assert read_codes(picture) == []


def test_codes_are_found_at_their_places(sturdy: Image.Image) -> None:
    """The same on a picture of half the size, whichever look finds them."""
    whole = {code.text: code for code in find_codes(as_picture(sturdy), 24)}
    half = find_codes(as_picture(scanned(sturdy, 150)), 24)
    assert set(whole) == set(STURDY)
    first, left = whole[STURDY[0]].corners, whole[STURDY[4]].corners
    assert first[0] == pytest.approx((LEFT, TOP), abs=1)
    assert left[0] == pytest.approx((LEFT, TOP + DOWN), abs=1)
    for code in half:
        for (x, y), (wide, high) in zip(
            code.corners, whole[code.text].corners, strict=True
        ):
            assert (2 * x, 2 * y) == pytest.approx((wide, high), abs=2.5)
