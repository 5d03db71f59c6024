"""An incident: accounts in the order of action, and all that one of them needs now."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ui.shared.grid import UNIT, WIDE_COLUMN
from ui.views.incident_below import (
    aside_parts,
    back_part,
    beside_part,
    evidence_part,
    log_part,
    messages_part,
)
from ui.views.incident_state import AtHand, IncidentState, InOrder, Tick
from ui.views.share_lines import copied_line
from ui.widgets.beside import Beside as BesideLine
from ui.widgets.box import STRETCH, card, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.few import Few
from ui.widgets.field import Field
from ui.widgets.flow import FlowBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.keyboard import controls, keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.panes import Panes
from ui.widgets.pick import Option, Pick
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

_AT_ONCE: Final = 10  # accounts in the list; more on demand


class IncidentPage(Page):
    """Emits what is ticked, used, done, written down and copied."""

    account_chosen = Signal(str)
    ticked = Signal(str, str)  # account or "", key
    used = Signal(str, str, str)  # account, code's id, by whom
    user_picked = Signal(str)
    choice_asked = Signal()
    done_with = Signal(str)
    added = Signal(str)
    logged = Signal(str)
    learned = Signal(str)
    copied = Signal(str, str)  # what it is called, the text
    link_asked = Signal(str)
    ended = Signal()
    reopened = Signal()
    report_asked = Signal()
    save_asked = Signal()
    file_asked = Signal(str, str)  # "add", "save", "edit" or "remove", and an id
    files_dropped = Signal(list)
    reporting_asked = Signal()

    def __init__(self, state: IncidentState) -> None:
        super().__init__(state.title, " ", width=WIDE_COLUMN)
        self._over = column(gap=2 * UNIT)
        self._few = Few(self._in_list, _more, _AT_ONCE)
        heading = words(_("In this order"), "heading")
        self._choose = button(_("Change the list…"), self.choice_asked.emit)
        self._list = column(heading, self._few, row(self._choose, STRETCH), gap=UNIT)
        self._now = column(gap=2 * UNIT)
        self._below = column(gap=3 * UNIT)
        self._line = QLineEdit()
        self._line.returnPressed.connect(self._log)
        self._lesson = GrowingText(state.lesson)
        self._at_hand = _held(self._now)
        self._top = _held(self._over)
        self.body.addWidget(self._top)
        self.add(Panes(_held(self._list), self._at_hand))
        self.body.addLayout(self._below)
        self._evidence = evidence_part()
        self._evidence.asked.connect(self.file_asked)
        self._evidence.dropped.connect(self.files_dropped)
        where = LinkButton(_("Where to report it"), self.reporting_asked.emit, "link")
        self.add(self._evidence, where, self._writing(), self._ending())
        self._user = ""
        self._state = state
        self.show_state(state)

    def _writing(self) -> QWidget:
        """Return where a line is added to the log."""
        add = button(_("Add the line"), self._log, picture="plus")
        field = Field(_("Add a line to the log"), self._line)
        return _held(column(field, row(add, STRETCH), gap=2 * UNIT))

    def _ending(self) -> QWidget:
        """Return what ends it, and what writes it down for others."""
        self._end = button(_("It is over"), self.ended.emit, picture="check-circle")
        self._again = button(_("It goes on"), self.reopened.emit, picture="undo")
        report = button(_("Copy a report"), self.report_asked.emit, picture="copy")
        save = button(_("Save a report…"), self.save_asked.emit, picture="save")
        return FlowBox(self._end, self._again, save, report, gap=UNIT)

    def show_state(self, state: IncidentState) -> None:
        """Show how it stands now; the keyboard stays where it is."""
        before, typed = self._state, self._lesson.toPlainText()
        self._typed = typed if before.ended and typed != before.lesson else ""
        self._state = state
        self.lead.setText(state.about)
        self.lead.show()
        with keyboard_kept(self):
            for layout in (self._over, self._now, self._below):
                emptied(layout)
            self._fill_over()
            self._fill_list()
            for part in self._now_parts(state.now):
                self._now.addWidget(part)
                part.show()
            self._fill_below()
        self._evidence.show_files(state.evidence, may_write=state.may_write)
        self._line.setEnabled(state.may_write)
        ones = controls(self._top) + controls(self._at_hand)
        self.first = next(iter(ones), None)
        if before.now.id != state.now.id or before.ended != state.ended:
            self.begin()
        self._end.setVisible(state.may_write and not state.ended)
        self._again.setVisible(state.may_write and state.ended)
        self._choose.setVisible(state.may_write and not state.ended)

    def commit(self) -> None:
        """Hand on what was typed and not yet taken in."""
        if self._state.ended:
            self.learned.emit(self._lesson.toPlainText())

    def _fill_over(self) -> None:
        """Say at the top, once it is over, what to renew, and ask how it happened."""
        if not self._state.ended:
            return
        part = Section(_("Renew this now"))
        part.say(
            _("Others may have seen it, or it is used up.")
            if self._state.renew
            else _("Nothing of this is known to be seen or used up.")
        )
        for tick in self._state.renew:
            account, _blank, key = tick.key.partition(" ")
            part.add(self._tick(account, Tick(key, tick.text, tick.on)))
        self._lesson = GrowingText(self._typed or self._state.lesson)
        self._lesson.setReadOnly(not self._state.may_write)
        part.add(Field(_("How did it happen?"), self._lesson))
        keep = button(_("Keep the lesson"), self.commit)
        keep.setEnabled(self._state.may_write)
        part.add(row(keep, STRETCH))
        self._over.addWidget(part)
        part.show()

    def _fill_list(self) -> None:
        self._few.show_items(tuple(enumerate(self._state.accounts, 1)))

    def _in_list(self, item: tuple[int, InOrder]) -> QWidget:
        number, one = item
        name = f"{number}. {one.name}"
        now = one.id == self._state.now.id
        picture = "check-circle" if one.done else "next" if now else "circle"
        press = LinkButton(name, partial(self.account_chosen.emit, one.id), picture)
        if one.done:
            name = _("{name}, done").format(name=name)
        elif now:
            name = _("{name}, now").format(name=name)
        press.setAccessibleName(name)
        if one.done or not one.back or self._state.ended:
            return press
        when = _("back: {when}").format(when=one.back)
        press.setAccessibleDescription(when)
        return _held(column(press, row(5 * UNIT, words(when, "small")), gap=0))

    def _now_parts(self, now: AtHand) -> Iterable[QWidget]:
        yield words(now.name, "heading")
        if now.about:
            yield words(now.about, "muted")
        if now.back:
            yield words(_("Comes back: {when}").format(when=now.back), "muted")
        rings = [
            copied_line(one.name, one.number, self.copied.emit, rings=True)
            for one in now.numbers
        ]
        notes = [words(one.note, "small") for one in now.numbers]
        if rings:
            lines = [part for pair in zip(rings, notes, strict=True) for part in pair]
            yield card(words(_("Ring"), "label"), *lines, tone="info")
        if now.code and not self._state.ended:
            yield self._code_part(now)
        yield self._steps_part(now)
        if self._state.may_write:
            said = _("Not done yet") if now.done else _("Done")
            done = button(said, partial(self.done_with.emit, now.id), "primary")
            yield FlowBox(done)
        yield from aside_parts(now.aside)
        if now.house:
            house = Section(_("Once you are in: take the house back"))
            for tick in now.house:
                house.add(self._tick(now.id, tick))
            yield house

    def _code_part(self, now: AtHand) -> QWidget:
        code = words(now.code, "large-code", selectable=True)
        self._user = now.user
        use = button(_("Used it"), partial(self._use, now), "secondary")
        use.setEnabled(self._state.may_write)
        said = column(
            words(_("Next unused code"), "label"),
            code,
            words(now.code_left, "small"),
            gap=UNIT,
        )
        if not now.users:
            return card(BesideLine(said, use))
        user = Pick()
        user.setEnabled(self._state.may_write)
        user.show_options([Option(*one) for one in now.users], now.user)
        user.picked.connect(self._name_user)
        return card(BesideLine(said, use), Field(_("Used by"), user))

    def _name_user(self, person: str) -> None:
        self._user = person
        self.user_picked.emit(person)

    def _use(self, now: AtHand) -> None:
        self.used.emit(now.id, now.code_id, self._user)

    def _steps_part(self, now: AtHand) -> QWidget:
        part = Section(_("What to do"))
        part.say(now.source)
        for number, tick in enumerate(now.steps, 1):
            text = f"{number}. {tick.text}"
            numbered = Tick(tick.key, text, tick.on, tick.link, tick.note)
            part.add(self._tick(now.id, numbered))
        return part

    def _tick(self, account: str, tick: Tick) -> QHBoxLayout:
        """Return a box, and beside it words that wrap; the box is named by them."""
        box = QCheckBox()
        box.setAccessibleName(tick.text)
        box.setChecked(tick.on)
        box.setEnabled(self._state.may_write)
        box.clicked.connect(lambda _on: self.ticked.emit(account, tick.key))
        said = column(words(tick.text, selectable=True), gap=0)
        if tick.note:
            said.addWidget(words(tick.note, "warn"))
        if tick.link:
            ask = partial(self.link_asked.emit, tick.link)
            said.addWidget(LinkButton(tick.link, ask, "link"))
        said.setContentsMargins(0, UNIT, 0, 0)
        line = row(column(box, STRETCH, gap=0), said, gap=UNIT)
        line.setStretch(1, 1)
        return line

    def _fill_below(self) -> None:
        for part in (
            beside_part(self._state, self.added.emit),
            back_part(self._state),
            messages_part(self._state.messages, self.copied.emit),
            log_part(self._state.log),
        ):
            if part is not None:
                self._below.addWidget(part)
                part.show()

    def _log(self) -> None:
        text = self._line.text()
        if text.strip():
            self._line.clear()
            self.logged.emit(text)


def _more(count: int) -> str:
    return translate_count("Show {n} more", "Show {n} more", count).format(n=count)


def _held(layout: object) -> QWidget:
    held = QWidget()
    held.setLayout(layout)  # type: ignore[arg-type]  # any layout
    return held
