"""The files of a review: the day of the next one, and the report of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.kit_making import usual_paper
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from vault.app.review_due import next_due
from vault.app.review_file import save_calendar, save_review
from vault.i18n import translate as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk


class ReviewFiles:
    """Asks where a file is to be, and writes it off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheet: QWidget | None = None

    def ask_calendar(self, parent: QWidget) -> None:
        """Ask where the calendar file is to be; nothing where no day is known."""
        day = next_due(self._desk.vault.vault)
        if day:
            place = self._desk.documents() / "review.ics"
            title = _("Save the day of the next review")
            choose_place(parent, title, place, partial(self._save, day))

    def ask_report(self, parent: QWidget, review: str) -> None:
        """Say who can read a report of that review before one is made."""
        text = _(
            "It names your accounts and people, and whoever has the file can read "
            "it. No code and no passphrase is in it."
        )
        answers = (
            Answer("pdf", _("Save as PDF…"), _("To print, or to hand in.")),
            Answer("md", _("Save as text…"), _("To go on writing.")),
        )
        sheet = Choice(parent.window(), _("Save a report of it?"), text, answers)
        sheet.chosen.connect(partial(self._ask_report_place, parent, review))
        self._sheet = sheet
        sheet.open()

    def _ask_report_place(self, parent: QWidget, id_: str, sort: str) -> None:
        review = self._desk.vault.vault.reviews[id_]
        day = (review.ended or review.began)[:10]
        place = self._desk.documents() / f"review-{day}.{sort}"
        save = partial(self._save_report, id_)
        choose_place(parent.window(), _("Save the report"), place, save)

    def _save_report(self, id_: str, path: Path) -> None:
        vault, ports, paper = self._desk.vault.vault, self._desk.ports, usual_paper()
        work = partial(save_review, ports, vault, vault.reviews[id_], path, paper)
        op = self._desk.ops.run(work, lambda _: self._told(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the report…"))

    def _told(self, path: Path) -> None:
        said = _("Whoever gets the file can read it. {path}").format(path=path)
        self._desk.stage.notify(Notice("good", _("The report is saved"), said))

    def _save(self, day: str, path: Path) -> None:
        vault = self._desk.vault.vault
        work = partial(save_calendar, self._desk.ports, vault, day, path)
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the day…"))

    def _saved(self, path: Path) -> None:
        said = _("Open it, and your calendar takes the day in. {path}")
        text = said.format(path=path)
        self._desk.stage.notify(Notice("good", _("The day is saved"), text))
