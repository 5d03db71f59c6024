"""Clean renders of the kit's own pages, read by us at five resolutions and by zbar."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.damage.kit import printed
from vault.kit.plan import Density
from vault.kit.read_page import read_page
from vault.limits import CODES_A_SHEET

RESOLUTIONS = (150, 200, 300, 400, 600)
PRINTS = [(paper, density) for paper in ("a4", "letter") for density in Density]


@pytest.mark.slow
@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize(("paper", "density"), PRINTS)
def test_a_clean_sheet_gives_all_its_codes(
    paper: str, density: Density, dpi: int
) -> None:
    """On both papers, sturdy and compact."""
    assert len(read_page(printed(paper, density).sheet(0, dpi))) == CODES_A_SHEET


@pytest.mark.figures
@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize(("paper", "density"), PRINTS)
def test_all_clean_sheets_give_all_their_codes(
    paper: str, density: Density, dpi: int
) -> None:
    """Every sheet of the kit; so the kit is restored."""
    kit = printed(paper, density)
    for number in range(kit.plan.sheets):
        assert len(read_page(kit.sheet(number, dpi))) == CODES_A_SHEET


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
@pytest.mark.parametrize(("paper", "density"), PRINTS)
def test_zbar_reads_what_we_read(tmp_path: Path, paper: str, density: Density) -> None:
    """A reader of other people's, on clean renders: every code, the same text."""
    picture = printed(paper, density).sheet(0)
    page = tmp_path / "page.png"
    page.write_bytes(picture.to_png())
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", page]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert sorted(said.stdout.split("\n")[:-1]) == sorted(read_page(picture))


@pytest.mark.slow
def test_25_accounts_take_five_sheets() -> None:
    """As the design promises, cover and key card apart."""
    assert printed().plan.sheets <= 5
