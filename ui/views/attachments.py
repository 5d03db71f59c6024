"""Papers and evidence: named, kept, saved out; what is in them is never shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.beside import Beside
from ui.widgets.box import card, column
from ui.widgets.buttons import button, icon_button
from ui.widgets.few import Few
from ui.widgets.file_drop import FileDrop
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

AT_ONCE: Final = 12  # files; more on demand


@dataclass(frozen=True)
class AttachmentState:
    """One file: its id, name and notes, what is known of it, what warns of it."""

    id: str
    name: str
    about: str = ""
    notes: str = ""
    warning: str = ""
    may_write: bool = True


class Attachments(Section):
    """The files of an account, of an incident or of the whole business."""

    asked = Signal(str, str)  # "add", "save", "edit" or "remove", and an id
    dropped = Signal(list)  # paths

    def __init__(self, title: str, none: str, add: str = "") -> None:
        press = button(add, self._add, picture="plus") if add else None
        super().__init__(title, *([press] if press else []))
        self._none = none
        self._files: tuple[AttachmentState, ...] = ()
        self._few = Few(self._row, _more, AT_ONCE)
        self._card = card(self._few)
        self.add(self._card)
        if press:
            self._drop = FileDrop(self)
            self._drop.dropped.connect(self.dropped)

    def show_files(self, files: Sequence[AttachmentState], *, may_write: bool) -> None:
        """Show what is kept; where nothing is, say what is gained by it."""
        if tuple(files) != self._files:
            self._files = tuple(files)
            self._few.show_items(self._files)
        self._card.setVisible(bool(files))
        self.say("" if files else self._none)
        self.allow(may_write=may_write)
        self.setAcceptDrops(may_write)

    def _row(self, state: AttachmentState) -> QWidget:
        said = column(words(state.name, "label", selectable=True), gap=0)
        if state.about:
            said.addWidget(words(state.about, "small", selectable=True))
        if state.warning:
            said.addWidget(words(state.warning, "warn"))
        if state.notes:
            said.addWidget(words(state.notes, "small", selectable=True))
        acts = [("save", "save", _("Save {name} as a file"))]
        if state.may_write:
            acts.append(("edit", "edit", _("Say what {name} is")))
            acts.append(("remove", "remove", _("Remove {name}")))
        buttons = [
            icon_button(
                picture,
                text.format(name=state.name),
                partial(self.asked.emit, act, state.id),
            )
            for act, picture, text in acts
        ]
        sign = Sign("file", "warn" if state.warning else "muted")
        return Beside(said, *buttons, sign=sign)

    def _add(self) -> None:
        self.asked.emit("add", "")


def _more(count: int) -> str:
    return translate_count("{n} more file", "{n} more files", count).format(n=count)
