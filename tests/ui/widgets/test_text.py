"""Words that are never cut off, whatever their width."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.box import STRETCH, column, row
from ui.widgets.text import laid_out, words

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


@pytest.mark.parametrize("width", [120, 180, 240, 333])
def test_only_the_long_word_is_broken(qapp: QApplication, width: int) -> None:
    """Beside an address every other line ends between two words."""
    text = f"{LONG}{ADDRESS} {LONG}"
    laid = laid_out(text, qapp.font(), width)
    ends = [
        line.textStart() + line.textLength()
        for line in map(laid.lineAt, range(laid.lineCount()))
    ]
    inside = range(len(LONG) + 1, len(LONG) + len(ADDRESS))
    assert all(text[end - 1] == " " for end in ends[:-1] if end not in inside)
    assert any(end in inside for end in ends)


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
