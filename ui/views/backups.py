"""The backups: a second place for them, the older states, damaged files that were kept.

What is listed was looked at without any passphrase; opening one proves it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, emptied, row, rule
from ui.widgets.buttons import button
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 6  # the newest; the others on demand
Look = Literal["good", "warn", "bad", "info"]
_SIGNS: Final[dict[Look, tuple[str, str]]] = {
    "good": ("check-circle", "good"),
    "info": ("info", "accent"),
    "warn": ("warning", "warn"),
    "bad": ("error", "bad"),
}


@dataclass(frozen=True)
class BackupLine:
    """One older state as it is shown; `key` is its path. A bad one can't be opened."""

    key: str
    title: str
    text: str
    look: Look = "good"


@dataclass(frozen=True)
class SecondState:
    """The second place in words; `chosen` where there is one."""

    title: str
    text: str
    look: Look
    chosen: bool = False
    allowed: bool = True  # where this computer keeps notes, and the vault stays


@dataclass(frozen=True)
class BackupsState:
    """All of it; nothing is known while it is being looked at."""

    second: SecondState | None = None
    lines: tuple[BackupLine, ...] | None = None
    damaged: tuple[str, ...] = ()


class BackupsPage(Page):
    """Emits what is to be done, and with which backup."""

    look_asked = Signal(str)
    back_asked = Signal(str)  # bring it back
    choose_asked = Signal()
    leave_asked = Signal()  # keep no second set
    remove_asked = Signal()
    left = Signal()

    def __init__(self, state: BackupsState) -> None:
        lead = _(
            "Every change keeps the state before it. A backup opens with what opened "
            "the vault on its day, and nothing in it is ever changed."
        )
        super().__init__(_("Backups"), lead)
        self._all = False
        self._content = column(gap=3 * UNIT)
        self.add(self._content)
        self.escape = self.foot(_("Done"), self.left.emit)
        self.show_state(state)

    def show_state(self, state: BackupsState) -> None:
        """Show how things stand now; the keyboard stays where it is."""
        self._state = state
        with keyboard_kept(self):
            emptied(self._content)
            self.first = None
            parts = [self._second(state.second)] if state.second else []
            parts.append(self._listed(state.lines))
            if state.damaged:
                parts.append(self._damaged(state.damaged))
            for part in parts:
                self._content.addWidget(part)
                part.show()

    @property
    def waiting(self) -> bool:
        """Whether the list is still being looked at."""
        return self._state.lines is None

    def _second(self, second: SecondState) -> QWidget:
        part = Section(_("A second place"))
        buttons: list[QWidget] = []
        if second.allowed:
            text = _("Choose another…") if second.chosen else _("Choose a folder…")
            choose = button(text, self.choose_asked.emit)
            choose.setAccessibleName(_("Choose a folder for a second set of backups"))
            self.first = choose
            buttons.append(choose)
        said = _said(second.title, second.text)
        line = Beside(said, *buttons, sign=Sign(*_SIGNS[second.look]))
        part.add(card(line, tone="card"))
        if second.chosen:
            stop = button(_("Keep no second set"), self.leave_asked.emit, "link")
            part.add(row(stop, STRETCH))
        return part

    def _listed(self, lines: tuple[BackupLine, ...] | None) -> QWidget:
        part = Section(_("Older states"))
        if lines is None:
            part.say(_("Looking at the backups…"))
            return part
        if not lines:
            part.say(_("None yet. The first change makes one."))
            return part
        shown = lines if self._all else lines[:AT_ONCE]
        items: list[QWidget] = []
        for place, line in enumerate(shown):
            items += [rule()] if place else []
            items.append(self._line(line))
        part.add(card(*items, gap=2 * UNIT))
        more = len(lines) - AT_ONCE
        if more > 0:
            text = translate_count("Show {n} more", "Show {n} more", more)
            turned = _("Show the newest only") if self._all else text.format(n=more)
            picture = "up" if self._all else "down"
            part.add(row(button(turned, self._turn, "link", picture), STRETCH))
        return part

    def _line(self, line: BackupLine) -> QWidget:
        buttons: list[QWidget] = []
        if line.look != "bad":
            buttons = [
                self._button(_("Look"), _("Look into: {name}"), line, self.look_asked),
                self._button(
                    _("Bring back…"), _("Bring back: {name}"), line, self.back_asked
                ),
            ]
        said = _said(line.title, line.text)
        return Beside(said, *buttons, sign=Sign(*_SIGNS[line.look]))

    def _button(
        self, text: str, name: str, line: BackupLine, signal: SignalInstance
    ) -> QPushButton:
        made = button(text, _emitter(signal, line.key))
        made.setAccessibleName(name.format(name=line.title))
        return made

    def _damaged(self, names: tuple[str, ...]) -> QWidget:
        remove = button(_("Remove them…"), self.remove_asked.emit, "danger", "remove")
        part = Section(_("Damaged files that were kept"), remove)
        part.say(
            _(
                "They were healed, and nothing of them is missing. The damaged files "
                "are kept until you remove them."
            )
        )
        part.add(words("\n".join(names), "small"))
        return part

    def _turn(self) -> None:
        self._all = not self._all
        self.show_state(self._state)


def _said(title: str, text: str) -> QVBoxLayout:
    return column(words(title, "label"), words(text, "muted"), gap=UNIT // 2)


def _emitter(signal: SignalInstance, key: str) -> Callable[[], None]:
    return lambda: signal.emit(key)
