"""What is ticked can be told from what is not, in both schemes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from ui.shared.palette import DARK, LIGHT, Colours, qpalette
from ui.shared.style import Style


_NEAR = 24  # of 255: a round edge is drawn with soft pixels


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


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_has_an_edge_and_a_ticked_one_is_filled(
    qapp: QApplication, kind: type[QCheckBox | QRadioButton], scheme: Colours
) -> None:
    """Fusion's own edge is nearly as light as the paper."""
    before, style = qapp.palette(), Style()
    qapp.setPalette(qpalette(scheme))
    try:
        box = kind()
        box.setStyle(style)
        box.setPalette(qpalette(scheme))
        assert has(box, scheme.line)
        assert not has(box, scheme.accent)
        box.setChecked(True)
        assert has(box, scheme.accent)
    finally:
        qapp.setPalette(before)
