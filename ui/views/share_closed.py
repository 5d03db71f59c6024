"""A shared file before it is open: what it is, the words that open it; or none yet."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal

from ui.shared.grid import UNIT
from ui.shared.notice import Notice
from ui.widgets.box import STRETCH, card, row
from ui.widgets.buttons import button
from ui.widgets.drop_area import DropArea
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.file_drop import FileDrop
from ui.widgets.page import Page
from ui.widgets.secret_edit import SecretEdit
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class ClosedState:
    """What can be seen from outside, whether it is being opened, what failed.

    `agree` are the words of a button that opens it in spite of what was told.
    """

    facts: tuple[tuple[str, str], ...]
    busy: bool = False
    wrong: Notice | None = None
    agree: str = ""


class ShareClosed(Page):
    """Emits what was typed; `agreed` goes before it where a warning was given."""

    given = Signal(str)
    agreed = Signal()
    stopped = Signal()
    left = Signal()

    def __init__(self, state: ClosedState) -> None:
        lead = _("You can look at everything in it, and change nothing.")
        super().__init__(_("A file that somebody shared with you"), lead)
        self._facts = Facts()
        self._passphrase = SecretEdit()
        self._field = Field(
            _("The words that open it"),
            self._passphrase,
            _("You were told them by voice. Small letters, a space between."),
        )
        self._stop = button(_("Stop"), self.stopped.emit)
        self._agree = button("", self._agree_to)
        self.add(
            card(self._facts),
            self._field,
            row(self._stop, self._agree, STRETCH),
            UNIT,
            words(
                _(
                    "From whom it is and what is in it can't be seen from outside. It "
                    "is told as soon as it is open."
                ),
                "small",
            ),
        )
        self._go = self.foot(_("Open"), self._give, self.left.emit)
        self.first = self._passphrase.line
        self.show_state(state)

    def show_state(self, state: ClosedState) -> None:
        """Show that it waits, that it is being opened, or what was wrong."""
        self._facts.show_facts(state.facts)
        if state.busy:
            self._stop.show()
            self._stop.setFocus()  # before the field that has it is barred
        self._passphrase.setEnabled(not state.busy)
        self._stop.setVisible(state.busy)
        self._agree.setText(state.agree)
        self._agree.setVisible(bool(state.agree))
        self._go.setEnabled(not state.busy)
        self._go.setText(_("Opening…") if state.busy else _("Open"))
        wrong = state.wrong
        self._field.complain(f"{wrong.title}. {wrong.text}" if wrong else "")
        if wrong:
            self.begin()
            self._passphrase.line.selectAll()
            QTimer.singleShot(0, self, self._show_field)  # with what is said below it

    def forget(self) -> None:
        """Empty the field: what was typed has done its work."""
        self._passphrase.line.clear()

    def _show_field(self) -> None:
        self._scroll.ensureWidgetVisible(self._field)

    def _agree_to(self) -> None:
        self.agreed.emit()
        self._give()

    def _give(self) -> None:
        self.given.emit(self._passphrase.line.text())


class ShareChoose(Page):
    """Where a shared file is dropped or chosen."""

    dropped = Signal(list)
    asked = Signal()
    left = Signal()

    def __init__(self, wrong: Notice | None = None) -> None:
        lead = _(
            "Somebody trusts you to step in: open the file that you were given. You "
            "need no vault of your own."
        )
        super().__init__(_("Open a shared file"), lead)
        area = DropArea(
            _("Drop the file here"),
            _("Its name ends in .sparekey."),
            _("Choose the file…"),
        )
        area.dropped.connect(self.dropped)
        area.asked.connect(self.asked)
        FileDrop(self).dropped.connect(self.dropped)  # beside it is near enough
        self.add(area)
        if wrong:
            said = f"{wrong.title}. {wrong.text}"
            self.add(card(words(said, selectable=True), tone="bad"))
        back = button(_("Back"), self.left.emit, "link", "back")
        self.add(row(back, STRETCH))
        self._back = back
        self.first = area.choose
