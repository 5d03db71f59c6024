"""Before a vault is open: the first page, and the way into a file by what it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.controllers.stage import Desk, as_path, notice_of
from ui.views.unlock import Unlock, UnlockState
from ui.views.welcome import Welcome
from ui.workers.op import Op
from vault.errors import BadInput, Refused, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from vault.app.credentials import Credentials
    from vault.app.session import Session


class StartFlow:
    """Shows the welcome and the unlock page, and opens what a path names."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unlocking: _Unlocking | None = None

    def welcome(self, _what: object) -> None:
        """Show the five ways to begin."""
        recent = [str(path) for path in self._desk.settings.recent]
        page = Welcome(recent)
        page.chosen.connect(self._desk.go)
        page.open_asked.connect(lambda: self.ask_file(page))
        page.recent_chosen.connect(self.open_path)
        self._desk.stage.show_page(page, "welcome")

    def unlock(self, what: object) -> None:
        """Ask for the way into the vault at a path."""
        self._unlocking = _Unlocking(self._desk, as_path(what))  # kept: Qt does not
        self._unlocking.show()

    def ask_file(self, parent: QWidget) -> None:
        """Let the user choose a file, and open it by what it is."""
        dialog = QFileDialog(parent, _("Open a file"))
        dialog.setNameFilter(_("Spare Key files (*.sparekey);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    def open_path(self, path: str | Path) -> None:
        """Look at what a file is, without any passphrase, and go where it belongs."""
        from vault.app.look import describe  # noqa: PLC0415 - after the first paint

        path = Path(path)
        if path.suffix.lower() in PICTURES:
            self._desk.go("restore", [path])
            return
        try:
            kind = describe(self._desk.ports, path).kind
        except VaultError as error:
            self._desk.tell(error)
            return
        self._desk.go({"share": "shared"}.get(kind, "unlock"), path)


PICTURES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"})


class _Unlocking:
    """One try after the other at one vault file."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path
        self._op: Op[Any] | None = None
        self._page = Unlock(self._state())
        self._page.passphrase_given.connect(self._by_passphrase)
        self._page.code_given.connect(self._by_code)
        self._page.stopped.connect(self._stopped)
        self._page.place_chosen.connect(desk.go)

    def show(self) -> None:
        """Put the page on the screen."""
        self._desk.stage.show_page(self._page, "unlock")

    def _state(
        self, *, busy: bool = False, error: VaultError | None = None
    ) -> UnlockState:
        wrong = notice_of(error) if error else None
        return UnlockState(self._path.stem, str(self._path.parent), busy, wrong)

    def _by_passphrase(self, text: str) -> None:
        from vault.app.credentials import (  # noqa: PLC0415 - after the first paint
            Credentials,
            typed_passphrase,
        )

        try:
            self._open(Credentials(passphrase=typed_passphrase(text).secret))
        except Refused as error:
            self._wrong(error)

    def _by_code(self, text: str) -> None:
        from vault.app.credentials import (  # noqa: PLC0415 - after the first paint
            Credentials,
            code_typed,
        )

        try:
            self._open(Credentials(code=code_typed(text).secret))
        except BadInput as error:
            self._wrong(error)

    def _open(self, credentials: Credentials) -> None:
        from vault.app.unlock import open_vault  # noqa: PLC0415 - after the first paint

        self._page.show_state(self._state(busy=True))
        work = partial(
            open_vault, self._desk.ports, self._path, credentials, write=True
        )
        self._op = self._desk.ops.run(
            work, self._opened, self._wrong, lambda session: session.close()
        )

    def _opened(self, session: Session) -> None:
        self._desk.settings.remember(self._path)
        self._desk.vault.take(session)
        self._desk.go("home")

    def _wrong(self, error: VaultError) -> None:
        self._page.show_state(self._state(error=error))
        self._desk.stage.announce(notice_of(error).title)

    def _stopped(self) -> None:
        if self._op:
            self._op.stop()
        self._page.show_state(self._state())
