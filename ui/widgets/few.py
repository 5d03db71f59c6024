"""A long column of cards, a few at a time: a page is never held up by all of it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.keyboard import keyboard_kept


class Few(QWidget):
    """Shows `at_once` items made by `make`, and a button that brings as many more."""

    def __init__(
        self,
        make: Callable[[Any], QWidget],
        more_words: Callable[[int], str],
        at_once: int,
    ) -> None:
        super().__init__()
        self._make = make
        self._more_words = more_words
        self._at_once = self._shown = at_once
        self._items: Sequence[Any] = ()
        self._content = column(gap=2 * UNIT)
        self._more = button("", self._show_more, "link", "down")
        self.setLayout(column(self._content, row(self._more, STRETCH), gap=UNIT))

    def show_items(self, items: Sequence[Any], *, anew: bool = False) -> None:
        """Show these in place of what was shown; as many, unless it begins `anew`."""
        self._items = items
        self._shown = self._at_once if anew else self._shown
        with keyboard_kept(self):
            emptied(self._content)
            for item in items[: self._shown]:
                self._add(item)
        self._tell()

    def _add(self, item: object) -> None:
        made = self._make(item)
        self._content.addWidget(made)
        made.show()  # once it has a parent: else it would be a window of its own

    def _show_more(self) -> None:
        """Add some below; what is shown already stays as it is."""
        at, self._shown = self._shown, self._shown + self._at_once
        with keyboard_kept(self):
            for item in self._items[at : self._shown]:
                self._add(item)
            self._tell()

    def _tell(self) -> None:
        more = max(len(self._items) - self._shown, 0)
        self._more.setText(self._more_words(more))
        self._more.setVisible(bool(more))
