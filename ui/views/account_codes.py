"""The codes of one account, on its page: sets in force first, retired ones apart.

Codes are hidden until asked for and hide again after ten seconds, when the page is left
and when the window is no longer the one at work.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from shiboken6 import isValid

from ui.shared.grid import GAP
from ui.widgets.box import STRETCH, row
from ui.widgets.buttons import button
from ui.widgets.code_set_part import CodeSetPart, SetState, Shown
from ui.widgets.file_drop import FileDrop
from ui.widgets.reveal import SHOWN_FOR_SECONDS, Reveal
from ui.widgets.rows import Rows
from ui.widgets.section import Section
from vault.i18n import translate as _
from vault.i18n import translate_count


@dataclass(frozen=True)
class CodesState:
    """What the section shows; `example` is what the platform issues, if known."""

    sets: tuple[SetState, ...] = ()
    retired: tuple[SetState, ...] = ()
    example: str = ""
    has_next: bool = False
    may_write: bool = True


class CodesSection(Section):
    """Emits what is asked, by the id of the code or set; `told` is to be announced."""

    add_asked = Signal()
    dropped = Signal(str)  # the path of a file
    next_asked = Signal()
    copy_asked = Signal(str)
    mark_asked = Signal(str)
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    told = Signal(str)

    def __init__(self) -> None:
        following = button(_("Next unused code"), picture="code")
        adding = button(_("Add codes…"), picture="plus")
        super().__init__(_("Codes"), following, adding)
        self._next, self._add = following, adding
        following.clicked.connect(lambda _checked: self.next_asked.emit())
        adding.clicked.connect(lambda _checked: self.add_asked.emit())
        FileDrop(self).dropped.connect(self._take_file)
        self._state = CodesState()
        self._old_shown = False
        self.reveal = Reveal(self)
        self.reveal.changed.connect(self._draw)
        self.reveal.ticked.connect(self._draw)
        self.reveal.ended.connect(lambda: self.told.emit(_("Hidden again")))
        self._sets = Rows(self._part, gap=2 * GAP)
        self._old = Rows(self._part, gap=2 * GAP)
        self._turn_old = button("", self._turn, "link", "history")
        self.add(self._sets, row(self._turn_old, STRETCH), self._old)

    def show_state(self, state: CodesState) -> None:
        """Show the codes as they are now; what stays is not made anew."""
        self._state = state
        known = {line.id for one in state.sets + state.retired for line in one.lines}
        if not self.reveal.shown <= known:
            self.reveal.hide()
        self._draw()

    def _take_file(self, paths: list[str]) -> None:
        """Tell the first file that was dropped, where codes may be added."""
        if self._state.may_write:
            self.dropped.emit(paths[0])

    def _draw(self) -> None:
        if not isValid(self._turn_old):  # the page is being taken apart
            return
        state, reveal = self._state, self.reveal
        empty = not (state.sets or state.retired)
        self.say(_empty_words(state) if empty else "")
        self._next.setVisible(any(one.left for one in state.sets))
        self._next.setEnabled(state.has_next)
        self._add.setVisible(state.may_write)
        count = len(state.retired)
        hide = _("Hide the retired codes")
        show = translate_count(
            "Show {n} retired set", "Show {n} retired sets", count
        ).format(n=count)
        self._turn_old.setText(hide if self._old_shown else show)
        self._turn_old.setVisible(bool(count))
        old = state.retired if self._old_shown else ()
        for rows, sets in ((self._sets, state.sets), (self._old, old)):
            rows.show_rows(
                (one.id, Shown(one, reveal.shown, reveal.seconds_left)) for one in sets
            )

    def _part(self, shown: Shown) -> CodeSetPart:
        made = CodeSetPart()
        made.show_state(shown)
        id_ = shown.state.id
        made.turned.connect(self._turn_one)
        made.turned_all.connect(partial(self._turn_all, id_))
        made.copied.connect(self.copy_asked)
        made.marked.connect(self.mark_asked)
        made.edit_asked.connect(partial(self.edit_asked.emit, id_))
        made.remove_asked.connect(partial(self.remove_asked.emit, id_))
        return made

    def _turn_one(self, code: str) -> None:
        """Show one code, or hide it where it is shown."""
        self._reveal_only([] if code in self.reveal.shown else [code])

    def _turn_all(self, set_id: str) -> None:
        sets = self._state.sets + self._state.retired
        ids = [line.id for one in sets if one.id == set_id for line in one.lines]
        shown = self.reveal.shown & set(ids)
        self._reveal_only([] if shown else ids)

    def _reveal_only(self, ids: list[str]) -> None:
        self.reveal.show(ids)
        said = _("Shown for {n} seconds").format(n=SHOWN_FOR_SECONDS)
        self.told.emit(said if ids else _("Hidden"))

    def _turn(self) -> None:
        self._old_shown = not self._old_shown
        self._draw()


def _empty_words(state: CodesState) -> str:
    """Name the gain, and one example."""
    gain = _("No codes yet. With them you get in when the phone is gone.")
    if not state.example:
        return gain
    return f"{gain} " + _("What to look for: {example}.").format(example=state.example)
