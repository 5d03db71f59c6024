"""Watches the folder of an open vault for what other programs do there.

Where the system tells of changes it looks a second later, when a sync program has come
to an end; on disks where nobody tells, it looks once a minute. All reading goes off
the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from ui.controllers.stage import Desk

if TYPE_CHECKING:
    from vault.app.beside import Beside
    from vault.errors import VaultError

SETTLED_AFTER_MS: Final = 1000
LOOKS_EVERY_MS: Final = 60_000


class Watch(QObject):
    """Looks beside the vault; `changed` is called where its own file is another now."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._changed = changed
        self._looking = False
        self._known: set[bytes] = set()  # copies that were looked at, by content
        self._folder: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_AFTER_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self)
        self._often.setInterval(LOOKS_EVERY_MS)
        self._often.timeout.connect(self.look)
        desk.vault.opened.connect(self._begin)
        desk.vault.closed.connect(self._end)

    def look(self) -> None:
        """Look now, unless a look goes on already."""
        vault = self._desk.vault
        if self._looking or not vault.may_write or vault.passing:
            return
        from vault.app.beside import look_beside  # noqa: PLC0415 - after the paint

        self._looking = True
        work = partial(look_beside, vault.session, frozenset(self._known))
        self._desk.ops.run(work, self._seen, self._not)

    def rest(self) -> None:
        """Look no more by itself, until another vault is opened."""
        self._end()

    def _begin(self) -> None:
        self._known.clear()
        if self._desk.vault.may_write and not self._desk.vault.passing:
            self._soon.start()
            self._often.start()
            QTimer.singleShot(0, self, self._watch)  # after the page

    def _watch(self) -> None:
        self._let_folder_go()
        if self._desk.vault.is_open:
            folder = self._desk.vault.session.file.path.parent
            self._folder = QFileSystemWatcher([str(folder)], self)
            self._folder.directoryChanged.connect(self._soon.start)

    def _end(self) -> None:
        self._soon.stop()
        self._often.stop()
        self._let_folder_go()

    def _let_folder_go(self) -> None:
        """Give the system its watch back: each user has a hundred or so of them."""
        if self._folder is not None:
            self._folder.directoryChanged.disconnect()
            self._folder.deleteLater()
            self._folder = None

    def _seen(self, found: Beside) -> None:
        self._looking = False
        vault = self._desk.vault
        if not vault.is_open:
            return
        if found.changed:
            self._changed()
            return  # the copies are compared with what comes of it
        if self._at_merging():
            return  # told there, or at a later look
        self._known |= found.seen
        if found.copies:
            from ui.controllers.merge_said import (  # noqa: PLC0415 - rarely wanted
                found_notice,
            )

            what = found.copies[0].path if len(found.copies) == 1 else None
            go = partial(self._desk.go, "merge", what)
            self._desk.stage.notify(found_notice(found.copies), go)

    def _at_merging(self) -> bool:
        from ui.views.merge_choose import MergeChoose  # noqa: PLC0415 - rarely wanted
        from ui.views.merge_key import MergeKey  # noqa: PLC0415 - the same
        from ui.views.merge_preview import MergePreview  # noqa: PLC0415 - the same

        page = self._desk.stage.page
        return isinstance(page, MergeChoose | MergeKey | MergePreview)

    def _not(self, error: VaultError) -> None:
        self._looking = False
        self._desk.tell(error)
