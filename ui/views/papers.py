"""Papers: all files that are kept, those of the business first, then by account."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.attachments import Attachments, AttachmentState
from ui.widgets.box import STRETCH, column, row
from ui.widgets.keyboard import controls
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.rows import Rows
from vault.i18n import translate as _

_LEAD = _(
    "What a platform asks for before it gives an account back: proof of identity, a "
    "registration, an invoice. Kept in the vault, never opened here, and not printed "
    "on kits."
)


@dataclass(frozen=True)
class PaperGroup:
    """The files of one account or incident: its place, id and name."""

    place: str  # "accounts" or "incident"
    id: str
    name: str
    files: tuple[AttachmentState, ...]


class Papers(Page):
    """Emits what is asked about a file, and what is to be shown."""

    asked = Signal(str, str)  # "add", "save", "edit" or "remove", and an id
    dropped = Signal(list)
    led = Signal(str, str)  # a place and an id

    def __init__(self) -> None:
        super().__init__(_("Papers"), _LEAD)
        self._own = Attachments(
            _("Of the whole business"),
            _("None yet. For example: your trade registration, your ID, a contract."),
            _("Keep a file…"),
        )
        self._own.asked.connect(self.asked)
        self._own.dropped.connect(self.dropped)
        self._groups = Rows(self._made, gap=4 * UNIT)
        self.add(self._own, 2 * UNIT, self._groups)

    def show_files(
        self,
        own: Sequence[AttachmentState],
        groups: Sequence[PaperGroup],
        *,
        may_write: bool,
    ) -> None:
        """Show what is kept now."""
        self._own.show_files(own, may_write=may_write)
        self._groups.show_rows(((one.place, one.id), one) for one in groups)
        self.first = next(iter(controls(self._own)), None)

    def _made(self, group: PaperGroup) -> QWidget:
        made = _Group(group)
        made.asked.connect(self.asked)
        made.led.connect(self.led)
        return made


class _Group(QWidget):
    """The files of one account or incident, and a way to it."""

    asked = Signal(str, str)
    led = Signal(str, str)

    def __init__(self, group: PaperGroup) -> None:
        super().__init__()
        self._files = Attachments(group.name, "")
        self._files.asked.connect(self.asked)
        text = _("Open {name}").format(name=group.name)
        link = LinkButton(text, partial(self.led.emit, group.place, group.id), "next")
        self.setLayout(column(self._files, row(link, STRETCH), gap=UNIT))
        self.show_state(group)

    def show_state(self, group: PaperGroup) -> None:
        """Show what is kept now."""
        self._files.show_files(group.files, may_write=False)
