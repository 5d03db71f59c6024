"""One code, large: copy it, and once it is used, note who used it and what for."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.box import STRETCH, card, row
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.reveal import HIDDEN, Reveal
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _

MOST_CHARACTERS = 200  # of a name or a reason


@dataclass(frozen=True)
class UseCodeState:
    """The code, where it comes from, and who may have used it (id and name)."""

    title: str  # "Code 3 of Instagram"
    about: str  # "Backup codes, 7 of 10 left"
    called: str  # "code 3"
    value: str = field(repr=False)
    people: tuple[tuple[str, str], ...] = ()
    may_mark: bool = True


class UseCode(Sheet):
    """`used` tells by whom (an id, a name, or "") and what for; `voided` that it fails.

    The code is hidden but for ten seconds at a time.
    """

    copied = Signal()
    used = Signal(str, str)
    voided = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget, state: UseCodeState, *, shown: bool) -> None:
        primary = _("Mark it used") if state.may_mark else ""
        super().__init__(parent, state.title, primary)
        self._state = state
        self.reveal = Reveal(self)
        self._code = words("", "large-code")
        self._clock = words("", "small")
        self._turn = button("", self._turn_it, "link", "eye")
        self._copy = button(_("Copy"), self.copied.emit, picture="copy")
        self._copy.setAccessibleName(_("Copy {code}").format(code=state.called))
        self.add(
            words(state.about, "muted"),
            card(self._code, row(self._turn, self._clock, STRETCH, self._copy)),
        )
        self.first = self._copy
        if state.may_mark:
            self._add_fields()
        self.reveal.changed.connect(self._draw)
        self.reveal.ticked.connect(self._draw)
        self.reveal.ended.connect(lambda: self.told.emit(_("Hidden again")))
        self._draw()
        if shown:
            self.reveal.show([state.called])

    def accept(self) -> None:
        """Tell that it was used, and close."""
        at = self._who.findText(self._who.currentText())
        by = self._who.itemData(at) if at >= 0 else self._who.currentText().strip()
        self.used.emit(str(by or ""), self._what.text().strip())
        super().accept()

    def done(self, result: int) -> None:
        """Hide the code before the sheet goes."""
        self.reveal.hide()
        super().done(result)

    def _add_fields(self) -> None:
        self._who = Choice(self._state.people)
        self._who.setEditable(True)
        self._who.setCurrentIndex(-1)
        line = self._who.lineEdit()
        if line is not None:
            line.setMaxLength(MOST_CHARACTERS)
            line.setPlaceholderText(_("Choose, or type a name"))
        self._what = QLineEdit()
        self._what.setMaxLength(MOST_CHARACTERS)
        self._what.setPlaceholderText(_("Such as: a new phone"))
        fails = button(_("It does not work"), self._fail, "link", "close")
        fails.setAccessibleDescription(_("Marks the code void, and closes"))
        self.add(
            Field(_("Who used it"), self._who),
            Field(_("What for"), self._what),
            row(fails, STRETCH),
        )

    def _fail(self) -> None:
        self.voided.emit()
        self.reject()

    def _turn_it(self) -> None:
        self.reveal.show([] if self.reveal.shown else [self._state.called])

    def _draw(self) -> None:
        shown = bool(self.reveal.shown)
        self._code.setText(self._state.value if shown else HIDDEN)
        self._code.setAccessibleName("" if shown else _("hidden"))
        name = _("Hide") if shown else _("Show")
        self._turn.setText(name)
        called = _("Hide {code}") if shown else _("Show {code}")
        self._turn.setAccessibleName(called.format(code=self._state.called))
        seen = self._state.value if shown else ""
        self._turn.setAccessibleDescription(seen)
        left = _("Hidden again in {n} s").format(n=self.reveal.seconds_left)
        self._clock.setText(left if shown else "")
