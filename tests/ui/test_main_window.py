"""The frame: pages, notices, announcements, menus, and what shows that work goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ACTION, ACTIONS
from ui.main_window import SIZE, MainWindow
from ui.menus import MENUS, RULE
from ui.shared.notice import Notice
from ui.shared.places import PLACES
from ui.widgets.page import Page
from ui.workers.op import Ops

SAID = Notice("warn", "About something", "What to do about it", "Do it")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Yield a window that is shown."""
    made = MainWindow()
    made.show()
    yield made
    made.let_close()
    made.deleteLater()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a screen reader would have said."""
    said: list[str] = []

    def listen(event: object) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_a_page_takes_the_place_of_the_one_before(
    window: MainWindow, heard: list[str]
) -> None:
    """The title names the place, and the page is announced."""
    first, second = Page("One"), Page("Two")
    window.show_page(first, "welcome")
    window.show_page(second, "settings")
    assert window.page is second
    assert window.place == "settings"
    assert window.windowTitle() == "Settings — Spare Key"
    assert heard == ["One", "Two"]
    assert window._stack.count() == 1


def test_the_rail_is_there_only_where_a_vault_is_open(window: MainWindow) -> None:
    """And marks where one is."""
    window.show_page(Page("Welcome"), "welcome")
    assert not window.rail.isVisible()
    window.show_page(Page("Kits"), "kit-new")
    assert window.rail.isVisible()
    marked = [one.text() for one in window.rail._buttons.values() if one.isChecked()]
    assert marked == ["Kits"]


def test_a_widget_that_is_no_page_can_be_shown_too(
    window: MainWindow, heard: list[str]
) -> None:
    """It is announced by its place."""
    window.show_page(QWidget(), "home")
    assert heard == ["Home"]


def test_a_notice_is_told_and_its_button_acts_once(
    window: MainWindow, heard: list[str]
) -> None:
    """Then it is gone."""
    done: list[str] = []
    window.notify(SAID, lambda: done.append("it"))
    assert heard == ["About something. What to do about it"]
    assert window.notice[0] == SAID
    window.banner.acted.emit()
    window.banner.acted.emit()
    assert done == ["it"]
    assert window.notice[0] is None


def test_what_stands_above_every_page_stays(window: MainWindow) -> None:
    """It can't be closed; it is taken away by whoever put it there."""
    done: list[str] = []
    window.stand(SAID, lambda: done.append("it"))
    window.show_page(Page("One"), "welcome")
    window.clear_notice()
    assert window.standing.isVisible()
    window.standing.acted.emit()
    window.standing.acted.emit()
    assert done == ["it", "it"]
    assert [one.toolTip() for one in window.standing.findChildren(QWidget)].count(
        "Close this message"
    ) == 0
    window.stand(None)
    assert not window.standing.isVisible()


def test_what_is_said_is_seen_for_a_while_and_heard(
    window: MainWindow, heard: list[str]
) -> None:
    """A long sentence is cut where the line ends, not heard so."""
    window.announce("Saved")
    assert window.line.said.text() == "Saved"
    window.announce("word " * 200)
    assert window.line.said.text().endswith("…")
    assert heard[-1] == "word " * 200


def test_the_clipboard_counts_down_in_the_status_bar(
    window: MainWindow, heard: list[str]
) -> None:
    """Only its end is said."""
    window.tell_clipboard(20)
    assert window.line.clip.text() == "On the clipboard for 20 s"
    assert heard == []
    window.tell_clipboard(0)
    assert window.line.clip.text() == ""
    assert heard == ["No longer on the clipboard"]


def test_work_that_must_be_alone_bars_all_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Until it ends, however it ends."""
    told: list[bool] = []
    window.barred.connect(told.append)
    ops = Ops()
    op = ops.run(lambda: None, lambda _: None, lambda _: None)
    window.work(op, "Making the kit…", exclusive=True)
    assert not window.rail.isEnabled()
    assert not window.menuBar().isEnabled()
    qtbot.waitUntil(lambda: not ops.busy)
    assert window.rail.isEnabled()
    assert window.menuBar().isEnabled()
    assert told == [True, False]
    ops.end()


def test_a_window_closes_only_when_it_may(window: MainWindow) -> None:
    """Whoever listens saves first."""
    asked: list[str] = []
    window.closing.connect(lambda: asked.append("may I"))
    assert not window.close()
    assert asked == ["may I"]
    window.let_close()
    assert not window.isVisible()


def test_a_window_that_may_close_at_once_does(window: MainWindow) -> None:
    """Nothing had to be saved."""
    window.closing.connect(window.let_close)
    assert window.close()


def test_every_action_is_in_a_menu_once_and_every_entry_is_an_action() -> None:
    """Nothing can be done by keys alone, or by nobody."""
    entries = [name for _, names in MENUS for name in names if name != RULE]
    assert sorted(entries) == sorted(spec.name for spec in ACTIONS)
    assert set(entries) == set(ACTION)


def test_no_key_does_two_things() -> None:
    """Qt would do neither."""
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_an_action_tells_its_name(window: MainWindow) -> None:
    """Chosen from the menu or by a key."""
    told: list[str] = []
    window.triggered.connect(told.append)
    window.actions_by_name["theme"].trigger()
    assert told == ["theme"]


def test_the_window_comes_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    """And at its own size where nothing is known."""
    window.resize(700, 600)
    other = MainWindow()
    qtbot.addWidget(other)
    other.restore_geometry(QByteArray())
    other.restore_geometry(window.saveGeometry())
    assert (other.width(), other.height()) == (700, 600)
    assert other.narrow
    other.resize(*SIZE)
    assert not other.narrow
    other.let_close()


def test_every_place_has_a_name_and_a_title_of_its_own() -> None:
    """The rail's entries have an icon."""
    assert len({place.name for place in PLACES}) == len(PLACES)
    assert len({place.title for place in PLACES}) == len(PLACES)
    assert all(place.icon for place in PLACES if place.on_rail)
