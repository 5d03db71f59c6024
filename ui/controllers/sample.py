"""Look at the sample: a vault of invented records, in a folder that goes with it."""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from ui.controllers.stage import Desk
from ui.shared.notice import Notice
from vault.app.sample_place import SAMPLE_WORDS, make_sample
from vault.app.session import Session
from vault.i18n import translate as _

ACCOUNTS: Final = 9


class SampleFlow:
    """Makes the sample, shows it, and takes it away when it is closed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder: Path | None = None
        desk.vault.closed.connect(self._remove)

    def begin(self, _what: object) -> None:
        """Make the sample and go home in it."""
        if self._folder is not None:
            return  # it is being made already
        self._folder = Path(tempfile.mkdtemp(prefix="sparekey-sample-"))
        work = partial(make_sample, self._desk.ports, self._folder, ACCOUNTS)
        op = self._desk.ops.run(
            work, self._show, self._desk.tell, lambda session: session.close()
        )
        op.finished.connect(self._tidy)
        self._desk.stage.work(op, _("Making the sample…"), exclusive=True)

    def _show(self, session: Session) -> None:
        self._desk.vault.take(session, passing=True)
        title = _("This is the sample: everything in it is invented")
        words = _(
            "Try what you like: it goes when you leave it. Where its passphrase is "
            "asked for, type “{words}”."
        ).format(words=SAMPLE_WORDS)
        notice = Notice("info", title, words, _("Leave the sample"))
        self._desk.stage.stand(notice, partial(self._desk.go, "leave"))
        self._desk.go("home")

    def _tidy(self) -> None:
        if not self._desk.vault.is_open:  # it failed, or was stopped
            self._remove()

    def _remove(self) -> None:
        """Take the folder away, whatever was made in it."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
            self._desk.stage.stand(None)
