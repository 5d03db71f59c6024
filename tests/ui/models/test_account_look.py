"""How a line of the list is drawn."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from ui.models.account_list import AccountLine, AccountList
from ui.models.account_look import AccountLook

ROOM = QRect(0, 0, 240, 56)
PLAIN = AccountLine("1", "Etsy", "Etsy", "kiln")


def drawn(line: AccountLine, state: QStyle.StateFlag) -> QImage:
    """Return the picture of a line."""
    model = AccountList()
    model.show_lines([line])
    option = QStyleOptionViewItem()
    option.rect = ROOM  # type: ignore[attr-defined]
    option.font = QApplication.font()  # type: ignore[attr-defined]
    option.state = state  # type: ignore[attr-defined]
    picture = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    with QPainter(picture) as painter:
        AccountLook().paint(painter, option, model.index(0))
    return picture


def ink(picture: QImage, left: int, right: int) -> int:
    """Count the pixels between two edges that are not white."""
    return sum(
        picture.pixel(x, y) != 0xFFFFFFFF
        for x in range(left, right)
        for y in range(picture.height())
    )


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    """Return the application: fonts need one."""
    return qapp


def test_a_line_has_a_tile_and_words() -> None:
    """The tile at its start, the words beside it."""
    picture = drawn(PLAIN, QStyle.StateFlag.State_Enabled)
    assert ink(picture, 16, 56) > 1000
    assert ink(picture, 64, 200) > 100


def test_a_warning_is_a_sign_at_the_end() -> None:
    """What it says is read out."""
    warned = AccountLine("1", "Etsy", "Etsy", "kiln", "few codes left")
    enabled = QStyle.StateFlag.State_Enabled
    assert ink(drawn(PLAIN, enabled), 200, 240) == 0
    assert ink(drawn(warned, enabled), 200, 240) > 20


def test_what_is_chosen_is_marked_by_a_bar_as_well_as_a_colour() -> None:
    """Colour is never alone."""
    chosen = drawn(PLAIN, QStyle.StateFlag.State_Selected)
    hovered = drawn(PLAIN, QStyle.StateFlag.State_MouseOver)
    assert chosen.pixel(1, 28) != chosen.pixel(10, 28)
    assert hovered.pixel(1, 28) == hovered.pixel(10, 28)


def test_a_long_name_ends_within_its_line() -> None:
    """It is cut, and whole in the tip."""
    long = AccountLine("1", "Etsy " * 40, "Etsy", "kiln " * 40)
    assert ink(drawn(long, QStyle.StateFlag.State_Enabled), 230, 240) == 0


def test_a_line_is_as_high_as_its_text_asks() -> None:
    """Twice the text, more than the tile."""
    option = QStyleOptionViewItem()
    option.font = QApplication.font()  # type: ignore[attr-defined]
    option.font.setPixelSize(15)  # type: ignore[attr-defined]
    model = AccountList()
    low = AccountLook().sizeHint(option, model.index(0)).height()
    larger = QApplication.font()
    larger.setPixelSize(30)
    option.font = larger  # type: ignore[attr-defined]
    assert low == 56
    assert AccountLook().sizeHint(option, model.index(0)).height() > 80
