"""A sheet with fields: what was typed is taken, or refused in words below its field."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.pick import DropBox
from ui.widgets.sheet import Sheet


class Form(Sheet):
    """Emits `given` with its fields as a dict; stays open until `finish` is called."""

    given = Signal(object)

    def __init__(self, parent: QWidget, title: str, primary: str) -> None:
        super().__init__(parent, title, primary)
        self._fields: dict[str, Field] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._begun: dict[str, object] = {}

    def line(self, name: str, label: str, text: str = "", help_text: str = "") -> Field:
        """Return a field of one line."""
        return self._keep(name, Field(label, QLineEdit(text), help_text))

    def lines(self, name: str, label: str, text: str = "") -> Field:
        """Return a field of several lines."""
        return self._keep(name, Field(label, GrowingText(text)))

    def among(
        self, name: str, label: str, offered: tuple[str, ...], text: str = ""
    ) -> Field:
        """Return a field of one line that offers some words and takes any."""
        box = DropBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # It would put its words in the place of free ones; Qt takes None for no more.
        box.setCompleter(None)  # type: ignore[arg-type]  # the stub leaves None out
        box.addItems(list(offered))
        box.setCurrentText(text)
        return self._keep(name, Field(label, box))

    def tick(self, name: str, text: str, *, on: bool) -> QCheckBox:
        """Return a box to tick."""
        box = QCheckBox(text)
        box.setChecked(on)
        self._ticks[name] = box
        return box

    @property
    def values(self) -> dict[str, object]:
        """What stands in the fields now: texts, and yes or no."""
        values: dict[str, object] = {
            name: _text(field.control) for name, field in self._fields.items()
        }
        return values | {name: one.isChecked() for name, one in self._ticks.items()}

    def complain(self, name: str, text: str) -> None:
        """Say below a field why it is not taken; below the first if it is unknown."""
        for one in self._fields.values():
            one.complain("")
        field = self._fields.get(name) or next(iter(self._fields.values()))
        field.complain(text)
        field.control.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Note what stands in the fields before anybody types."""
        super().showEvent(event)
        self._begun = self._begun or self.values

    def accept(self) -> None:
        """Give what was typed; whoever takes it calls `finish` or `complain`."""
        self.given.emit(self.values)

    def commit(self) -> None:
        """Give it, if anything was typed: the vault is about to be locked."""
        if self.values != self._begun:
            self.accept()

    def finish(self) -> None:
        """Close: it is taken."""
        super().accept()

    def _keep(self, name: str, field: Field) -> Field:
        self._fields[name] = field
        self.first = self.first or field.control
        return field


def _text(control: QWidget) -> str:
    """Return what was typed into a control."""
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText().strip()
    if isinstance(control, QComboBox):
        return control.currentText().strip()
    return control.text().strip() if isinstance(control, QLineEdit) else ""
