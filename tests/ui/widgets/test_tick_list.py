"""A list of names to tick."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.tick_list import TickList

NAMES = [("a", "Instagram"), ("b", "Etsy"), ("c", "豆腐店 " * 30)]


def test_what_is_ticked_is_told_by_id_in_the_order_of_the_list(
    qapp: QApplication,
) -> None:
    """However it was ticked."""
    made = TickList(NAMES, {"c", "a"})
    assert made.chosen == ("a", "c")
    made.setCurrentRow(1)
    made.show()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.chosen == ("a", "b", "c")


def test_all_and_none_are_told_once(qapp: QApplication) -> None:
    """A count that is drawn sixty times would be seen."""
    made, told = TickList(NAMES, ()), list[bool]()
    made.ticked.connect(lambda: told.append(True))
    made.tick_all(on=True)
    assert made.chosen == ("a", "b", "c")
    made.tick_all(on=False)
    assert made.chosen == ()
    assert told == [True, True]


def test_it_is_as_high_as_its_rows_and_no_higher_than_a_page(
    qapp: QApplication,
) -> None:
    """Sixty accounts scroll inside."""
    few, many = TickList(NAMES, ()), TickList(NAMES * 20, ())
    assert few.sizeHint().height() < many.sizeHint().height()
    assert many.sizeHint().height() == TickList(NAMES * 40, ()).sizeHint().height()
    assert many.minimumSizeHint().height() == many.sizeHint().height()


def test_a_list_without_names_is_no_trouble(qapp: QApplication) -> None:
    """It has nothing to tick."""
    made = TickList([], ())
    made.tick_all(on=True)
    assert made.chosen == ()
    assert made.sizeHint().height() > 0
