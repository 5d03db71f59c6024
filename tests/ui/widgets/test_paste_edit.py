"""A field for a pasted block."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.widgets.box import column
from ui.widgets.paste_edit import PasteEdit


def test_a_file_is_told_and_its_name_is_not_put_in(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Qt alone would paste the path as if it were a code."""
    edit, told = PasteEdit(), list[str]()
    edit.dropped.connect(told.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "codes.txt"))])
    assert edit.canInsertFromMimeData(data)
    edit.insertFromMimeData(data)
    assert told == [str(tmp_path / "codes.txt")]
    assert edit.toPlainText() == ""


def test_a_text_is_put_in(qapp: QApplication) -> None:
    """Also one that speaks of a page of the web."""
    edit, data = PasteEdit(), QMimeData()
    data.setText("1111 2222")
    data.setUrls([QUrl("https://example.com/codes")])
    edit.insertFromMimeData(data)
    assert edit.toPlainText() == "1111 2222"


def test_tab_leaves_it(qapp: QApplication) -> None:
    """No trap for the keyboard."""
    window, edit, following = QWidget(), PasteEdit(), QLineEdit()
    window.setLayout(column(edit, following))
    window.show()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert window.focusWidget() is following
    assert edit.toPlainText() == ""
