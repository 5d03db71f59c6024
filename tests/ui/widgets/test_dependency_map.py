"""The map by keys: arrows move, Space loses, the name says where one is."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.dependency_map import DependencyMap
from ui.widgets.map_picture import as_png, as_svg
from ui.widgets.map_shape import MapShape, Spot, Stand, Thread

SHAPE = MapShape(
    (
        Spot("phone:a", "Ana's phone", "Ana's phone", "Phone", "phone", 0, 1, True),
        Spot("mailbox:m", "Mailbox m@x", "m@x", "Mailbox", "mail", 1, 1, False),
        Spot("account:i", "Instagram", "Instagram", "Account", "account", 2, 1, True),
        Spot("account:e", "Etsy", "Etsy", "Account", "account", 2, 2, True),
    ),
    (Thread(0, 2, True), Thread(1, 3, False), Thread(2, 3, False)),
    3,
    3,
)
LOST = (
    Stand("lost", "lost, no way back", "Ana's phone: no way back is written down"),
    Stand(),
    Stand("back", "back after 3 days", "Instagram: by mail", 1),
    Stand("falls", "falls, no way back", "Etsy: no way back", 2),
)


@pytest.fixture
def drawn(qapp: QApplication) -> DependencyMap:
    """Return a map that has been drawn."""
    assert qapp
    made = DependencyMap()
    made.show_map(SHAPE)
    return made


def test_arrows_go_to_the_nearest_box_that_way(drawn: DependencyMap) -> None:
    """And nowhere where there is none."""
    walked = []
    for key in ("Right", "Right", "Down", "Down", "Left", "Home", "Left", "End"):
        QTest.keyClick(drawn, getattr(Qt.Key, f"Key_{key}"))
        walked.append(drawn.current_key)
    assert walked == [
        "mailbox:m",
        "account:i",
        "account:e",
        "account:e",
        "mailbox:m",
        "phone:a",
        "phone:a",
        "account:e",
    ]


def test_arrows_with_ctrl_keep_to_the_threads(drawn: DependencyMap) -> None:
    """From the phone past the mailbox to what it opens; nowhere where none leads."""
    walked = []
    for key in ("Right", "Down", "Left", "Down"):
        QTest.keyClick(
            drawn, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier
        )
        walked.append(drawn.current_key)
    assert walked == ["account:i", "account:e", "mailbox:m", "account:e"]


def test_what_leans_on_what_is_read_out(drawn: DependencyMap) -> None:
    """In both directions."""
    assert drawn.accessibleDescription() == "On it lean Instagram."
    drawn.go_to("account:e")
    assert drawn.accessibleDescription() == "It leans on Mailbox m@x, Instagram."


def test_space_and_enter_lose_what_can_be_lost(drawn: DependencyMap) -> None:
    """What only hangs on something else is not lost, and why is said."""
    turned: list[str] = []
    told: list[str] = []
    drawn.turned.connect(turned.append)
    QTest.keyClick(drawn, Qt.Key.Key_Space)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert turned == ["phone:a", "phone:a"]
    QTest.keyClick(drawn, Qt.Key.Key_Right)
    drawn.told.connect(told.append)
    QTest.keyClick(drawn, Qt.Key.Key_Space)
    assert turned == ["phone:a", "phone:a"]
    assert told == ["Mailbox m@x is lost only with what it hangs on."]


def test_the_name_says_where_one_is_and_how_that_stands(drawn: DependencyMap) -> None:
    """A screen reader reads it at every step."""
    assert drawn.accessibleName() == "Map: Ana's phone, Phone"
    drawn.show_stands(LOST, moving=False)
    assert drawn.accessibleName() == "Map: Ana's phone, lost, no way back"
    drawn.go_to("account:i")
    assert drawn.accessibleName() == "Map: Instagram, back after 3 days"


def test_the_mark_stays_when_the_map_is_drawn_anew(drawn: DependencyMap) -> None:
    """As after a change of the vault."""
    drawn.go_to("account:i")
    drawn.show_map(MapShape(SHAPE.spots[1:], (), 3, 3))
    assert drawn.current_key == "account:i"


def test_keys_zoom_and_zero_shows_all(drawn: DependencyMap) -> None:
    """Within what can be seen."""
    before = drawn.transform().m11()
    QTest.keyClick(drawn, Qt.Key.Key_Plus)
    assert drawn.transform().m11() > before
    for _press in range(40):
        QTest.keyClick(drawn, Qt.Key.Key_Minus)
    assert drawn.transform().m11() == pytest.approx(0.2)
    QTest.keyClick(drawn, Qt.Key.Key_0)
    assert drawn.transform().m11() > 0.2


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0])
def test_ctrl_with_the_keys_of_size_stays_on_the_map(
    drawn: DependencyMap, key: Qt.Key
) -> None:
    """The menu's words would grow else; without Ctrl no menu wants them."""
    for held, kept in (
        (Qt.KeyboardModifier.ControlModifier, True),
        (Qt.KeyboardModifier.NoModifier, False),
    ):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        asked.ignore()
        drawn.event(asked)
        assert asked.isAccepted() is kept


def test_a_picture_says_in_words_what_became_of_each(drawn: DependencyMap) -> None:
    """Colour is never alone; a PNG is a PNG."""
    drawn.show_stands(LOST, moving=False)
    svg = as_svg(drawn.scene(), "What if").decode()
    for words in ("lost, no way back", "back after 3 days", "falls, no way back"):
        assert words in svg
    assert as_png(drawn.scene()).startswith(b"\x89PNG")


def test_an_empty_map_takes_every_key(drawn: DependencyMap) -> None:
    """Nothing is there to go to."""
    drawn.show_map(MapShape())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Plus):
        QTest.keyClick(drawn, key)
    assert drawn.current_key == ""
    assert drawn.accessibleName() == "Map"
