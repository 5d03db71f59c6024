"""A labelled field: words above, the control, and what helps or is wrong below."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import column
from ui.widgets.text import Role, set_role, words


class Field(QWidget):
    """Takes a control and names it: the label is its buddy, so it is read out."""

    def __init__(self, label: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.control = control
        self._help_text = help_text
        self._mark = ""
        name = words(label, "label")
        self._name: QLabel = name
        name.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        self._below = words(help_text, "small")
        if not help_text:  # shown without a parent, it would be a window of its own
            self._below.hide()
        layout: QVBoxLayout = column(name, control, self._below, gap=UNIT)
        self.setLayout(layout)

    def rename(self, label: str) -> None:
        """Give the control another name."""
        self._name.setText(label)
        self.control.setAccessibleName(label)

    def help(self, text: str) -> None:
        """Give other words of help."""
        self._help_text = text
        self.complain("")

    def mark(self, text: str) -> None:
        """Say below, in place of the help, what is to be looked at; "" no more."""
        if text != self._mark:
            self._mark = text
            self.say("", "small")

    def complain(self, text: str) -> None:
        """Say below the control what is wrong; an empty text takes it back."""
        self.say(text, "bad")

    def say(self, text: str, role: Role) -> None:
        """Say below the control how it stands; an empty text gives the help again."""
        shown = text or self._mark or self._help_text
        self._below.setText(shown)
        self._below.setVisible(bool(shown))
        self.control.setAccessibleDescription(shown)
        set_role(self._below, role if text else "warn" if self._mark else "small")
