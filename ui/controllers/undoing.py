"""Undo and redo, wherever one is: said by name, and shown where something changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from ui.shared.notice import Notice
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk
    from vault.model.change import Changes

# Pages that tell of changes themselves, whatever was changed.
_TELLING: Final = frozenset({"history", "deleted", "to-check", "merge", "review"})


class Undoing:
    """Takes acts back and does them again; `where` tells the place on the screen."""

    def __init__(self, desk: Desk, where: Callable[[], str]) -> None:
        self._desk = desk
        self._where = where
        self._last: Changes | None = None
        desk.vault.changed.connect(self._note)

    def undo(self) -> None:
        """Take the last act back, and see that it is seen."""
        self._do(self._desk.vault.undo, _("Undone: {act}"))

    def redo(self) -> None:
        """Do again what was undone last, and see that it is seen."""
        self._do(self._desk.vault.redo, _("Done again: {act}"))

    def _note(self, changes: Changes | None) -> None:
        self._last = changes

    def _do(self, act: Callable[[], str], words: str) -> None:
        try:
            name = act()
        except VaultError as error:
            self._desk.tell(error)
            return
        if not name:
            return  # there was nothing
        said = words.format(act=name)
        self._desk.stage.announce(said)
        self._show(said)

    def _show(self, said: str) -> None:
        """Turn the page to what was changed, or offer to go where it is seen."""
        from vault.app.touched_place import seen_at  # noqa: PLC0415 - after the paint

        if self._last is None:
            return
        seen = seen_at(self._desk.vault.vault, self._last)
        here = self._where()
        if seen is None or here in _TELLING:
            return
        if here == seen.place:
            if seen.what:
                self._desk.places["touched"](seen.what)
            return
        go = partial(self._desk.go, seen.place, seen.what or None)
        self._desk.stage.notify(Notice("info", said, "", _("Show it")), go)
