"""Scans known by their size, and what counts as scaled."""

import random

import pytest
from PIL import Image

from tests.paper import codes_of, draw_page
from vault.kit.frames import frames_of
from vault.kit.plan import Density, plan_for
from vault.kit.scale import is_scaled, scanned_dpi, sheet_percent
from vault.optics.pictures import Picture


@pytest.mark.parametrize(
    ("size", "dpi"),
    [
        ((2480, 3508), 300),  # A4
        ((3508, 2480), 300),  # lying
        ((2550, 3300), 300),  # Letter
        ((2550, 3507), 300),  # the whole glass
        ((1275, 2100), 150),  # Legal
        ((1654, 2339), 200),
        ((4960, 7016), 600),
        ((3024, 4032), None),  # telephones
        ((3000, 4000), None),
        ((2448, 3264), None),
        ((1080, 1920), None),
        ((2000, 3000), None),  # cut off
    ],
)
def test_a_scan_is_known_by_its_size(size: tuple[int, int], dpi: int | None) -> None:
    """The glass of a scanner has few sizes, and scanners few resolutions."""
    assert scanned_dpi(*size) == dpi


def test_a_hair_is_no_scale() -> None:
    """Paper shrinks in the heat; nobody is sent back to print for that."""
    assert not is_scaled(None)
    assert not is_scaled(99)
    assert is_scaled(97)
    assert is_scaled(103)


def sheet_at(percent: int, density: Density = Density.STURDY) -> Picture:
    """Return a scan of a sheet with one code, printed at that scale."""
    plan = plan_for(2000, density)
    envelope = random.Random(1).randbytes(plan.envelope_bytes)
    frame = frames_of(envelope, plan)[0]
    page = draw_page(codes_of([frame.to_text()], density.version), 6)
    if density is Density.COMPACT:
        page = page.resize((page.width * 5 // 6, page.height * 5 // 6))
    small = page.resize((page.width * percent // 100, page.height * percent // 100))
    sheet = draw_page([])
    sheet.paste(small, (40, 40))
    return Picture(sheet.tobytes(), sheet.width, sheet.height)


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("percent", [100, 96])
def test_a_sheet_tells_its_scale_by_one_code(percent: int, density: Density) -> None:
    """Within half a per cent, in both densities."""
    picture = sheet_at(percent, density)
    assert sheet_percent(picture) == pytest.approx(percent, abs=0.6)


def test_other_codes_and_photos_tell_none() -> None:
    """They have no size that is known."""
    foreign = draw_page(codes_of(["HELLO"], 4))
    assert sheet_percent(Picture(foreign.tobytes(), *foreign.size)) is None
    blank = Picture(b"\xff" * 1240 * 1754, 1240, 1754)
    assert sheet_percent(blank) is None
    whole = sheet_at(100)
    photo = Image.frombytes("L", (whole.width, whole.height), whole.grey)
    photo = photo.crop((0, 0, 2000, 2600))
    assert sheet_percent(Picture(photo.tobytes(), *photo.size)) is None
