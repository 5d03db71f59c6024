"""Accounts: a list with a search at one side, the chosen account at the other.

In a narrow window the two stand behind each other: Enter goes in, Esc comes back.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
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
LIST_WIDTH: Final = 36 * UNIT
_LEAST: Final = 28 * UNIT
_ANNOUNCED_AFTER_MS: Final = 700  # when somebody has stopped typing


class Accounts(QWidget):
    """Emits what is searched, and which account is to be shown or removed."""

    searched = Signal(str)
    shown = Signal(str)
    removed = Signal(str)
    new_asked = Signal()
    told = Signal(str)  # to be announced

    def __init__(self, *, may_write: bool) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self._inside = False  # narrow: the account is on the screen, not the list
        self._was_narrow = False
        self._page: AccountPage | None = None
        self._model = AccountList()
        self._list = self._made_list()
        self._search = SearchLine(_("Search accounts"))
        self._search.textChanged.connect(self._search_changed)
        self._search.entered.connect(self._into_list)
        self._search.left.connect(self.go_back)
        self._count = words("", "small")
        self._new = button(_("New account"), self.new_asked.emit, picture="plus")
        self._new.setVisible(may_write)
        self._pane = self._made_pane()
        self._right = QFrame()
        self._right_layout = column(gap=0)
        self._right.setLayout(self._right_layout)
        self._right.setMinimumWidth(_LEAST)
        self._split = self._made_split()
        self._empty = self._made_empty(may_write=may_write)
        self.setLayout(column(self._split, self._empty, gap=0))
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_ANNOUNCED_AFTER_MS)
        self._telling.timeout.connect(lambda: self.told.emit(self._count.text()))

    @property
    def search_text(self) -> str:
        """What is searched."""
        return self._search.text()

    @property
    def account_page(self) -> AccountPage | None:
        """The page of the account that is shown."""
        return self._page

    def show_lines(self, lines: Sequence[AccountLine], total: int, at: str) -> None:
        """Show the accounts that were found, of how many; `at` is the one shown."""
        self._empty.setVisible(not total)
        self._split.setVisible(total > 0)
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

    def show_account(self, page: AccountPage | None) -> None:
        """Put the page of an account beside the list, in place of the one before."""
        old, self._page = self._page, page
        if page is not None:
            self._right_layout.addWidget(page)
            page.show()
        if old is not None:
            old.hide()
            self._right_layout.removeWidget(old)
            old.deleteLater()
        self._inside = self._inside and page is not None
        self._arrange()

    def go_in(self) -> None:
        """Give the account the keyboard, and the room where there is too little."""
        self._inside = True
        self._arrange()
        if self._page is not None:
            self._page.begin()

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
        if self._split.isHidden():
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
        narrow = self.window().width() < NARROW * self.font().pixelSize() / BODY
        if narrow and not self._was_narrow:  # what has the keyboard stays in view
            held = self.window().focusWidget()
            self._inside = held is not None and self._right.isAncestorOf(held)
        self._was_narrow = narrow
        self._right.setVisible(not narrow or self._inside)
        self._pane.setVisible(not narrow or not self._inside)
        if self._page is not None:
            self._page.head.show_back(shown=narrow)

    def _made_list(self) -> LineList:
        made = LineList()
        made.setModel(self._model)
        made.setItemDelegate(AccountLook(made))
        made.setAccessibleName(_("Accounts"))
        made.shown.connect(lambda row_: self.shown.emit(self._model.id_at(row_)))
        made.opened.connect(lambda _row: self.go_in())
        made.clicked.connect(self._clicked)
        made.removed.connect(lambda row_: self.removed.emit(self._model.id_at(row_)))
        made.typed.connect(self._typed)
        made.left.connect(self.clear_search)
        return made

    def _made_pane(self) -> QFrame:
        pane = QFrame()
        pane.setProperty("role", "pane")
        pane.setMinimumWidth(_LEAST)
        head = column(
            Beside(
                column(words(_("Accounts"), "heading"), gap=0), self._new, letters=8
            ),
            self._search,
            self._count,
            gap=UNIT,
        )
        head.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        layout = column(head, self._list, gap=0)
        layout.setStretch(1, 1)
        pane.setLayout(layout)
        return pane

    def _made_split(self) -> QSplitter:
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setChildrenCollapsible(False)
        made.setHandleWidth(1)
        made.addWidget(self._pane)
        made.addWidget(self._right)
        made.setStretchFactor(1, 1)
        made.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        return made

    def _made_empty(self, *, may_write: bool) -> Page:
        page = Page(_("Accounts"))
        empty = EmptyState(
            "empty-accounts",
            _("Everything that gets you back in, in one place"),
            _(
                "An account holds its codes, the steps to follow, whom to ask and who "
                "has access."
            ),
            _("New account") if may_write else "",
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
