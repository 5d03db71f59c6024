"""A list of rows, each known by a key: a redraw touches only what changed."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.grid import GAP
from ui.widgets.box import column
from ui.widgets.keyboard import keyboard_kept


class Row(Protocol):
    """A widget that shows one value, and another when it is told to."""

    def show_state(self, state: Any) -> None:  # noqa: ANN401 - each row has its own
        """Show this value in place of what was shown."""
        ...


class Rows(QWidget):
    """Holds rows made by `make`, in the order of what is shown."""

    def __init__(self, make: Callable[[Any], QWidget], gap: int = GAP) -> None:
        super().__init__()
        self._make = make
        self._rows: dict[Hashable, tuple[Any, QWidget]] = {}
        self._layout: QVBoxLayout = column(gap=gap)
        self.setLayout(self._layout)

    @property
    def widgets(self) -> list[QWidget]:
        """The rows, from top to bottom."""
        return [widget for _, widget in self._rows.values()]

    def row_of(self, key: Hashable) -> QWidget | None:
        """Return the row of a key, if it is shown."""
        return self._rows[key][1] if key in self._rows else None

    def show_rows(self, items: Iterable[tuple[Hashable, Any]]) -> None:
        """Show a value for each key; what is shown already stays as it is."""
        wanted = dict(items)
        with keyboard_kept(self):
            for key in [key for key in self._rows if key not in wanted]:
                self._drop(self._rows.pop(key)[1])
            kept, self._rows = self._rows, {}
            for place, (key, value) in enumerate(wanted.items()):
                self._rows[key] = (value, self._shown(kept.get(key), value))
                self._put(place, self._rows[key][1])
        self.setVisible(bool(wanted))

    def _shown(self, held: tuple[Any, QWidget] | None, value: object) -> QWidget:
        """Return the row of a value, changed in place where there is one."""
        if held is None:
            return self._make(value)
        was, widget = held
        if was != value:
            widget.show_state(value)  # type: ignore[attr-defined]  # see Row
        return widget

    def _put(self, place: int, widget: QWidget) -> None:
        if self._layout.indexOf(widget) != place:
            self._layout.removeWidget(widget)
            self._layout.insertWidget(place, widget)
            widget.show()

    def _drop(self, widget: QWidget) -> None:
        widget.hide()
        self._layout.removeWidget(widget)
        widget.setParent(None)
        widget.deleteLater()
