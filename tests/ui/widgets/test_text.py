"""Words that are never cut off, whatever their width."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.box import STRETCH, column, row
from ui.widgets.text import words

LONG = "a sentence of many short words that needs more than one line " * 3
ADDRESS = "somebody.with.a.very.long.name.indeed@an-equally-long-domain.example.com"


def shown(qapp: QApplication, text: str, width: int) -> tuple[QWidget, QWidget]:
    """Return a label in a column of that width, and the column."""
    around = QWidget()
    label = words(text, "title")
    around.setLayout(column(label, STRETCH))
    around.resize(width, 600)
    around.show()
    qapp.processEvents()
    return around, label


@pytest.mark.parametrize("width", [200, 333, 900])
def test_a_label_is_as_high_as_its_text_at_the_width_it_has(
    qapp: QApplication, width: int
) -> None:
    """Neither cut off nor lost in room that nobody needs."""
    around, label = shown(qapp, LONG, width)
    assert label.height() == label.heightForWidth(label.width())
    around.resize(width + 150, 600)
    qapp.processEvents()
    assert label.height() == label.heightForWidth(label.width())


def test_a_word_wider_than_its_column_is_broken(qapp: QApplication) -> None:
    """An address must not push the window wide, nor be cut off."""
    around, label = shown(qapp, ADDRESS, 320)
    assert label.width() == 320
    line = label.fontMetrics().height()
    assert label.height() >= 2 * line
    picture = label.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [y for y in range(label.height()) if _has_ink(picture, y, ground)]
    assert around.isVisible()
    assert min(inked) < line
    assert max(inked) > line


@pytest.mark.parametrize("width", [180, 200, 240, 333])
def test_only_the_long_word_is_broken(qapp: QApplication, width: int) -> None:
    """The first line beside an address is the line that stands there without it."""
    first = []
    for text in (LONG, LONG + ADDRESS):
        around, label = shown(qapp, text, width)
        line = label.fontMetrics().height()
        assert around.isVisible()
        first.append(label.grab().toImage().copy(0, 0, width, line))
    assert first[0] == first[1]


def _has_ink(picture: QImage, y: int, ground: QColor) -> bool:
    return any(picture.pixelColor(x, y) != ground for x in range(picture.width()))


def test_words_beside_a_button_keep_their_height(qapp: QApplication) -> None:
    """A row is no reason to cut."""
    around = QWidget()
    label = words(LONG)
    line = row(label, words("beside"))
    line.setStretch(0, 1)
    around.setLayout(line)
    around.resize(260, 50)
    around.show()
    qapp.processEvents()
    assert label.height() >= label.heightForWidth(label.width())
