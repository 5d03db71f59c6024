"""Two values side by side: named for a screen reader, marked by more than a colour."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.sign import Sign
from ui.widgets.text import Words, words
from ui.widgets.two_values import OneValue, TwoValues


def test_the_value_that_stays_has_a_tick(qtbot: QtBot) -> None:
    """One sign in all, and both can be read out with whose they are."""
    made = TwoValues(OneValue("Here", "a"), OneValue("In the copy", "b", stays=True))
    qtbot.addWidget(made)
    assert len(made.findChildren(Sign)) == 1
    names = [one.accessibleName() for one in made.findChildren(QWidget)]
    assert {"Here: a", "In the copy: b"} <= set(names)


def test_each_value_may_have_a_button(qtbot: QtBot) -> None:
    """Below the value that it is about."""
    keep, take = button("Keep"), button("Take")
    made = TwoValues(OneValue("Here", "a"), OneValue("There", "b"), keep, take)
    qtbot.addWidget(made)
    assert keep.parentWidget().accessibleName() == "Here: a"
    assert take.parentWidget().accessibleName() == "There: b"


def test_a_long_column_comes_a_few_at_a_time(qtbot: QtBot) -> None:
    """What is there stays; the button goes with the last of them."""
    made = Few(words, lambda more: f"{more} more", 2)
    qtbot.addWidget(made)
    made.show()
    made.show_items(["a", "b", "c", "d", "e"])

    def shown() -> list[str]:
        return [one.text() for one in made.findChildren(Words)]

    assert shown() == ["a", "b"]
    more = made._more
    assert more.text() == "3 more"
    more.click()
    assert shown() == ["a", "b", "c", "d"]
    more.click()
    assert shown() == ["a", "b", "c", "d", "e"]
    assert more.isHidden()
    made.show_items(["a", "b", "c"], anew=True)
    assert more.text() == "1 more"
