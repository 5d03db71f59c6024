"""Unlock a vault: one field, the key card one click away, the wait can be abandoned."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.code_edit import CodeEdit
from ui.widgets.field import Field
from ui.widgets.flow import FlowBox
from ui.widgets.page import Page
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.text import Role, words
from vault.i18n import translate as _

Asks = Literal["", "cost", "reading", "backup"]
_AGREES: Final = {
    "cost": _("Open it even so"),
    "reading": _("Open it for reading only"),
    "backup": _("Open the backup of {day}"),
}


@dataclass(frozen=True)
class UnlockState:
    """What the page shows: which file, whether it works, what went wrong.

    `asks` is what the user may agree to after what went wrong; `day` is the day of the
    backup that is offered there.
    """

    file: str
    folder: str
    busy: bool = False
    wrong: Notice | None = None
    key_file: str = ""  # its name, where one goes with the passphrase
    asks: Asks = ""
    day: str = ""


class Unlock(Page):
    """Emits the passphrase or the key card's code, and that the wait is given up.

    `agreed` comes before the same is given once more, or instead of it.
    """

    passphrase_given = Signal(str)
    code_given = Signal(str)
    code_typed = Signal(str)
    agreed = Signal(str)
    stopped = Signal()
    place_chosen = Signal(str)
    key_file_asked = Signal()
    key_file_left = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__(_("Unlock {file}").format(file=state.file), state.folder)
        self._passphrase = SecretEdit()
        self._passphrase_field = Field(_("Passphrase"), self._passphrase)
        self._code = CodeEdit()
        self._code_field = Field(
            _("Code on the key card"),
            self._code,
            _("31 letters and digits. Case and hyphens do not matter."),
        )
        self._other = button("", self._swap, "link", "card")
        self._file = button("", self._turn_file, "link", "file")
        self._has_file = False
        self._go = button(_("Unlock"), self._give, "primary", "unlock")
        self._go.setDefault(True)
        self._stop = button(_("Stop"), self.stopped.emit)
        self._agree = button("", self._give_again)
        self._asks: Asks = ""
        self._by_card = False
        self.add(
            self._passphrase_field,
            self._code_field,
            FlowBox(self._go, self._stop, self._agree, gap=UNIT),
            column(row(self._other, STRETCH), row(self._file, STRETCH), gap=UNIT // 2),
            2 * UNIT,
            self._elsewhere(),
        )
        self._passphrase.line.returnPressed.connect(self._give)
        self._code.returnPressed.connect(self._give)
        self._code.textChanged.connect(self.code_typed)
        self._choose(by_card=False)
        self.show_state(state)

    def show_state(self, state: UnlockState) -> None:
        """Show that it works, that it waits, or what was wrong."""
        self._has_file = bool(state.key_file)
        without = _("Without the key file “{name}”").format(name=state.key_file)
        self._file.setText(without if state.key_file else _("Use a key file…"))
        for widget in (self._passphrase, self._code, self._other, self._file):
            widget.setEnabled(not state.busy)
        self._go.setEnabled(not state.busy)
        self._go.setText(_("Unlocking…") if state.busy else _("Unlock"))
        self._stop.setVisible(state.busy)
        field = self._code_field if self._by_card else self._passphrase_field
        wrong = state.wrong
        field.complain(f"{wrong.title}. {wrong.text}" if wrong else "")
        self._asks = state.asks
        self._agree.setVisible(bool(state.asks))
        self._agree.setText(_AGREES.get(state.asks, "").format(day=state.day))
        if wrong:
            self.begin()
            self._line.selectAll()
        elif state.busy:
            self._stop.setFocus()

    def tell_code(self, text: str, state: str) -> None:
        """Say how far the typing of the code is: `typing`, `good` or `wrong`."""
        roles: dict[str, Role] = {"good": "good", "wrong": "bad"}
        self._code_field.say(text, roles.get(state, "small"))

    @property
    def _line(self) -> QLineEdit:
        return self._code if self._by_card else self._passphrase.line

    def _give(self) -> None:
        if not self._go.isEnabled():
            return
        if self._by_card:
            self.code_given.emit(self._code.text())
        else:
            self.passphrase_given.emit(self._passphrase.line.text())

    def _give_again(self) -> None:
        self.agreed.emit(self._asks)
        if self._asks != "backup":  # that is another file, with a page of its own
            self._give()

    def _turn_file(self) -> None:
        """Choose a key file, or go on without the one that was chosen."""
        (self.key_file_left if self._has_file else self.key_file_asked).emit()

    def _swap(self) -> None:
        self._choose(by_card=not self._by_card)
        self.begin()

    def _choose(self, *, by_card: bool) -> None:
        self._by_card = by_card
        self._passphrase_field.setVisible(not by_card)
        self._code_field.setVisible(by_card)
        self._file.setVisible(not by_card)
        card, words_ = _("Use the key card"), _("Use the passphrase")
        self._other.setText(words_ if by_card else card)
        self.first = self._line

    def _elsewhere(self) -> QWidget:
        links: list[QPushButton] = [
            button(
                _("Restore from a printed kit"),
                self._asker("restore"),
                "link",
                "restore",
            ),
            button(
                _("Open a file someone shared"), self._asker("shared"), "link", "share"
            ),
            button(
                _("I'm locked out of an account"),
                self._asker("trouble"),
                "link",
                "lifebuoy",
            ),
            button(_("All ways to begin"), self._asker("welcome"), "link", "back"),
        ]
        box = QWidget()
        layout = column(words(_("Something else?"), "small"), gap=UNIT // 2)
        for link in links:
            layout.addLayout(row(link, STRETCH))
        box.setLayout(layout)
        return box

    def _asker(self, place: str) -> Callable[[], None]:
        return lambda: self.place_chosen.emit(place)
