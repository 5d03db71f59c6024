"""Lets the second place for backups follow each save, off the window's thread.

A stick that is not there is said once, in the status bar, and caught up when it is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.stage import Desk, notice_of
from ui.shared.notice import Notice
from vault.i18n import translate as _

if TYPE_CHECKING:
    from vault.app.second_place import Outcome
    from vault.app.session import Session
    from vault.errors import VaultError


class SecondCopy:
    """Listens to the open vault; `ended` is called when the place was looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said = False  # what keeps it from following
        desk.vault.opened.connect(self.follow)
        desk.vault.saved.connect(lambda _at: self.follow())

    def follow(self) -> None:
        """Put the newest save there, where one was chosen."""
        vault = self._desk.vault
        if vault.is_open and not vault.passing and vault.session.ports.state:
            work = partial(_kept, vault.session)
            self._desk.ops.run(work, self._told, self._failed)

    def _told(self, outcome: Outcome) -> None:
        from vault.app.standing_words import (  # noqa: PLC0415 - not before the paint
            outcome_words,
        )

        words = outcome_words(outcome)
        if words and not self._said:
            self._desk.stage.announce(words)
        self._said = bool(words)

    def _failed(self, error: VaultError) -> None:
        """Say what keeps it from following, once until it does again."""
        if self._said or not self._desk.vault.is_open:
            return
        self._said = True
        title = _("The second place did not take the backup")
        self._desk.stage.notify(Notice("warn", title, notice_of(error).text))


def _kept(session: Session) -> Outcome:
    from vault.app.second_place import keep_second  # noqa: PLC0415 - as above

    return keep_second(session)
