"""Choose some of the vault's accounts."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.shared.grid import UNIT
from ui.shared.tip import tip
from ui.widgets.field import Field
from ui.widgets.pick import Option
from ui.widgets.search_line import SearchLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _

_KEY: Final = Qt.ItemDataRole.UserRole


class ChooseAccounts(Sheet):
    """Emits the keys that are ticked when it is accepted."""

    given = Signal(object)  # a list of keys

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lead: str,
        accounts: Sequence[Option],
        ticked: Collection[str],
    ) -> None:
        super().__init__(parent, title, _("Keep"))
        self._list = QListWidget()
        for one in accounts:
            item = QListWidgetItem(one.words, self._list)
            item.setData(_KEY, one.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = one.key in ticked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            item.setCheckState(state)
            item.setToolTip(tip(one.words))
        self._list.setCurrentRow(0)
        self._list.setMinimumHeight(32 * UNIT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._search = SearchLine(_("Search in the list"))
        self._search.textChanged.connect(self._filter)
        self._search.entered.connect(lambda _inside: self._list.setFocus())
        self._search.left.connect(self.reject)
        field = Field(_("Accounts"), self._list, _("Space ticks one."))
        self.add(words(lead, "muted"), self._search, field)
        self.first = self._list

    def accept(self) -> None:
        """Give what is ticked."""
        items = (self._list.item(row) for row in range(self._list.count()))
        on = Qt.CheckState.Checked
        self.given.emit([i.data(_KEY) for i in items if i.checkState() == on])
        super().accept()

    def _filter(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())
