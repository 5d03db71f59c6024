"""What is ticked can be told from what is not, in both schemes, without colour."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from ui.shared.grid import Metrics
from ui.shared.palette import DARK, LIGHT, Colours
from ui.shared.theme import style_sheet

_NEAR = 24  # of 255: a round edge is drawn with soft pixels


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def scheme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Colours]:
    """Wear a scheme for a while."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(style_sheet(request.param, Metrics.of(100)))
    yield request.param
    qapp.setStyleSheet(before)


def has(box: QCheckBox | QRadioButton, colour: str) -> bool:
    """Tell whether a colour, or one very near, is drawn."""
    box.resize(40, 40)
    picture, wanted = box.grab().toImage(), QColor(colour)
    pixels = (picture.pixelColor(x, y) for x in range(40) for y in range(40))
    return any(
        abs(one.red() - wanted.red()) < _NEAR
        and abs(one.green() - wanted.green()) < _NEAR
        and abs(one.blue() - wanted.blue()) < _NEAR
        for one in pixels
    )


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_has_an_edge_and_a_ticked_one_is_filled(
    scheme: Colours, kind: type[QCheckBox | QRadioButton]
) -> None:
    """Fusion's own edge is nearly as light as the paper."""
    box = kind()
    assert has(box, scheme.line)
    assert not has(box, scheme.accent)
    box.setChecked(True)
    assert has(box, scheme.accent)


def test_a_ticked_box_has_a_tick(scheme: Colours) -> None:
    """Not everybody sees that it is green."""
    box = QCheckBox()
    box.setChecked(True)
    box.resize(40, 40)
    picture, tick = box.grab().toImage(), QColor(scheme.on_accent).lightness()
    spots = [(x, y) for x in range(40) for y in range(40)]
    filled = [s for s in spots if picture.pixelColor(*s) == QColor(scheme.accent)]
    left, right = min(x for x, _ in filled), max(x for x, _ in filled)
    inside = [(x, y) for x, y in spots if left + 3 < x < right - 3]
    inside = [(x, y) for x, y in inside if (left, y) in filled]
    lights = [picture.pixelColor(*spot).lightness() for spot in inside]
    assert sum(abs(one - tick) < _NEAR for one in lights) > 10
