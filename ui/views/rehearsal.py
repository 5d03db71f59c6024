"""The rehearsal: what can be lost, the map of what leans on it, what comes of it."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.shared.grid import UNIT, WIDE_COLUMN
from ui.views.rehearsal_state import Group, Part, RehearsalFound, RehearsalState
from ui.widgets.box import STRETCH, Item, card, column, emptied, row, rule
from ui.widgets.buttons import button
from ui.widgets.dependency_map import DependencyMap
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowBox
from ui.widgets.keyboard import keyboard_kept
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from ui.widgets.tick_list import TickList
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 6  # lines of one part; the others on demand
BESIDE_ROWS: Final = 8  # of each list of what can be lost
STACKED_ROWS: Final = 4  # the map is to be near below them
OWN_WAYS: Final = _(
    "A way back that is not counted here? Write it down on the account's page, under "
    "“Ways back of your own”."
)
_LETTERS: Final = 30  # what the list of what can be lost has room for, in a line


class Rehearsal(Page):
    """Emits the keys of all that is lost now, whenever that changes."""

    lost_changed = Signal(tuple)
    save_asked = Signal()
    pairs_asked = Signal()
    add_asked = Signal()  # an account: without one there is nothing to lose
    told = Signal(str)
    left = Signal()

    def __init__(self, state: RehearsalState) -> None:
        lead = _(
            "Tick what might be lost, and see what falls with it, what comes back, "
            "and when. Nothing in the vault is changed by it."
        )
        super().__init__(_("What if…"), lead, width=2 * WIDE_COLUMN)
        self._lists: list[TickList] = []
        self._lost: tuple[str, ...] = ()
        self._wide: set[str] = set()  # the titles of parts shown whole
        self.map = DependencyMap()
        self.map.turned.connect(self.turn)
        self.map.told.connect(self.told)
        self._try = button(_("Try every two…"), self.pairs_asked.emit)
        self._choice = column(gap=2 * UNIT)
        self._sentence = words("", "heading")
        self._parts = column(gap=3 * UNIT)
        self._whole = _Halves(self._left(), self._right(), self._set_rows)
        self._rows = BESIDE_ROWS
        self._found_pairs: Part | None = None
        self._below = QWidget()
        own = words(OWN_WAYS, "muted")
        self._below.setLayout(column(self._parts, self._two(), own, gap=3 * UNIT))
        self._empty = _empty()
        self._empty.connect_to(self.add_asked.emit)
        self.add(self._empty, self._whole, self._below)
        self.escape = self.foot(_("Done"), self.left.emit)
        self.show_state(state)

    def show_state(self, state: RehearsalState) -> None:
        """Show another vault's map, or the same after a change."""
        self._empty.setVisible(state.known and not state.groups)
        for one in (self._whole, self._below):
            one.setVisible(bool(state.groups))
        with keyboard_kept(self):
            emptied(self._choice)
            self._lists = []
            for group in state.groups:
                self._choice.addWidget(self._ticks(group))
            self.first = self._lists[0] if self._lists else self._empty.go
        self.map.show_map(state.shape)

    def show_found(self, found: RehearsalFound, *, moving: bool = True) -> None:
        """Show what comes of what is lost now."""
        if not self._lists:  # nothing can be lost yet
            return
        self._lost = found.lost
        self._found = found
        for one in self._lists:
            one.tick_only(found.lost)
        self._again.setEnabled(bool(found.lost))
        self.map.show_stands(found.stands, moving=moving)
        self._sentence.setText(found.sentence)
        self._fill_parts()

    def show_pairs(self, part: Part | None) -> None:
        """Show what two losses at once cost; None: it is not known, or not any more."""
        self._found_pairs = part
        with keyboard_kept(self):
            emptied(self._pairs)
            if part is not None:
                held = QWidget()
                held.setLayout(column(*self._lines(part), gap=2 * UNIT))
                self._pairs.addWidget(held)

    @property
    def losable(self) -> tuple[str, ...]:
        """The keys of all that can be lost, in the order of the lists."""
        return tuple(key for one in self._lists for key in one.ids)

    @property
    def lost(self) -> tuple[str, ...]:
        """The keys of what is lost now."""
        return self._lost

    @property
    def sentence(self) -> str:
        """What comes of it, in a sentence."""
        return self._sentence.text()

    def turn(self, key: str) -> None:
        """Lose it, or give it back."""
        kept = tuple(one for one in self._lost if one != key)
        self._lose(kept if key in self._lost else (*self._lost, key))

    def _lose(self, keys: Collection[str]) -> None:
        self._lost = tuple(keys)
        self.lost_changed.emit(self._lost)

    def _left(self) -> QWidget:
        self._again = button(_("Give all back"), lambda: self._lose(()), "secondary")
        side = QWidget()
        foot = row(self._again, STRETCH)
        side.setLayout(column(self._choice, foot, STRETCH, gap=2 * UNIT))
        return side

    def _right(self) -> QWidget:
        larger = button(_("Larger"), lambda: self.map.zoom(1))
        smaller = button(_("Smaller"), lambda: self.map.zoom(-1))
        larger.setAccessibleName(_("Show the map larger"))
        smaller.setAccessibleName(_("Show the map smaller"))
        see = button(_("Show all"), self.map.see_all)
        see.setAccessibleName(_("Show all of the map"))
        save = button(_("Save as a picture…"), self.save_asked.emit, picture="save")
        acts = FlowBox(larger, smaller, see, save, gap=UNIT)
        text = _(
            "Arrows move on the map, with Ctrl along its lines; Space loses what is "
            "marked, or gives it back. A whole line: needed every day. A dashed one: "
            "a way back."
        )
        said = words(text, "small")
        side = QWidget()
        frame = card(self.map, tone="card")
        side.setLayout(column(self._sentence, frame, acts, said, STRETCH, gap=2 * UNIT))
        return side

    def _two(self) -> QWidget:
        """Return the part for losses that cost only together."""
        two = Section(_("Losing two at once"), self._try)
        two.say(
            _(
                "Tries every two things and papers, and lists those that cost more "
                "together than each alone."
            )
        )
        self._pairs = two.inner
        return two

    def _set_rows(self, rows: int) -> None:
        self._rows = rows
        for one in self._lists:
            one.show_rows(rows)

    def _ticks(self, group: Group) -> QWidget:
        ticks = TickList(group.lines, self._lost)
        ticks.setAccessibleName(group.title)
        ticks.ticked.connect(self._gather)
        ticks.show_rows(self._rows)
        self._lists.append(ticks)
        part = QWidget()
        part.setLayout(column(words(group.title, "label"), ticks, gap=UNIT))
        return part

    def _gather(self) -> None:
        self._lose([key for one in self._lists for key in one.chosen])

    def _fill_parts(self) -> None:
        with keyboard_kept(self):
            emptied(self._parts)
            for part in self._found.parts:
                made = self._part(part)
                self._parts.addWidget(made)
                made.show()

    def _part(self, part: Part) -> QWidget:
        section = Section(part.title)
        section.add(*self._lines(part))
        return section

    def _lines(self, part: Part) -> list[Item]:
        """Return the first lines of a part, or all, and what shows the others."""
        whole = part.title in self._wide
        shown = part.lines if whole else part.lines[:AT_ONCE]
        lines: list[QWidget] = []
        for place, line in enumerate(shown):
            lines += [rule()] if lines else []
            link = self._show_link(part.keys[place], line) if part.keys else None
            lines.append(_line(part, line, link))
        more = len(part.lines) - AT_ONCE
        made: list[Item] = [card(*lines, gap=UNIT)]
        if more > 0:
            text = translate_count("Show {n} more", "Show {n} more", more)
            turned = _("Show fewer") if whole else text.format(n=more)
            link = button(turned, look="link", picture="up" if whole else "down")
            link.setAccessibleName(f"{part.title}: {turned}")
            link.clicked.connect(lambda _on, title=part.title: self._turn_part(title))
            made.append(row(link, STRETCH))
        return made

    def _show_link(self, keys: tuple[str, ...], line: str) -> QWidget:
        link = button(_("Show on the map"), lambda: self._show_loss(keys), "link")
        link.setAccessibleName(_("Show on the map: {loss}").format(loss=line))
        return link

    def _show_loss(self, keys: tuple[str, ...]) -> None:
        """Lose these and nothing else, and look at the map."""
        self._lose(keys)
        self.map.go_to(keys[0])
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_part(self, title: str) -> None:
        self._wide ^= {title}
        self._fill_parts()
        self.show_pairs(self._found_pairs)


