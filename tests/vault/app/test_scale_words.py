"""A hint for whoever printed at another size, from the sheets that were scanned."""

from pathlib import Path

import pytest

from tests.vault.kit.test_scale import sheet_at
from vault.app.kit_gather import gather
from vault.app.kit_reading import PageRead
from vault.app.ports import Ports
from vault.app.scale_words import scale_words


def pages(*percents: float | None) -> list[PageRead]:
    return [PageRead("sheet.png", 1, percent=one) for one in percents]


@pytest.mark.parametrize("percents", [(), (None, None), (100.2, 99.1), (None, 101)])
def test_nothing_is_said_of_sheets_of_their_size(
    percents: tuple[float | None, ...],
) -> None:
    """Nor of photos, which do not tell."""
    assert scale_words(pages(*percents)) == ""


def test_most_sheets_are_believed() -> None:
    """One that was cut by an app says nothing of the rest."""
    assert "at 96 % of their size" in scale_words(pages(96.2, None, 95.9, 88))
    assert scale_words(pages(100, 88, 100)) == ""


@pytest.mark.slow
def test_a_scan_of_a_sheet_tells(ports: Ports, tmp_path: Path) -> None:
    """From the file to the words."""
    (tmp_path / "sheet.png").write_bytes(sheet_at(96).to_png())
    gathering = gather(ports, [tmp_path / "sheet.png"])
    assert "at 96 % of their size" in scale_words(gathering.pages)
