"""One code in a row: hidden or shown, its state in words, and what can be done."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QToolButton

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.widgets.box import row
from ui.widgets.buttons import icon_button
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
_RUN: Final = 8  # characters of a long code after which a line may break
_BREAK: Final = "\u200b"


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
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self._said.setSizePolicy(policy)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(UNIT)
        self._middle.addWidget(self._code)
        self._middle.addWidget(self._said, 1)
        self._eye = icon_button("eye", "", self.turned.emit)
        self._copy = icon_button("copy", "", self.copied.emit)
        self._mark = icon_button("check", "", self.marked.emit)
        layout = row(self._sign, self._number, gap=2 * UNIT)
        layout.addLayout(self._middle, 1)
        layout.addLayout(row(*self.buttons, gap=UNIT))
        self.setLayout(layout)

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
        self._code.setText(_breakable(line.value) if shown else HIDDEN)
        self._code.setWordWrap(shown and len(line.value) > len(HIDDEN))
        self._said.setText(line.said)
        self._said.setVisible(bool(line.said))
        self._name(line, shown=shown)
        self._copy.setVisible(line.may_copy is not None)
        self._copy.setEnabled(bool(line.may_copy))
        self._mark.setVisible(line.may_mark)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stack the code and its state where one line has no room for both."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew where the letters have changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

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

    def _fit(self) -> None:
        metrics = self._number.fontMetrics()
        self._number.setFixedWidth(metrics.horizontalAdvance("000"))
        said = self._said.fontMetrics().horizontalAdvance(self._said.text())
        wanted = self._code.sizeHint().width() + 2 * UNIT + said
        beside = not self._code.wordWrap() and wanted <= self._room()
        way = QBoxLayout.Direction
        self._middle.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._middle.setSpacing(2 * UNIT if beside else 0)
        around = 0 if beside else UNIT // 2
        self._middle.setContentsMargins(0, around, 0, around)

    def _room(self) -> int:
        """Return how many pixels the code and its state have together."""
        beside = [self._sign, self._number, *self.buttons]
        shown = [one for one in beside if not one.isHidden()]
        return self.width() - sum(one.sizeHint().width() + 2 * UNIT for one in shown)


def _rename(one: QToolButton, name: str, picture: str) -> None:
    if one.accessibleName() != name:
        one.setAccessibleName(name)
        one.setToolTip(name)
        one.setIcon(icon(picture))


def _breakable(value: str) -> str:
    """Let a long code without spaces go over several lines."""
    if len(value) <= 2 * _RUN or " " in value:
        return value
    return _BREAK.join(value[at : at + _RUN] for at in range(0, len(value), _RUN))
