"""Ways back of the owner's own into an account, with all that each of them needs."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import column, emptied, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.rows import Rows
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

_PICTURES: Final = {
    "thing": "key",
    "person": "person",
    "account": "account",
    "code-set": "code",
}


@dataclass(frozen=True)
class NeedLine:
    """One that a way needs: the kind and id of its record, its name, more about it."""

    kind: str
    id: str
    name: str
    about: str = ""


@dataclass(frozen=True)
class WayState:
    """One way back; `days` None: nobody knows how long it takes."""

    id: str
    name: str
    days: int | None
    needs: tuple[NeedLine, ...]
    steps: tuple[str, ...] = ()
    dead: bool = False
    may_write: bool = True


class WayCard(QFrame):
    """One way back. `asked` is an act, a kind ("route" or "thing") and an id."""

    asked = Signal(str, str, str)

    def __init__(self, state: WayState) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._layout = column(gap=2 * UNIT)
        self._layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.setLayout(self._layout)
        self.show_state(state)

    def show_state(self, state: WayState) -> None:
        """Show the way as it is kept now."""
        with keyboard_kept(self):
            emptied(self._layout)
            self._layout.addWidget(self._head(state))
            if state.dead:
                dead = words(_("Leads nowhere now: no code it needs is left."), "warn")
                line = row(Sign("warning", "warn"), dead, gap=2 * UNIT)
                line.setStretch(1, 1)
                self._layout.addLayout(line)
            for need in state.needs:
                self._layout.addWidget(self._need(state, need))
            for number, step in enumerate(state.steps, 1):
                text = f"{number}. {step}"
                self._layout.addWidget(words(text, "small", selectable=True))

    def _head(self, state: WayState) -> QWidget:
        said = column(
            words(state.name, "label"), words(_told(state), "small"), gap=UNIT // 2
        )
        if not state.may_write:
            return Beside(said)
        return Beside(
            said,
            self._act("edit", "route", state.id, state.name),
            self._act("remove", "route", state.id, state.name),
            letters=16,
        )

    def _need(self, state: WayState, need: NeedLine) -> QWidget:
        said = column(words(need.name), gap=0)
        if need.about:
            said.addWidget(words(need.about, "small"))
        acts: list[QWidget] = []
        if need.kind == "thing" and state.may_write:
            called = _("{thing}, for {way}").format(thing=need.name, way=state.name)
            acts.append(self._act("edit", "thing", need.id, called))
        sign = Sign(_PICTURES.get(need.kind, "circle"), "muted")
        return Beside(said, *acts, sign=sign, letters=16)

    def _act(self, act: str, kind: str, id_: str, called: str) -> QWidget:
        text = _("Change {name}") if act == "edit" else _("Remove {name}")
        ask = partial(self.asked.emit, act, kind, id_)
        return icon_button(act, text.format(name=called), ask)


class OwnWays(Section):
    """All ways back into an account that the owner wrote down."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        add = button(_("Add a way back…"), self._add, picture="plus")
        super().__init__(_("Ways back of your own"), add)
        self._rows = Rows(self._made, gap=2 * UNIT)
        self.add(self._rows)

    def show_ways(self, ways: tuple[WayState, ...], *, may_write: bool) -> None:
        """Show the ways as they are kept now."""
        self._rows.show_rows((one.id, one) for one in ways)
        self._rows.setVisible(bool(ways))
        none = _(
            "None yet: a way that the platform's steps do not know, such as a letter "
            "with the papers that lie in the safe. “What if…” counts it."
        )
        self.say("" if ways else none)
        self.allow(may_write=may_write)

    def _made(self, state: WayState) -> QWidget:
        made = WayCard(state)
        made.asked.connect(self.asked)
        return made

    def _add(self) -> None:
        self.asked.emit("add", "route", "")


def _told(state: WayState) -> str:
    """Say how long it takes, and that all of what follows is needed."""
    needs = _("needs all of these") if len(state.needs) > 1 else _("needs this")
    if state.days is None:
        return _("Nobody wrote down how long it takes; {needs}:").format(needs=needs)
    text = translate_count(
        "Takes {n} day; {needs}:", "Takes {n} days; {needs}:", state.days
    )
    return text.format(n=state.days, needs=needs)
