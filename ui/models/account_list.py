"""The accounts in the list, as they are filtered and ordered by whoever shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.shared.tip import tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
LINE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class AccountLine:
    """One line: the account's name, its platform, and the few words below."""

    id: str
    name: str
    platform: str
    below: str = ""  # platform and login
    warning: str = ""  # such as that no code is left


class AccountList(QAbstractListModel):
    """Lines of accounts; `show_lines` puts others in their place."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[AccountLine] = []

    def show_lines(self, lines: Sequence[AccountLine]) -> None:
        """Show these lines; what stays the same is not touched."""
        if [one.id for one in lines] != [one.id for one in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._lines, lines, strict=True)):
            if old != new:
                self._lines[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, id_: str) -> int:
        """Return the row of an account, or -1."""
        rows = (n for n, line in enumerate(self._lines) if line.id == id_)
        return next(rows, -1)

    def id_at(self, row: int) -> str:
        """Return the account's id in a row, or ""."""
        return self._lines[row].id if 0 <= row < len(self._lines) else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own contract
        """Return what a line shows, and what is read out."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _whole(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_whole(line))
            case _:
                return line if role == LINE else None


def _whole(line: AccountLine) -> str:
    return ", ".join(filter(None, (line.name, line.below, line.warning)))
