"""What stands beside each other, where there is room, and below where there is not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.beside import Beside
from ui.widgets.box import column
from ui.widgets.buttons import button
from ui.widgets.columns import Columns
from ui.widgets.empty_state import EmptyState
from ui.widgets.link_button import LinkButton
from ui.widgets.pick import Option, Pick
from ui.widgets.text import words

ADDRESS = "https://accounts.example.com/a/very/long/way/to/a/page?that=goes&on=1"


@pytest.mark.parametrize(("width", "beside"), [(600, True), (240, False)])
def test_fields_take_two_columns_where_both_fit(
    qapp: QApplication, width: int, beside: bool
) -> None:
    """In reading order either way."""
    one, two = QLineEdit(), QLineEdit()
    columns = Columns(one, two)
    columns.resize(width, 200)
    columns.show()
    qapp.processEvents()
    assert (one.y() == two.y()) is beside
    assert (one.x() < two.x()) is beside
    columns.close()


@pytest.mark.parametrize(("width", "beside"), [(600, True), (260, False)])
def test_buttons_go_below_the_words_where_these_need_the_room(
    qapp: QApplication, width: int, beside: bool
) -> None:
    """The words are what is read."""
    label, go = words("a sentence that says why " * 3), button("Do what is needed")
    line = Beside(column(label), go)
    line.resize(width, 300)
    line.show()
    qapp.processEvents()
    below = go.mapTo(line, QPoint()).y() >= label.geometry().bottom()
    assert below is not beside
    line.close()


def test_a_link_is_cut_to_its_room_and_whole_in_its_tip(qapp: QApplication) -> None:
    """And read out whole."""
    pressed: list[str] = []
    link = LinkButton(ADDRESS, lambda: pressed.append("x"), "link")
    link.resize(200, 40)
    link.show()
    qapp.processEvents()
    assert "…" in link.text()
    assert link.toolTip() == link.accessibleName() == ADDRESS
    link.say(f"{ADDRESS}&more=1", "Open it")
    assert "…" in link.text()
    assert link.accessibleName() == "Open it"
    link.say(ADDRESS)
    link.resize(link.sizeHint())
    qapp.processEvents()
    assert link.text().replace("&&", "&") == ADDRESS
    link.click()
    assert pressed == ["x"]
    link.close()


def test_the_wheel_changes_no_choice_by_accident(qapp: QApplication) -> None:
    """Only where somebody is at the list."""
    pick = Pick()
    pick.show_options([Option("a", "A"), Option("b", "B")], "a")
    picked: list[str] = []
    pick.picked.connect(picked.append)
    pick.show()
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    pick.clearFocus()
    QApplication.sendEvent(pick, wheel)
    assert pick.currentData() == "a"
    pick.show_options([Option("a", "A"), Option("b", "B")], "b")
    assert pick.currentData() == "b"
    assert picked == []
    pick.close()


def test_an_empty_place_without_an_act_has_no_button(qapp: QApplication) -> None:
    """Where nothing may be changed."""
    assert EmptyState("done", "Gain", "Words").go is None
