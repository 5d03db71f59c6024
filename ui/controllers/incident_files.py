"""The report of an incident as a file, after what it gives away was said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.kit_making import usual_paper
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from vault.app.incident_save import save_report
from vault.i18n import translate as _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.model.incident import Incident


class IncidentFiles:
    """Asks how and where, and writes it off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheet: QWidget | None = None

    def ask_report(self, parent: QWidget, one: Incident) -> None:
        """Say who can read a report before one is made."""
        text = _(
            "It names your accounts, logins and what was done, and whoever has the "
            "file can read it. No code and no passphrase is in it."
        )
        answers = (
            Answer("pdf", _("Save as PDF…"), _("To print, or to hand in.")),
            Answer("md", _("Save as text…"), _("To go on writing, or for a form.")),
        )
        sheet = Choice(parent, _("Save a report of it?"), text, answers)
        sheet.chosen.connect(partial(self._ask_where, parent, one))
        self._sheet = sheet
        sheet.open()

    def _ask_where(self, parent: QWidget, one: Incident, sort: str) -> None:
        place = self._desk.documents() / f"incident-{one.began[:10]}.{sort}"
        choose_place(parent, _("Save the report"), place, partial(self._save, one))

    def _save(self, one: Incident, path: Path) -> None:
        vault, paper = self._desk.vault.vault, usual_paper()
        work = partial(save_report, self._desk.ports, vault, one, path, paper)
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the report…"))

    def _saved(self, path: Path) -> None:
        said = _("Whoever gets the file can read it. {path}").format(path=path)
        self._desk.stage.notify(Notice("good", _("The report is saved"), said))
