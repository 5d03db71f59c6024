"""Restore from a printed kit: sheets, what opens them, a look, a vault of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from ui.controllers.kit_opening import KitOpening, close_kit
from ui.controllers.restore_keeping import Keeping
from ui.controllers.restore_words import opened_state
from ui.controllers.stage import Desk
from ui.shared.notice import Notice
from ui.views.kit_open import KitOpenWords
from ui.views.restore_opened import RestoreOpened
from vault.app.credentials import Passphrase
from vault.app.kit_look import is_look, look_into
from vault.app.kit_restore import OpenedKit
from vault.errors import VaultError
from vault.i18n import translate as _


class RestoreFlow:
    """One kit at a time; once opened, it can be looked at and kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._opening: KitOpening | None = None
        self._keeping: Keeping | None = None
        self._page: Any = None
        self._kit: OpenedKit | None = None
        self._shown: Passphrase | None = None
        self._looks = False
        desk.vault.closed.connect(self._end_look)

    def begin(self, what: object) -> None:
        """Gather sheets; `what` are paths to begin with, if there are any."""
        paths = list(what) if isinstance(what, list | tuple) else []
        said = KitOpenWords(
            title=_("Restore from a printed kit"),
            lead=_(
                "Scan or photograph each sheet with codes. You need not have all of "
                "them: it says when it is enough."
            ),
            done=_("Open"),
            back=_("Back"),
        )
        self._opening = KitOpening(self._desk, said, self._opened)
        self._opening.enough_will_do = True
        self._opening.page.left.connect(self._leave)
        self._opening.show("restore", [Path(str(path)) for path in paths])

    def keep(self, _what: object) -> None:
        """Make a vault of the kit that is open."""
        if self._kit is None or self._kit.read_only:
            return
        self._keeping = Keeping(self._desk, self._kit, self._shown, self._back)
        self._keeping.show()

    def _leave(self) -> None:
        self._desk.go("home" if self._desk.vault.is_open else "welcome")

    def _opened(self, kit: OpenedKit) -> None:
        """Show what opened, and the two ways to go on."""
        self._forget()
        self._kit = kit
        typed = self._opening.passphrase if self._opening else None
        if typed is not None and kit.by_passphrase:
            drawn = kit.passphrase_generated
            self._shown = Passphrase(typed.secret, generated=drawn)
        self._show_opened()

    def _show_opened(self) -> None:
        if self._kit is None:
            return
        page = RestoreOpened(opened_state(self._kit))
        page.look_asked.connect(self._look)
        page.keep_asked.connect(partial(self._desk.go, "restore-keep"))
        page.left.connect(self._abandon)
        self._page = page
        self._desk.stage.show_page(page, "restore")

    def _back(self) -> None:
        """Go back from keeping to where it was asked for."""
        if self._desk.vault.is_open:
            self._desk.go("home")
        else:
            self._show_opened()

    def _abandon(self) -> None:
        self._forget()
        self._leave()

    def _look(self) -> None:
        self._instead(self._begin_look)

    def _begin_look(self) -> None:
        kit = self._kit
        if kit is None:
            return
        session = look_into(self._desk.ports, kit)
        self._desk.vault.take(session, passing=True)
        self._looks = True
        title = _("You are looking into a printed kit")
        act = _("Make this my vault") if not kit.read_only else ""
        go = partial(self._desk.go, "restore-keep")
        self._desk.stage.stand(Notice("info", title, action=act), go)
        self._desk.go("home")

    def _instead(self, then: Callable[[], None]) -> None:
        """Do it in place of the vault that is open, once that is saved."""
        vault = self._desk.vault

        def saved(error: VaultError | None) -> None:
            if error is None:
                vault.close()
                then()

        if vault.is_open:
            vault.save_now(saved)
        else:
            then()

    def _end_look(self) -> None:
        if self._looks:
            self._looks = False
            self._desk.stage.stand(None)

    def _forget(self) -> None:
        """Let go of the kit that was open, and of its key."""
        vault = self._desk.vault
        if self._kit is not None and not (vault.is_open and is_look(vault.session)):
            close_kit(self._kit)
        self._kit = None
        self._shown = None
