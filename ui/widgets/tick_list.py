"""A list of names to tick: one stop for Tab, arrows inside, Space ticks."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.shared.grid import UNIT
from ui.shared.tip import tip

_ID = Qt.ItemDataRole.UserRole
_MOST_ROWS = 8  # seen at once; the rest is scrolled to


class TickList(QListWidget):
    """Emits whenever something is ticked or not any more."""

    ticked = Signal()

    def __init__(self, names: Sequence[tuple[str, str]], on: Collection[str]) -> None:
        """Take ids and names, and the ids of those that are ticked."""
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        for id_, name in names:
            item = QListWidgetItem(name)
            item.setData(_ID, id_)
            item.setToolTip(tip(name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(on=id_ in on))
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)
        self._most_rows = _MOST_ROWS
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those that are ticked, in the order of the list."""
        checked = Qt.CheckState.Checked
        return tuple(
            item.data(_ID) for item in self._items() if item.checkState() == checked
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them, in the order of the list."""
        return tuple(item.data(_ID) for item in self._items())

    def show_rows(self, most: int = _MOST_ROWS) -> None:
        """Take the height of no more than so many rows."""
        if most != self._most_rows:
            self._most_rows = most
            self.updateGeometry()

    def tick_all(self, *, on: bool) -> None:
        """Tick all, or none; told once."""
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(_state(on=on))
        self.blockSignals(False)
        self.ticked.emit()

    def tick_only(self, on: Collection[str]) -> None:
        """Tick those of these ids and no other; nothing is told."""
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(_state(on=item.data(_ID) in on))
        self.blockSignals(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the rows there are, up to a page full."""
        rows = min(max(self.count(), 1), self._most_rows)
        height = max(self.sizeHintForRow(0), 3 * UNIT)
        return QSize(super().sizeHint().width(), rows * height + UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep that height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
