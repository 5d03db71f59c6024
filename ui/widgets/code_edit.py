"""A field for the key card's code: one line, in the type of the card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

_MOST_CHARACTERS = 80  # 31, with any hyphens and spaces somebody puts between


class CodeEdit(QLineEdit):
    """Takes the code as it is typed; what it means is told by whoever listens."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "code")
        self.setMaxLength(_MOST_CHARACTERS)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
