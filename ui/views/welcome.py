"""The first page of all: five ways to begin, each in the words of what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.shared.grid import GAP, SECTION, UNIT
from ui.shared.icons import app_icon
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.columns import Columns
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.rows import Rows
from ui.widgets.text import words
from ui.widgets.tile import Tile
from vault.i18n import translate as _


@dataclass(frozen=True)
class Recent:
    """A vault opened lately: its path, what it is called, where it lies, if it does."""

    path: str
    name: str
    folder: str
    there: bool = True


class Welcome(Page):
    """Emits the place that was chosen, or the path of a vault opened lately."""

    chosen = Signal(str)  # "new", "restore", "shared", "sample", "trouble"
    open_asked = Signal()
    recent_chosen = Signal(str)

    def __init__(self, recent: Sequence[Recent] = ()) -> None:
        super().__init__(_("Spare Key"))
        self.heading.hide()
        self.lead.hide()
        self._add_head()
        create = button(
            _("Create a vault"), lambda: self.chosen.emit("new"), "primary", "create"
        )
        self.first = create
        self.add(
            create, words(_("About ten minutes. Stop anywhere; all is kept."), "small")
        )
        self.add(UNIT, self._others())
        lost = _("I'm locked out of an account")
        help_ = button(lost, self._asker("trouble"), "link", "lifebuoy")
        self.add(row(help_, STRETCH))
        self._list = Rows(self._recent_row, gap=UNIT)
        self._lately = words(_("Opened lately"), "heading")
        self.add(UNIT, self._lately, self._list)
        self.show_recent(recent)

    def _add_head(self) -> None:
        sign = QLabel()
        sign.setPixmap(app_icon().pixmap(QSize(64, 64)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = column(
            words(_("Spare Key"), "title"),
            words(
                _(
                    "Keeps what it takes to get back into the accounts your business "
                    "lives on, prints it for the safe, and proves that it works."
                ),
                "muted",
            ),
        )
        head = row(sign, said, gap=SECTION)
        head.setStretch(1, 1)
        self.add(head, GAP)

    def _others(self) -> QWidget:
        choices = (
            ("open", _("Open a vault"), self.open_asked.emit),
            ("restore", _("Restore from a printed kit"), self._asker("restore")),
            ("share", _("Open a file someone shared"), self._asker("shared")),
            ("sample", _("Look at the sample"), self._asker("sample")),
        )
        return Columns(*(Tile(text, act, icon) for icon, text, act in choices))

    def _asker(self, place: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(place)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the vaults opened lately; those that are gone say so."""
        self._lately.setVisible(bool(recent))
        self._list.show_rows((one.path, one) for one in recent)

    def _recent_row(self, one: Recent) -> QWidget:
        return _RecentRow(one, partial(self.recent_chosen.emit, one.path))


class _RecentRow(QWidget):
    """One vault: its name to press, and below where it lies."""

    def __init__(self, one: Recent, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._name = LinkButton(one.name, pressed, "lock")
        self._where = words("", "small")
        indent = row(5 * UNIT, self._where)
        indent.setStretch(1, 1)
        head = row(self._name, STRETCH)
        head.setStretch(0, 1000)
        self.setLayout(column(head, indent, gap=0))
        self.show_state(one)

    def show_state(self, one: Recent) -> None:
        """Show whether it is there."""
        where = _("Not there now: {folder}").format(folder=one.folder)
        self._where.setText(one.folder if one.there else where)
        self._name.setAccessibleDescription(self._where.text())
