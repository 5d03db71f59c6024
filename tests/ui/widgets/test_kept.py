"""A field that keeps by itself what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets import kept
from ui.widgets.box import column
from ui.widgets.buttons import icon_button
from ui.widgets.kept_field import KeptField

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk(QWidget):
    """Two fields, and what they offered."""

    def __init__(self, *, lines: bool = False) -> None:
        super().__init__()
        self.one = KeptField("one", "One", lines=lines)
        self.two = KeptField("two", "Two")
        self.offered: list[tuple[str, str]] = []
        for field in (self.one, self.two):
            field.kept.connect(lambda name, text: self.offered.append((name, text)))
        self.setLayout(column(self.one, self.two))
        self.one.hold("before")
        self.show()
        self.activateWindow()
        self.one.editor.setFocus()

    def type(self, text: str) -> None:
        self.one.editor.selectAll()
        QTest.keyClicks(self.one.editor, text)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    qapp.processEvents()
    yield made
    made.close()


def test_it_is_offered_when_the_field_is_left(desk: Desk) -> None:
    """Without the blanks around it."""
    desk.type(" new ")
    assert desk.offered == []
    desk.two.editor.setFocus()
    assert desk.offered == [("one", "new")]


def test_it_is_offered_a_while_after_the_last_key(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to leave the field."""
    monkeypatch.setattr(kept, "KEPT_AFTER_MS", 0)
    desk = Desk()
    desk.type("new")
    qapp.processEvents()
    assert desk.offered == [("one", "new")]
    desk.close()


def test_enter_offers_it_at_once(desk: Desk) -> None:
    """As people are used to."""
    desk.type("new")
    QTest.keyClick(desk.one.editor, Qt.Key.Key_Return)
    assert desk.offered == [("one", "new")]


def test_what_is_as_it_was_is_not_offered(desk: Desk) -> None:
    """Walking through fields changes nothing."""
    desk.two.editor.setFocus()
    desk.one.editor.setFocus()
    desk.type("before ")
    desk.two.editor.setFocus()
    assert desk.offered == []


def test_what_is_being_typed_is_never_overwritten(desk: Desk) -> None:
    """A change from elsewhere must wait."""
    desk.type("half a wo")
    desk.one.hold("from elsewhere")
    assert desk.one.text == "half a wo"
    desk.two.editor.setFocus()
    assert desk.offered == [("one", "half a wo")]


def test_a_field_nobody_is_in_shows_what_is_kept(desk: Desk) -> None:
    """Undo is seen at once."""
    desk.one.hold("from elsewhere")
    assert desk.one.text == "from elsewhere"


def test_what_was_refused_stays_until_it_is_typed_anew(desk: Desk) -> None:
    """And is not offered again and again."""
    desk.one.kept.connect(lambda *_: desk.one.complain("No."))
    desk.type("bad")
    desk.two.editor.setFocus()
    desk.one.hold("before")
    assert desk.one.text == "bad"
    desk.one.commit()
    assert desk.offered == [("one", "bad")]


def test_it_can_be_told_to_forget(desk: Desk) -> None:
    """Another record is about to be shown."""
    desk.type("typed")
    desk.one.complain("No.")
    desk.one.forget()
    desk.one.hold("other")
    assert desk.one.text == "other"


def test_esc_takes_back_what_is_not_kept(desk: Desk) -> None:
    """The second one is left to the page."""
    desk.type("typed")
    QTest.keyClick(desk.one.editor, Qt.Key.Key_Escape)
    assert desk.one.text == "before"
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(desk.one.editor, again)
    assert not again.isAccepted()


def undo_event(desk: Desk) -> QKeyEvent:
    """Return what Qt asks with, before Ctrl+Z becomes a shortcut."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    event.ignore()
    QApplication.sendEvent(desk.one.editor, event)
    return event


def test_undo_is_the_fields_while_something_waits_and_the_vaults_else(
    desk: Desk,
) -> None:
    """One key, never two meanings at once."""
    assert not undo_event(desk).isAccepted()
    desk.type("typed")
    assert undo_event(desk).isAccepted()


def test_a_field_of_several_lines_does_the_same(qapp: QApplication) -> None:
    """Tab leaves it, and its height follows its lines."""
    desk = Desk(lines=True)
    qapp.processEvents()
    low = desk.one.editor.height()
    assert isinstance(desk.one.editor, QPlainTextEdit)
    desk.one.editor.selectAll()
    desk.one.editor.insertPlainText("one\ntwo\nthree\nfour\nfive")
    qapp.processEvents()
    assert desk.one.editor.height() > low
    QTest.keyClick(desk.one.editor, Qt.Key.Key_Tab)
    assert desk.offered == [("one", "one\ntwo\nthree\nfour\nfive")]
    desk.one.put("put")
    assert desk.offered[-1] == ("one", "put")
    desk.close()


def test_a_button_beside_leaves_the_name_to_the_field(qapp: QApplication) -> None:
    """What has the keyboard is what is named."""
    field = KeptField("one", "One", icon_button("copy", "Copy"), help_text="Help")
    assert field.editor.accessibleName() == "One"
    assert field.editor.accessibleDescription() == "Help"
    assert isinstance(field.editor, QLineEdit)
