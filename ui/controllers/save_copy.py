"""Save a copy of the vault: what is unsaved first, then the very save, proven."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ui.shared.notice import Notice
from vault.app.kit_look import is_look
from vault.app.save_copy import save_copy
from vault.errors import ReadOnly
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk
    from vault.errors import VaultError


class SaveCopyFlow:
    """Asks where, writes it, opens it again, and says so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, _what: object) -> None:
        """Ask for a place."""
        page = self._desk.stage.page
        if not self._desk.vault.is_open or page is None:
            return
        if is_look(self._desk.vault.session):
            self._desk.tell(ReadOnly("a-kit"))
            return
        dialog = QFileDialog(page.window(), _("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sparekey")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing ever is
        dialog.selectFile(self._desk.vault.session.file.path.name)
        dialog.fileSelected.connect(lambda chosen: self._save(Path(chosen)))
        dialog.open()

    def _save(self, out: Path) -> None:
        """Save first: a copy is of what lies on the disk."""
        self._desk.vault.save_now(partial(self._copy, out))

    def _copy(self, out: Path, error: VaultError | None) -> None:
        if error is not None:
            self._desk.tell(error)
            return
        work = partial(save_copy, self._desk.vault.session, out)
        op = self._desk.ops.run(work, lambda _: self._done(out), self._desk.tell)
        self._desk.stage.work(op, _("Saving a copy…"))

    def _done(self, out: Path) -> None:
        words = _("It was opened there with the keys in use: {path}").format(path=out)
        self._desk.stage.notify(Notice("good", _("The copy is saved"), words))
