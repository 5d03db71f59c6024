"""The files of a review: the day of the next one, for a calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from vault.app.review_due import next_due
from vault.app.review_file import save_calendar
from vault.i18n import translate as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk


class ReviewFiles:
    """Asks where a file is to be, and writes it off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask_calendar(self, parent: QWidget) -> None:
        """Ask where the calendar file is to be; nothing where no day is known."""
        day = next_due(self._desk.vault.vault)
        if day:
            place = self._desk.documents() / "review.ics"
            title = _("Save the day of the next review")
            choose_place(parent, title, place, partial(self._save, day))

    def _save(self, day: str, path: Path) -> None:
        vault = self._desk.vault.vault
        work = partial(save_calendar, self._desk.ports, vault, day, path)
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the day…"))

    def _saved(self, path: Path) -> None:
        said = _("Open it, and your calendar takes the day in. {path}")
        text = said.format(path=path)
        self._desk.stage.notify(Notice("good", _("The day is saved"), text))
