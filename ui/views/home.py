"""Home: how ready the owner is, as a sentence; what is missing; the newest kit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, Tone, card, column, emptied, row, rule
from ui.widgets.buttons import Look, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 3  # WINDOW: the three most urgent gaps; the others on demand


@dataclass(frozen=True)
class Todo:
    """One thing to do: what, why, the words of its button and where that leads."""

    title: str
    why: str
    act: str = ""
    place: str = ""
    what: object = None


@dataclass(frozen=True)
class HomeState:
    """What the page shows. `kit` is told in the tone that its state asks for."""

    name: str
    sentence: str
    note: str = ""
    accounts: int = 0
    ready: int = 0
    todos: tuple[Todo, ...] = ()
    kit: Todo | None = None
    kit_tone: Tone = "good"
    read_only: str = ""
    review: Todo | None = None
    review_due: bool = False
    deputies: str = ""


class Home(Page):
    """Emits the place that a button leads to, and what it is about there."""

    asked = Signal(str, object)

    def __init__(self, state: HomeState) -> None:
        super().__init__(_("Home"))
        self._all = False
        self._name = words("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Accounts that are ready"))
        self._content = column(gap=3 * UNIT)
        self.body.insertWidget(0, self._name)
        self.add(self._bar, self._content)
        self.show_state(state)

    def show_state(self, state: HomeState) -> None:
        """Show how things stand now; the keyboard stays where it is."""
        self._state = state
        self._name.setText(state.name)
        self.heading.setText(state.sentence)
        self.lead.setText(state.note)
        self.lead.setVisible(bool(state.note))
        self._bar.setVisible(state.accounts > 0)
        self._bar.setRange(0, max(state.accounts, 1))
        self._bar.setValue(state.ready)
        self._bar.setAccessibleDescription(state.sentence)
        with keyboard_kept(self):
            emptied(self._content)
            self.first = None
            for part in self._parts():
                self._content.addWidget(part)
                part.show()

    def _parts(self) -> list[QWidget]:
        state = self._state
        parts: list[QWidget] = []
        if state.read_only:
            line = row(Sign("info", "accent"), words(state.read_only), gap=2 * UNIT)
            line.setStretch(1, 1)
            parts.append(card(line, tone="info"))
        if not state.accounts:
            return [*parts, self._empty()]
        if state.todos:
            parts.append(self._missing())
        if state.kit:
            parts.append(self._kit(state.kit))
        if state.review:
            parts.append(self._review(state.review))
        return parts

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "empty-accounts",
            _("Begin with the account that would hurt most to lose"),
            _(
                "Put its codes, its steps and the people who can help in here. "
                "What is here is printed for the safe, and gets you back in."
            ),
            "" if self._state.read_only else _("Add your first account"),
            _("For example: Instagram, and then the mailbox it writes to."),
        )
        empty.connect_to(lambda: self.asked.emit("new-account", None))
        self.first = empty.go
        return empty

    def _missing(self) -> QWidget:
        todos = self._state.todos
        part = Section(_("What is missing"))
        shown = todos if self._all else todos[:AT_ONCE]
        lines: list[QWidget] = []
        for place, todo in enumerate(shown):
            lines += [rule()] if place else []
            look: Look = "secondary" if place else "primary"
            lines.append(self._todo(todo, "warning", look))
        part.add(card(*lines, gap=2 * UNIT))
        more = len(todos) - AT_ONCE
        if more > 0:
            text = translate_count("Show {n} more", "Show {n} more", more)
            turned = (
                _("Show the most urgent only") if self._all else text.format(n=more)
            )
            picture = "up" if self._all else "down"
            part.add(row(button(turned, self._turn, "link", picture), STRETCH))
        return part

    def _kit(self, kit: Todo) -> QWidget:
        part = Section(_("The newest kit"))
        good = self._state.kit_tone == "good"
        picture = "shield-check" if good else "warning"
        part.add(card(self._todo(kit, picture, "secondary")))
        return part

    def _review(self, review: Todo) -> QWidget:
        part = Section(_("Review and deputy files"))
        picture = "warning" if self._state.review_due else "shield-check"
        line = self._todo(review, picture, "secondary")
        part.add(card(line, words(self._state.deputies, "muted"), gap=2 * UNIT))
        return part

    def _todo(self, todo: Todo, picture: str, look: Look) -> QWidget:
        """Return a line: a sign, what and why, and one button."""
        said = column(words(todo.title, "label"), gap=UNIT // 2)
        if todo.why:
            said.addWidget(words(todo.why, "muted"))
        buttons: list[QWidget] = []
        if todo.act:
            go = button(todo.act, self._asker(todo), look)
            go.setAccessibleDescription(todo.title)
            buttons.append(go)
            self.first = self.first or go
        sign = Sign(picture, "good" if picture == "shield-check" else "warn")
        return Beside(said, *buttons, sign=sign)

    def _asker(self, todo: Todo) -> Callable[[], None]:
        return lambda: self.asked.emit(todo.place, todo.what)

    def _turn(self) -> None:
        self._all = not self._all
        self.show_state(self._state)
