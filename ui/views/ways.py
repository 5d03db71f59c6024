"""The ways into the vault: a card for each, what can be done with it, what to renew."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import Look, button
from ui.widgets.flow import Flow
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class WayAct:
    """What can be done with a way in: its key, its words, and who hears of it."""

    key: str
    words: str
    name: str
    look: Look = "secondary"


@dataclass(frozen=True)
class WayCard:
    """One way in as it is shown."""

    number: int
    title: str
    text: str
    icon: str
    acts: tuple[WayAct, ...] = ()


@dataclass(frozen=True)
class RenewLine:
    """A code set that somebody may know; `key` is its id."""

    key: str
    title: str
    text: str


@dataclass(frozen=True)
class WaysState:
    """All of it; `warnings` are what an owner should know of the ways as they are."""

    ways: tuple[WayCard, ...]
    warnings: tuple[str, ...] = ()
    renew: tuple[RenewLine, ...] = ()
    may_write: bool = True


class WaysPage(Page):
    """Emits what is to be done, and with which way in."""

    act_asked = Signal(str, int)
    partner_asked = Signal()
    known_asked = Signal()
    renewed = Signal(str)
    left = Signal()

    def __init__(self, state: WaysState) -> None:
        lead = _(
            "What opens this vault. Each change draws a new lock: an old copy of the "
            "file opens as before, and nothing that is saved from then on."
        )
        super().__init__(_("Ways in"), lead)
        self._content = column(gap=3 * UNIT)
        self.add(self._content)
        self.escape = self.foot(_("Done"), self.left.emit)
        self.show_state(state)

    def show_state(self, state: WaysState) -> None:
        """Show how things stand now; the keyboard stays where it is."""
        with keyboard_kept(self):
            emptied(self._content)
            self.first = None
            parts = [self._listed(state)]
            if state.renew:
                parts.insert(0, self._to_renew(state))
            if state.may_write:
                parts.append(self._known())
            for part in parts:
                self._content.addWidget(part)
                part.show()

    def _listed(self, state: WaysState) -> QWidget:
        part = Section(_("What opens it"))
        for text in state.warnings:
            said = column(words(text), gap=0)
            part.add(card(Beside(said, sign=Sign("warning", "warn")), tone="warn"))
        for one in state.ways:
            part.add(self._card(one, may_write=state.may_write))
        if state.may_write:
            partner = button(
                _("Add a partner…"),
                self.partner_asked.emit,
                "link",
                "person-add",
            )
            part.add(row(partner, STRETCH))
        return part

    def _card(self, one: WayCard, *, may_write: bool) -> QWidget:
        said = column(
            words(one.title, "label"), words(one.text, "muted"), gap=UNIT // 2
        )
        items: list[QWidget] = [Beside(said, sign=Sign(one.icon, "accent"))]
        acts = [self._button(one, act) for act in one.acts] if may_write else []
        if acts:
            foot = QWidget()
            foot.setLayout(Flow(*acts, gap=UNIT))
            items.append(foot)
            self.first = self.first or acts[0]
        return card(*items, gap=2 * UNIT)

    def _button(self, one: WayCard, act: WayAct) -> QPushButton:
        made = button(act.words, self._asker(act.key, one.number), act.look)
        made.setAccessibleName(act.name)
        return made

    def _to_renew(self, state: WaysState) -> QWidget:
        part = Section(_("Codes to renew"))
        part.say(
            _(
                "Somebody may know them. Draw new ones on the platform, add them, and "
                "they leave this list by themselves."
            )
        )
        for one in state.renew:
            said = column(
                words(one.title, "label"), words(one.text, "muted"), gap=UNIT // 2
            )
            buttons: list[QWidget] = []
            if state.may_write:
                done = button(_("Renewed"), self._renewer(one.key))
                done.setAccessibleName(_("Renewed: {name}").format(name=one.title))
                if one is state.renew[0]:
                    self.first = done
                buttons.append(done)
            part.add(card(Beside(said, *buttons, sign=Sign("warning", "warn"))))
        return part

    def _known(self) -> QWidget:
        begin = button(_("Make everything new…"), self.known_asked.emit, "danger")
        part = Section(_("Somebody knows it?"), begin)
        part.say(
            _(
                "If somebody has seen the passphrase, the key card or this screen who "
                "should not: everything that opens the vault is made new, and you get "
                "a list of what is left to do."
            )
        )
        return part

    def _asker(self, key: str, number: int) -> Callable[[], None]:
        return lambda: self.act_asked.emit(key, number)

    def _renewer(self, key: str) -> Callable[[], None]:
        return lambda: self.renewed.emit(key)
