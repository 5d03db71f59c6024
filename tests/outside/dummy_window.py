"""A window of one field and one button, to prove the desktop harness with."""

import sys

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

application = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("A dummy")
layout = QVBoxLayout(window)
label = QLabel("Your &name")
field = QLineEdit()
label.setBuddy(field)
secret = QLineEdit()
secret.setAccessibleName("Pass phrase")
secret.setEchoMode(QLineEdit.EchoMode.Password)
button = QPushButton("Greet")
greeting = QLabel("")
for part in (label, field, secret, button, greeting):
    layout.addWidget(part)


def greet() -> None:
    """Answer in the window, and ask back in a dialog."""
    greeting.setText(f"Good morning, {field.text()}")
    dialog = QDialog(window)
    dialog.setWindowTitle("And you?")
    answer = QLineEdit(dialog)
    answer.setAccessibleName("Answer")
    answer.returnPressed.connect(dialog.accept)
    dialog.accepted.connect(lambda: greeting.setText(f"So: {answer.text()}"))
    dialog.resize(300, 100)
    dialog.open()


button.clicked.connect(greet)
window.resize(500, 300)
window.show()
sys.exit(application.exec())
