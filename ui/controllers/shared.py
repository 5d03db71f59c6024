"""A file that somebody shared: what opens it, what to do first, account by account."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.controllers.shared_words import account_state, closed_facts, emergency_state
from ui.controllers.stage import Desk, notice_of
from ui.dialogs.open_link import OpenLink
from ui.shared.notice import Notice
from ui.views.share_account import ShareAccount
from ui.views.share_closed import ClosedState, ShareChoose, ShareClosed
from ui.views.share_emergency import ShareEmergency
from ui.widgets.page import Page
from ui.workers.op import Op, stopped_of_thread
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.platforms import known_platforms
from vault.app.ports import Ports
from vault.app.share_open import (
    Description,
    OpenedShare,
    look_at_share,
    open_share,
)
from vault.app.share_page import EmergencyPage, emergency_page
from vault.errors import NeedsConsent, VaultError
from vault.i18n import translate as _
from vault.model.code import Code


class SharedFlow:
    """One shared file at a time; nothing is written, and no lock is laid beside it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: Any = None
        self._path = Path()
        self._facts: tuple[tuple[str, str], ...] = ()
        self._agreed = False
        self._op: Op[Any] | None = None
        self._emergency: EmergencyPage | None = None
        desk.share.changed.connect(self._forget)

    def begin(self, what: object) -> None:
        """Look at a file; without a path, let one be chosen."""
        self._desk.share.close()
        self._agreed = False
        paths = what if isinstance(what, list | tuple) else [what] if what else []
        if paths:
            self._look(str(paths[0]))
        else:
            self._choose()

    def _show(self, page: Page) -> None:
        self._page = page
        self._desk.stage.show_page(page, "shared")

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._desk.stage.page is self._page

    # Which file.

    def _choose(self, wrong: Notice | None = None) -> None:
        page = ShareChoose(wrong)
        page.dropped.connect(lambda paths: self._look(paths[0]))
        page.asked.connect(self._ask_file)
        page.left.connect(self._leave)
        self._show(page)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._page, _("Choose the shared file"))
        dialog.setNameFilter(_("Spare Key files (*.sparekey);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._look)
        dialog.open()

    def _look(self, path: str) -> None:
        """Tell what it is, without any passphrase."""
        self._path = Path(path)
        work = partial(look_at_share, self._desk.ports, self._path)
        self._desk.ops.run(work, self._looked, self._not_looked)

    def _not_looked(self, error: VaultError) -> None:
        said = notice_of(error)
        self._choose(said)
        self._desk.stage.announce(said.title)

    def _looked(self, told: Description) -> None:
        self._facts = closed_facts(self._path, told)
        page = ShareClosed(self._closed())
        page.given.connect(self._given)
        page.agreed.connect(self._agree)
        page.stopped.connect(self._stop)
        page.left.connect(self._leave)
        self._show(page)

    # What opens it.

    def _closed(
        self, *, busy: bool = False, error: VaultError | None = None
    ) -> ClosedState:
        asks = isinstance(error, NeedsConsent)
        return ClosedState(
            facts=self._facts,
            busy=busy,
            wrong=notice_of(error) if error else None,
            agree=_("Open it even so") if asks else "",
        )

    def _agree(self) -> None:
        self._agreed = True

    def _given(self, text: str) -> None:
        try:
            secret = typed_passphrase(text).secret
        except VaultError as error:
            self._wrong(error)
            return
        self._page.show_state(self._closed(busy=True))
        work = partial(
            _opened_page,
            self._desk.ports,
            self._path,
            Credentials(passphrase=secret),
            self._agreed,
        )
        self._op = self._desk.ops.run(work, self._opened, self._wrong)
        self._op.finished.connect(self._at_rest)
        self._desk.stage.work(self._op, _("Opening the share…"))

    def _wrong(self, error: VaultError) -> None:
        if self._is_shown:
            self._page.show_state(self._closed(error=error))
            self._desk.stage.announce(notice_of(error).title)

    def _stop(self) -> None:
        if self._op is not None:
            self._op.stop()
        self._at_rest()
        self._page.begin()
        self._desk.stage.announce(_("Stopped. Nothing was opened."))

    def _at_rest(self) -> None:
        """Let it be tried again where it was stopped, here or in the status bar."""
        op = self._op
        if op is not None and op.stopped() and isinstance(self._page, ShareClosed):
            self._op = None
            self._page.show_state(self._closed())

    def _opened(self, told: tuple[OpenedShare, EmergencyPage]) -> None:
        if not self._is_shown:
            return
        opened, page = told
        self._page.forget()
        self._emergency = page
        self._desk.share.take(opened, self._path)
        self._show_first()
        self._desk.stage.announce(_("The share is open"))

    # What is in it.

    def _show_first(self, back_from: str = "") -> None:
        if self._emergency is None:
            return
        state = emergency_state(self._desk.share.opened, self._emergency)
        page = ShareEmergency(state, back_from)
        page.account_asked.connect(self._show_account)
        page.copied.connect(self._copy)
        page.closed.connect(self._desk.share.left)
        self._show(page)

    def _show_account(self, account_id: str) -> None:
        accounts = self._emergency.accounts if self._emergency else ()
        one = next(each for each in accounts if each.account.id == account_id)
        page = ShareAccount(account_state(self._desk.share.opened.vault, one))
        page.left.connect(partial(self._show_first, account_id))
        page.copied.connect(self._copy)
        page.code_copied.connect(self._copy_code)
        page.link_asked.connect(self._ask_link)
        page.told.connect(self._desk.stage.announce)
        self._show(page)

    def _copy(self, called: str, text: str) -> None:
        self._desk.clipboard.copy(text)
        self._desk.stage.announce(_("{what} is copied").format(what=called))

    def _copy_code(self, code_id: str) -> None:
        self._desk.clipboard.copy_secret(self._code(code_id).value)
        self._desk.stage.announce(_("The code is copied"))

    def _code(self, code_id: str) -> Code:
        sets = self._desk.share.opened.vault.code_sets.values()
        return next(code for one in sets for code in one.codes if code.id == code_id)

    def _ask_link(self, address: str) -> None:
        """Show the whole address before the browser opens it."""
        sheet = OpenLink(self._page.window(), address)
        sheet.copied.connect(partial(self._copy, _("The address"), address))
        sheet.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        sheet.open()

    def _forget(self) -> None:
        """Let go of what was in it once it is closed."""
        if not self._desk.share.is_open:
            self._emergency = None

    def _leave(self) -> None:
        self._desk.go("home" if self._desk.vault.is_open else "welcome")


def _opened_page(
    ports: Ports, path: Path, shown: Credentials, consent: bool
) -> tuple[OpenedShare, EmergencyPage]:
    """Open the share and put its accounts in order, on the worker's thread."""
    known_platforms()  # the page names platforms, and must not wait for their packs
    opened = open_share(
        ports, path, shown, consent=consent, cancelled=stopped_of_thread
    )
    return opened, emergency_page(opened, ports.today())
