"""The ruler: 100 mm, from the outer edge of its first tick to that of its last."""

import pytest

from vault.kit.ruler import ruler
from vault.optics.pdf_pages import PdfFile
from vault.printing.draw import draw_pdf
from vault.printing.page import Page, Rule, points


def test_it_is_100_mm_from_edge_to_edge() -> None:
    """Eleven ticks; whoever lays a ruler on them measures ink, not middles of lines."""
    _line, first, *_between, last = ruler(50, 50)
    assert isinstance(first, Rule)
    assert isinstance(last, Rule)
    assert len(_between) == 9
    ink = last.x + last.width / 2 - (first.x - first.width / 2)
    assert ink == pytest.approx(points(100), abs=1e-9)


def test_it_is_100_mm_in_the_pdf() -> None:
    """At 40 dots a millimetre: 4000 dots of ink, give or take one."""
    page = Page(400, 72, tuple(ruler(36, 40)))
    picture = PdfFile(draw_pdf([page], "Ruler")).picture(0, 1016)
    row = round(40 / 72 * 1016) * picture.width
    line = picture.grey[row : row + picture.width]
    dark = [at for at, shade in enumerate(line) if shade < 128]
    assert dark[-1] - dark[0] + 1 == pytest.approx(4000, abs=1)
