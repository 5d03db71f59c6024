"""One code in a row: hidden or shown, its state in words, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.widgets.box import STRETCH, row
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
        lead = row(self._sign, self._number, gap=2 * UNIT)
        lead.addLayout(self._middle, 1)
        self._line = row(lead, gap=2 * UNIT)
        self._line.setStretch(0, 1)
        self._line.addLayout(row(*self.buttons, STRETCH, gap=UNIT))
        self.setLayout(self._line)

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
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the longer part: the buttons can go below."""
        lead = self._around() + self._code.minimumSizeHint().width()
        return QSize(max(lead, self._acts()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stack the parts where one line has no room for all."""
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
        code = self._code.minimumSizeHint().width()
        room = self.width() - self._around() - 2 * UNIT - self._acts()
        way = QBoxLayout.Direction
        low = room < code
        self._line.setDirection(way.TopToBottom if low else way.LeftToRight)
        self._line.setSpacing(0 if low else 2 * UNIT)
        room = self.width() - self._around() if low else room
        beside = not self._code.wordWrap() and code + 2 * UNIT + said <= room
        self._middle.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._middle.setSpacing(2 * UNIT if beside else 0)
        around = 0 if beside else UNIT // 2
        self._middle.setContentsMargins(0, around, 0, around)

    def _around(self) -> int:
        """Return how many pixels stand before the code."""
        return _widths([self._sign, self._number], 2 * UNIT)

    def _acts(self) -> int:
        """Return how many pixels the buttons take."""
        return _widths(self.buttons, UNIT) - UNIT


def _widths(widgets: Sequence[QWidget], gap: int) -> int:
    shown = [one for one in widgets if not one.isHidden()]
    return sum(one.minimumSizeHint().width() + gap for one in shown)


def _rename(one: QToolButton, name: str, picture: str) -> None:
    if one.accessibleName() != name:
        one.setAccessibleName(name)
        one.setToolTip(name)
        one.setIcon(icon(picture))
