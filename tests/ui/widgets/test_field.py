"""A labelled field, what stands below it, and the fields for secrets and codes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.person import name_of
from ui.widgets.code_edit import CodeEdit
from ui.widgets.field import Field
from ui.widgets.secret_edit import SecretEdit


def below(field: Field) -> tuple[str, str]:
    """Return what stands below the control, and in which role."""
    label = field.findChildren(QLabel)[1]
    return label.text(), str(label.property("role"))


def test_a_field_names_its_control(qtbot: QtBot) -> None:
    """For a screen reader too, with its help."""
    field = Field("Login", QLineEdit(), "What you type to sign in")
    qtbot.addWidget(field)
    assert name_of(field.control) == "Login"
    assert field.control.accessibleDescription() == "What you type to sign in"
    assert below(field) == ("What you type to sign in", "small")


def test_what_is_wrong_takes_the_place_of_the_help(qtbot: QtBot) -> None:
    """And gives it back."""
    field = Field("Login", QLineEdit(), "Help")
    qtbot.addWidget(field)
    field.complain("It is empty.")
    assert below(field) == ("It is empty.", "bad")
    assert field.control.accessibleDescription() == "It is empty."
    field.complain("")
    assert below(field) == ("Help", "small")


def test_how_it_stands_can_be_said_in_any_role(qtbot: QtBot) -> None:
    """Such as that a code is right."""
    field = Field("Code", QLineEdit())
    qtbot.addWidget(field)
    field.say("31 of 31", "good")
    assert below(field) == ("31 of 31", "good")
    field.say("", "good")
    assert below(field)[0] == ""


def test_a_secret_is_hidden_until_it_is_asked_for(qtbot: QtBot) -> None:
    """The eye says what it does, before and after."""
    secret = SecretEdit()
    field = Field("Passphrase", secret)
    qtbot.addWidget(field)
    secret.line.setText("glad amber")
    eye = secret.findChild(QToolButton)
    assert isinstance(eye, QToolButton)
    assert "glad" not in secret.line.displayText()
    eye.click()
    assert secret.line.displayText() == "glad amber"
    assert eye.accessibleName() == "Hide the passphrase"
    eye.click()
    assert eye.accessibleName() == "Show the passphrase"
    assert name_of(secret.line) == "Passphrase"
    field.complain("Wrong")
    assert secret.line.accessibleDescription() == "Wrong"


def test_no_keyboard_learns_a_secret(qtbot: QtBot) -> None:
    """Nor corrects it."""
    secret, code = SecretEdit(), CodeEdit()
    for one in (secret, code):
        qtbot.addWidget(one)
    for line in (secret.line, code):
        hints = line.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_caps_lock_is_said_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not with every letter; pressing the key itself takes it back."""
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    secret = SecretEdit()
    qtbot.addWidget(secret)
    secret.show()
    qtbot.keyClicks(secret.line, "ABC")
    assert said == ["Caps lock is on."]
    qtbot.keyClick(secret.line, Qt.Key.Key_CapsLock)
    assert not secret._caps.isVisible()


def test_a_code_takes_any_spelling_and_has_an_end(qtbot: QtBot) -> None:
    """Hyphens and spaces are somebody's own way."""
    code = CodeEdit()
    qtbot.addWidget(code)
    qtbot.keyClicks(code, "1fc1 - 2wv1 ")
    assert code.text() == "1fc1 - 2wv1 "
    code.setText("0" * 500)
    assert len(code.text()) == 80
