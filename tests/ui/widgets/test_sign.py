"""A small picture beside words."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui.shared.palette import DARK, LIGHT, Colours, qpalette
from ui.widgets.sign import Sign


def colours_of(sign: Sign) -> set[str]:
    picture = sign.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_sign_follows_the_scheme(qapp: QApplication, scheme: Colours) -> None:
    """It was made once, and is drawn in the colours worn now."""
    before = qapp.palette()
    sign = Sign("warning", "warn")
    qapp.setPalette(qpalette(scheme))
    try:
        assert QColor(scheme.warn).name() in colours_of(sign)
    finally:
        qapp.setPalette(before)


def test_another_picture_takes_its_place(qapp: QApplication) -> None:
    """As when a code becomes used."""
    sign = Sign("circle", "accent")
    first = sign.grab().toImage()
    sign.show_picture("check-circle", "accent")
    assert sign.grab().toImage() != first
