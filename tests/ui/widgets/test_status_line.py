"""The line at the bottom says a sentence, cut where it must be, and widens nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.widgets.status_line import StatusLine

LONG = "Kit 1 is proven: it opens, and holds what was printed, on every sheet. " * 4


@pytest.fixture
def line(qapp: QApplication) -> Iterator[StatusLine]:
    """Return the line of a window."""
    window, made = QMainWindow(), StatusLine()
    window.setStatusBar(made)
    window.resize(640, 200)
    window.show()
    qapp.processEvents()
    yield made
    window.close()
    window.deleteLater()


def test_a_long_sentence_is_cut_and_told_whole_in_its_tip(line: StatusLine) -> None:
    """The window stays as wide as it was, and can be made as narrow as before."""
    least = line.window().minimumSizeHint().width()
    line.say(LONG)
    QApplication.processEvents()
    assert line.said.text().endswith("…")
    assert line.said.toolTip() == LONG
    assert line.window().width() == 640
    assert line.window().minimumSizeHint().width() == least


def test_a_wider_window_shows_more_of_it(line: StatusLine, qapp: QApplication) -> None:
    """And a narrower one less."""
    line.say(LONG)
    shown = len(line.said.text())
    line.window().resize(900, 200)
    qapp.processEvents()
    assert len(line.said.text()) > shown
    line.window().resize(500, 200)
    qapp.processEvents()
    assert len(line.said.text()) < shown


def test_what_stays_to_be_seen_is_not_cut(line: StatusLine, qapp: QApplication) -> None:
    """Saved, and what is on the clipboard."""
    line.saved.setText("Saved 12:00")
    line.tell_clipboard(20)
    line.say(LONG)
    qapp.processEvents()
    for one in (line.saved, line.clip):
        assert one.fontMetrics().horizontalAdvance(one.text()) <= one.width()
    line.tell_clipboard(0)
    assert line.clip.text() == ""