def _line(part: Part, text: str, link: QWidget | None) -> QWidget:
    line, body = QWidget(), QWidget()
    foot = [row(link, STRETCH)] if link else []
    body.setLayout(column(words(text), *foot, gap=UNIT))
    said = row(Sign(part.picture, part.tone), body, gap=2 * UNIT)
    said.setStretch(1, 1)
    line.setLayout(said)
    return line


def _empty() -> EmptyState:
    return EmptyState(
        "empty-accounts",
        _("See what one lost phone would cost, before it is lost"),
        _("With accounts in the vault, their mailboxes and people are drawn here."),
        _("Add an account…"),
        _("For example: the phone is gone. Does Instagram come back, and when?"),
    )


class _Halves(QWidget):
    """The list beside the map, or above it where there is no room for both."""

    def __init__(
        self, list_: QWidget, map_: QWidget, show_rows: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._show_rows = show_rows
        self._list = list_
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(3 * UNIT)
        self._line.addWidget(list_)
        self._line.addWidget(map_, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand them beside each other where the map keeps twice the list's room."""
        super().resizeEvent(event)
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        beside = self.width() >= 3 * least
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if beside else ways.TopToBottom
        self._show_rows(BESIDE_ROWS if beside else STACKED_ROWS)
        self._list.setMaximumWidth(least if beside else 16777215)
        self._list.setMinimumWidth(least if beside else 0)
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
