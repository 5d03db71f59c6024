"""Values to check: shows what merges left, and takes the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.merge_said import part_states
from ui.views.to_check import ToCheck
from vault.app.merge_flow import settling, to_check
from vault.app.merge_table import check_table
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk
    from ui.views.merge_state import PartState
    from vault.app.merge_flow import Conflict


class ToCheckFlow:
    """Shows one page, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: tuple[Conflict, ...] = ()
        self._page: ToCheck | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show the page."""
        page = ToCheck(self._parts(), may_write=self._desk.vault.may_write)
        page.answered.connect(self._answer)
        page.left.connect(partial(self._desk.go, "home"))
        self._page = page
        self._desk.stage.show_page(page, "to-check")

    def _parts(self) -> tuple[PartState, ...]:
        self._open = to_check(self._desk.vault.session)
        return part_states(check_table(self._desk.vault.vault, self._open))

    def _redraw(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_parts(self._parts())

    def _answer(self, key: int, other: bool) -> None:
        """Do what was chosen, under a name; the page is redrawn by the change."""
        parts = check_table(self._desk.vault.vault, self._open)
        about = next(
            f"{line.label} ({part.name})" if line.label else part.name
            for part in parts
            for line in part.lines
            if line.key == key
        )
        name = _("Take the other value: {what}") if other else _("Keep: {what}")
        changes = settling(self._desk.vault.session, self._open[key], other=other)
        try:
            self._desk.vault.apply(changes, name.format(what=about))
        except VaultError as error:
            self._desk.tell(error)
            return
        done = _("Taken: the other value of {what}") if other else _("Kept: {what}")
        self._desk.stage.announce(done.format(what=about))
