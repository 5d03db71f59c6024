"""The line for a passphrase tells no letter to listeners, and reads as bullets."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.secret_edit import SecretEdit

SECRET = "glad amber river"


def text_parts(line: QObject) -> list[QObject]:
    """Return the parts of a line that hold a text, wherever they hang."""
    parts = line.findChildren(QObject)
    return [one for one in parts if "LineControl" in one.metaObject().className()]


def test_what_tells_of_letters_speaks_in_the_name_of_nobody(qapp: QApplication) -> None:
    """Qt would tell each letter in the name of the parent, in clear."""
    field = SecretEdit()
    (part,) = text_parts(field.line)
    assert part.parent() is not field.line
    assert QAccessible.queryAccessibleInterface(part.parent()) is None


def test_it_is_edited_as_any_other_line_and_goes_in_one_piece(
    qapp: QApplication,
) -> None:
    """Keys, Enter, select all, undo, and the end."""
    field, entered = SecretEdit(), []
    field.line.returnPressed.connect(lambda: entered.append(field.line.text()))
    QTest.keyClicks(field.line, SECRET)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.line.selectAll()
    QTest.keyClicks(field.line, "x")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert (entered, field.line.text()) == ([SECRET], "")
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def test_a_reader_hears_its_name_and_no_letter(qapp: QApplication) -> None:
    """Whoever asks for the text is given bullets."""
    field = SecretEdit()
    field.setAccessibleName("Passphrase")
    field.line.setText(SECRET)
    read = QAccessible.queryAccessibleInterface(field.line)
    assert read.text(QAccessible.Text.Name) == "Passphrase"
    assert read.state().passwordEdit
    text = read.textInterface().text(0, len(SECRET))
    assert len(text) == len(SECRET)
    assert not set(text) & set(SECRET)
