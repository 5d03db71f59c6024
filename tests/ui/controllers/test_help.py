"""The sheets of the Help menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.conftest import Start
from ui.actions import ACTIONS
from ui.controllers import help as helping


def texts() -> str:
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_every_action_with_keys_is_on_the_sheet(start: Start) -> None:
    """It is made from the table, so it can't be out of date."""
    person = start()
    person.key(Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    shown = texts()
    for spec in ACTIONS:
        if spec.keys:
            assert spec.words in shown
    assert "Ctrl+Shift+Z" in shown
    person.key(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_f1_is_for_trouble(start: Start) -> None:
    """The page for whoever is locked out has it, not the guide."""
    person = start()
    person.key(Qt.Key.Key_F1)
    person.wait()
    assert person.application.window.place == "trouble"


def test_about_says_what_it_is_and_what_not(start: Start) -> None:
    """Version, terms, and that it never opens a connection."""
    person = start()
    person.application.keeper.do("about")
    shown = texts()
    assert "Version" in shown
    assert "Apache License 2.0" in shown
    assert "never opens a connection" in shown
    assert "no password manager" in shown


def test_from_its_source_it_has_no_version(start: Start, monkeypatch: object) -> None:
    """And says so."""

    def absent(name: str) -> str:
        raise helping.PackageNotFoundError(name)

    monkeypatch.setattr(helping, "version", absent)  # type: ignore[attr-defined]
    person = start()
    person.application.keeper.do("about")
    assert "from its source" in texts()
