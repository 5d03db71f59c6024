"""Accounts: a list with a search at one side, the chosen account at the other.

In a narrow window the two stand behind each other: Enter goes in, Esc comes back.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from ui.models.account_list import AccountLine, AccountList
from ui.models.account_look import AccountLook
from ui.shared.grid import NARROW, UNIT, Metrics
from ui.views.account import AccountPage
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, column
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.page import Page
from ui.widgets.search_line import SearchLine
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

BODY: Final = Metrics.of(100).body
LIST_WIDTH: Final = 40 * UNIT
_LEAST: Final = 28 * UNIT
_ANNOUNCED_AFTER_MS: Final = 700  # when somebody has stopped typing


class Accounts(QWidget):
    """Emits what is searched, and which account is to be shown or removed."""

    searched = Signal(str)
    shown = Signal(str)
    removed = Signal(str)
    new_asked = Signal()
    told = Signal(str)  # to be announced
    widened = Signal(int)  # the list, in pixels

    def __init__(self, *, may_write: bool, list_width: int = 0) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self._may_write = may_write
        self._inside = False  # narrow: the account is on the screen, not the list
        self._was_narrow = False
        # From the outside in: a style sheet makes it dear to move what is filled.
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._outer = column(self._split, gap=0)
        self.setLayout(self._outer)
        self._empty: Page | None = None
        self._pane = self._made_pane()
        self._right = self._made_pane()
        self._model = AccountList()
        self._list = self._made_list()
        self._search = SearchLine(_("Search accounts"))
        self._search.textChanged.connect(self._search_changed)
        self._search.entered.connect(self._into_list)
        self._search.left.connect(self.go_back)
        self._count = words("", "small")
        self._fill_pane()
        self.account = AccountPage(self._right)
        self._right.setLayout(column(self.account, gap=0))
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([list_width or LIST_WIDTH, 2 * LIST_WIDTH])
        self._split.splitterMoved.connect(lambda at, _index: self.widened.emit(at))
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_ANNOUNCED_AFTER_MS)
        self._telling.timeout.connect(lambda: self.told.emit(self._count.text()))

    @property
    def search_text(self) -> str:
        """What is searched."""
        return self._search.text()

    def show_lines(self, lines: Sequence[AccountLine], total: int, at: str) -> None:
        """Show the accounts that were found, of how many; `at` is the one shown."""
        self._show_empty(empty=not total)
        self._model.show_lines(lines)
        self.choose(at)
        found = len(lines)
        if found < total:
            text = _("{found} of {n} accounts").format(found=found, n=total)
        else:
            text = translate_count("{n} account", "{n} accounts", total)
        none = _("Nothing is found. Search for part of a name, a number or a note.")
        self._count.setText(text.format(n=total) if found else none)

    def choose(self, id_: str) -> None:
        """Mark the line of the account that is shown, without showing it anew."""
        row_ = self._model.row_of(id_)
        index = self._model.index(row_) if row_ >= 0 else QModelIndex()
        if index == self._list.currentIndex():
            return
        self._list.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, flag)
        self._list.blockSignals(False)
        self._list.scrollTo(index)

    def go_in(self) -> None:
        """Give the account the keyboard, and the room where there is too little."""
        self._inside = True
        self._arrange()
        self.account.begin()

    def go_back(self) -> None:
        """Give the list the keyboard, and the room."""
        self._inside = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Let something be searched."""
        self._inside = False
        self._arrange()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear_search(self) -> None:
        """Show all accounts again."""
        self._search.clear()

    def begin(self) -> None:
        """Give the keyboard to the list, or to the button of an empty page."""
        if self._empty is not None and not self._empty.isHidden():
            self._empty.begin()
        elif not self._inside:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin as soon as the page is on the screen."""
        super().showEvent(event)
        self._arrange()
        self._list.scrollTo(self._list.currentIndex())
        self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand list and account beside or behind each other, as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # Larger text needs more room, so that it stacks earlier.
        larger = QFontInfo(self.font()).pixelSize() / BODY
        narrow = self.window().width() < NARROW * larger
        if narrow and not self._was_narrow:  # what has the keyboard stays in view
            held = self.window().focusWidget()
            self._inside = held is not None and self._right.isAncestorOf(held)
        self._was_narrow = narrow
        self._right.setVisible(not narrow or self._inside)
        self._pane.setVisible(not narrow or not self._inside)
        self.account.head.show_back(shown=narrow)

    def _made_list(self) -> LineList:
        made = LineList()
        made.setModel(self._model)
        made.setItemDelegate(AccountLook(made))
        made.setAccessibleName(_("List of accounts"))
        made.shown.connect(lambda row_: self.shown.emit(self._model.id_at(row_)))
        made.opened.connect(lambda _row: self.go_in())
        made.clicked.connect(self._clicked)
        made.removed.connect(lambda row_: self.removed.emit(self._model.id_at(row_)))
        made.typed.connect(self._typed)
        made.left.connect(self.clear_search)
        return made

    def _made_pane(self) -> QFrame:
        """Return one side of the page, in its place."""
        pane = QFrame()
        pane.setProperty("role", "pane")
        pane.setMinimumWidth(_LEAST)
        self._split.addWidget(pane)
        return pane

    def _fill_pane(self) -> None:
        new = button(_("New account"), self.new_asked.emit, picture="plus")
        title = column(words(_("Accounts"), "heading"), gap=0)
        top = Beside(title, *([new] if self._may_write else []), letters=8)
        head = column(top, self._search, self._count, gap=UNIT)
        head.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        layout = column(head, self._list, gap=0)
        layout.setStretch(1, 1)
        self._pane.setLayout(layout)

    def _show_empty(self, *, empty: bool) -> None:
        """Show what is gained by a first account, or list and account."""
        if empty and self._empty is None:
            self._empty = self._made_empty()
            self._outer.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._split.setVisible(not empty)

    def _made_empty(self) -> Page:
        page = Page(_("Accounts"))
        empty = EmptyState(
            "empty-accounts",
            _("Everything that gets you back in, in one place"),
            _(
                "An account holds its codes, the steps to follow, whom to ask and who "
                "has access."
            ),
            _("New account") if self._may_write else "",
            _("For example: the shop on Etsy, or the mailbox it writes to."),
        )
        empty.connect_to(self.new_asked.emit)
        page.first = empty.go
        page.add(empty, STRETCH)
        return page

    def _search_changed(self, text: str) -> None:
        self.searched.emit(text)
        self._telling.start()

    def _typed(self, text: str) -> None:
        """Begin a search with a letter that was typed in the list."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setText(text)

    def _into_list(self, inside: bool) -> None:
        """Go from the search to the first account that was found."""
        if not self._model.rowCount():
            return
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if inside:
            self.go_in()

    def _clicked(self) -> None:
        if self._was_narrow:
            self.go_in()
