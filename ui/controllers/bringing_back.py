"""Bringing an older state back as a new file beside the vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs.choice import Answer, Choice
from ui.shared.notice import Notice
from vault.app.first_run import free_place
from vault.app.glance import shown_name
from vault.app.make_current import bring_back
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class BringingBack:
    """Asks where, opens the backup by what opened the vault, and makes the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheet: QWidget | None = None

    def ask(self, backup: Path) -> None:
        """Ask where the state of a backup is to go."""
        page = self._desk.stage.page
        if page is None:
            return
        folder = backup.parent.parent
        place = free_place(self._desk.ports, folder, shown_name(backup))
        beside = _("As {name} in {folder}. The vault stays as it is.")
        sheet = Choice(
            page.window(),
            _("Bring back {name}?").format(name=shown_name(backup)),
            _(
                "It becomes a vault file of its own, with the ways in that it had. "
                "What was changed since is not in it; merging brings both together."
            ),
            [
                Answer(
                    "beside",
                    _("Put it beside the vault"),
                    beside.format(name=place.name, folder=folder),
                    "primary",
                ),
                Answer("elsewhere", _("Choose another place…")),
            ],
        )
        sheet.chosen.connect(partial(self._chosen, backup, place))
        self._sheet = sheet
        sheet.open()

    def _chosen(self, backup: Path, place: Path, key: str) -> None:
        if key == "beside":
            self._bring(backup, place)
            return
        page = self._desk.stage.page
        dialog = QFileDialog(page, _("Bring back as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sparekey")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing ever is
        dialog.selectFile(place.name)
        dialog.fileSelected.connect(lambda out: self._bring(backup, Path(out)))
        dialog.open()

    def _bring(self, backup: Path, out: Path) -> None:
        work = partial(_brought_back, self._desk.vault.session, backup, out)
        op = self._desk.ops.run(work, partial(self._done, out), self._desk.tell)
        self._desk.stage.work(op, _("Bringing it back…"), exclusive=True)

    def _done(self, out: Path, lost: tuple[int, ...]) -> None:
        """Say where it lies, and lead there."""
        words = _("It lies at {path}.").format(path=out)
        if lost:
            told = _("It opens by what opened it now; other ways in are lost.")
            words = f"{words} {told}"
        notice = Notice("good", _("Brought back"), words, _("Lock, and open it"))
        self._desk.stage.notify(notice, partial(self._desk.go, "leave-for", out))


def _brought_back(session: Session, backup: Path, out: Path) -> tuple[int, ...]:
    """Open the backup by what opened this vault, unless it is what is open."""
    if session.file.path == backup:
        return bring_back(session, out)
    with open_vault(session.ports, backup, session.presented, write=False) as older:
        return bring_back(older, out)
