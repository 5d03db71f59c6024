"""Every control has a name, and no two of one page the same, unless rows tell them."""

from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.audit.controls import context_of, controls, role_of, shown, told
from tests.person import name_of


def unnamed(root: QWidget) -> list[str]:
    """Return the controls, and the rows of lists, that a screen reader can't name."""
    bare = [told(one) for one in controls(root) if not name_of(one).strip()]
    return bare + [told_row for one in shown(root) for told_row in _bare_rows(one)]


def alike(root: QWidget) -> list[str]:
    """Return the names that two controls of one role share in the same context."""
    found: dict[tuple[str, ...], list[QWidget]] = defaultdict(list)
    for one in controls(root):
        if name := name_of(one).strip():
            key = (role_of(one), name, context_of(one), _described(one))
            found[key].append(one)
    return [
        f"{len(many)} times {role} “{name}” in “{context}”"
        for (role, name, context, _), many in found.items()
        if len(many) > 1
    ]


def _bare_rows(widget: QWidget) -> list[str]:
    if not isinstance(widget, QAbstractItemView) or (model := widget.model()) is None:
        return []
    words = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    return [
        f"row {row} of {told(widget)}"
        for row in range(model.rowCount())
        if not any(model.index(row, 0).data(role) for role in words)
    ]


def _described(widget: QWidget) -> str:
    read = QAccessible.queryAccessibleInterface(widget)
    return read.text(QAccessible.Text.Description) if read else ""
