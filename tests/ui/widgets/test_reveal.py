"""Codes are shown for ten seconds, and not one longer."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.box import column
from ui.widgets.reveal import SHOWN_FOR_SECONDS, Reveal


def test_what_is_shown_hides_after_ten_seconds(qapp: QApplication) -> None:
    """Each second is told, and the end."""
    around = QWidget()
    reveal, seconds, ended = Reveal(around), list[int](), list[bool]()
    reveal.ticked.connect(seconds.append)
    reveal.ended.connect(lambda: ended.append(True))
    reveal.show(["a", "b"])
    assert reveal.shown == {"a", "b"}
    for _ in range(SHOWN_FOR_SECONDS):
        assert not ended
        reveal._timer.timeout.emit()
    assert reveal.shown == set()
    assert seconds == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert ended == [True]
    assert not reveal._timer.isActive()


def test_another_code_hides_the_first_and_counts_anew(qapp: QApplication) -> None:
    """Nobody collects all codes on the screen one by one."""
    around = QWidget()
    reveal = Reveal(around)
    reveal.show(["a"])
    reveal._timer.timeout.emit()
    reveal.show(["b"])
    assert (reveal.shown, reveal.seconds_left) == ({"b"}, SHOWN_FOR_SECONDS)


def test_hiding_stops_the_clock_and_says_no_end(qapp: QApplication) -> None:
    """The end is announced only where it came by itself."""
    around = QWidget()
    reveal, ended = Reveal(around), list[bool]()
    reveal.ended.connect(lambda: ended.append(True))
    reveal.show(["a"])
    reveal.hide()
    assert not reveal._timer.isActive()
    assert (reveal.shown, ended) == (set(), [])


def test_what_is_shown_hides_when_it_is_left(qapp: QApplication) -> None:
    """Coming back does not bring it back."""
    window, around = QWidget(), QWidget()
    window.setLayout(column(around))
    window.show()
    reveal = Reveal(around)
    reveal.show(["a"])
    around.hide()
    assert reveal.shown == set()


def test_what_is_shown_hides_when_another_window_is_at_work(
    qapp: QApplication,
) -> None:
    """Somebody shares the screen, and looks at something else."""
    window, around, other = QWidget(), QWidget(), QWidget()
    window.setLayout(column(around))
    window.resize(200, 100)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    reveal = Reveal(around)
    reveal.show(["a"])
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    assert reveal.shown == set()
