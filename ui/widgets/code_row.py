"""One code in a row: hidden or shown, its state in words, and what can be done."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton

from ui.shared.icons import icon
from ui.shared.tip import tip
from ui.widgets.buttons import icon_button
from ui.widgets.code_layout import CodeLayout
from ui.widgets.reveal import HIDDEN
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.model.code import CodeState

_SIGNS: Final[dict[str, tuple[str, str]]] = {
    "unused": ("circle", "accent"),
    "used": ("check-circle", "muted"),
    "void": ("close", "muted"),
    "kept": ("lock", "accent"),
}


@dataclass(frozen=True)
class CodeLine:
    """What a row shows: its code is `called` "code 3", `said` is its state in words."""

    id: str
    name: str  # how the row begins when it is read: "Code 3"
    called: str  # the same within a sentence
    said: str
    value: str = field(repr=False)
    state: CodeState = "unused"
    stands: bool = False  # kept, not used up
    number: str = ""
    may_copy: bool | None = True  # None: nobody copies codes here at all
    may_mark: bool = True


class CodeRow(QFrame):
    """Emits what is asked of its code."""

    turned = Signal()  # show it, or hide it
    copied = Signal()
    marked = Signal()  # used, or not used after all

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign()
        self._number = words("", "muted")
        self._number.setWordWrap(False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._code = words("", "code")
        self._said = words("", "small")
        self._eye = icon_button("eye", "", self.turned.emit)
        self._copy = icon_button("copy", "", self.copied.emit)
        self._mark = icon_button("check", "", self.marked.emit)
        lead = (self._sign, self._number)
        self.setLayout(CodeLayout(lead, self._code, self._said, self.buttons))

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Its buttons in reading order."""
        return self._eye, self._copy, self._mark

    def show_state(self, state: tuple[CodeLine, bool]) -> None:
        """Show a code, its value only where the second is true."""
        line, shown = state
        self._sign.show_picture(*_SIGNS["kept" if line.stands else line.state])
        self._number.setText(line.number)
        self._number.setVisible(bool(line.number))
        self._code.setText(line.value if shown else HIDDEN)
        self._code.setWordWrap(shown and len(line.value) > len(HIDDEN))
        self._said.setText(line.said)
        self._said.setVisible(bool(line.said))
        self._name(line, shown=shown)
        self._copy.setVisible(line.may_copy is not None)
        self._copy.setEnabled(bool(line.may_copy))
        self._mark.setVisible(line.may_mark)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew where the letters have changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _name(self, line: CodeLine, *, shown: bool) -> None:
        """Name everything for a screen reader; a hidden value is in none of it."""
        seen = _("shown") if shown else _("hidden")
        said = ", ".join(filter(None, [line.name, line.said, seen]))
        self.setAccessibleName(said)
        self._code.setAccessibleName("" if shown else _("hidden"))
        turn = _("Hide {code}") if shown else _("Show {code}")
        _rename(self._eye, turn.format(code=line.called), "eye-off" if shown else "eye")
        self._eye.setAccessibleDescription(line.value if shown else said)
        _rename(self._copy, _("Copy {code}").format(code=line.called), "copy")
        unused = line.state == "unused"
        mark = _("Mark {code} used…") if unused else _("Take back: {code} is not used")
        if line.state == "void":
            mark = _("Take back: {code} is not void")
        _rename(
            self._mark, mark.format(code=line.called), "check" if unused else "undo"
        )

    def _measure(self) -> None:
        """Give the numbers of all rows the same room."""
        metrics = self._number.fontMetrics()
        self._number.setFixedWidth(metrics.horizontalAdvance("000"))


def _rename(one: QToolButton, name: str, picture: str) -> None:
    if one.accessibleName() != name:
        one.setAccessibleName(name)
        one.setToolTip(tip(name))
        one.setIcon(icon(picture))
