"""The vault that is open, if one is: applies acts, undoes, and saves by itself.

A second after the last change it writes, off the window's thread. The session is
touched by one thread at a time: the window applies, the worker writes a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.workers.op import Op, Ops

if TYPE_CHECKING:  # the core is loaded when a vault is, after the first paint
    from vault.app.merge_flow import Merging
    from vault.app.session import Session
    from vault.errors import VaultError
    from vault.model.change import Change
    from vault.model.vault import Vault

SAVED_AFTER_MS: Final = 1000
COMPLETED_AFTER_MS: Final = 30_000
Told = Callable[["VaultError | None"], None]  # None: all is saved


class OpenVault(QObject):
    """Holds the one session of this process."""

    opened = Signal()
    closed = Signal()
    changed = Signal(object)  # Changes: what an act touched
    committing = Signal()  # before it is saved for good: whoever holds typed text
    saving = Signal()
    saved = Signal(str)  # time of day, HH:MM
    failed = Signal(object)  # a VaultError, from saving

    def __init__(self, ops: Ops) -> None:
        super().__init__()
        self._ops = ops
        self._session: Session | None = None
        self.passing = False  # a sample: it goes when it is closed, nobody opens it
        self._writing = False
        self._after: list[Told] = []
        self._between: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self._write)
        self._quiet = QTimer(self)  # time for what may wait: nothing was changed lately
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(COMPLETED_AFTER_MS)
        self._quiet.timeout.connect(lambda: self.complete(lambda: None))

    @property
    def session(self) -> Session:
        """The open session; an AssertionError where none is open."""
        assert self._session is not None, "no vault is open"  # noqa: S101 - our bug
        return self._session

    @property
    def vault(self) -> Vault:
        """The records, as they are now."""
        return self.session.vault

    @property
    def is_open(self) -> bool:
        """Whether a vault is open."""
        return self._session is not None

    @property
    def may_write(self) -> bool:
        """Whether a vault is open and may be changed."""
        return self._session is not None and not self._session.read_only

    def take(self, session: Session, *, passing: bool = False) -> None:
        """Hold a session that was opened or made; `passing` is not to be kept."""
        self._session = session
        self.passing = passing
        self.opened.emit()

    def apply(self, change: Change | Iterable[Change], name: str) -> None:
        """Do one named act; it is saved a second later. Raises as `Session.apply`."""
        changes = self.session.apply(change, name)
        self._note(changes)

    def undo(self) -> str:
        """Take the last act back; return its name, or "" where there is none."""
        name = self.session.undo_name
        changes = self.session.undo()
        if changes is not None:
            self._note(changes)
        return name

    def redo(self) -> str:
        """Do again what was undone last; return its name, or ""."""
        name = self.session.redo_name
        changes = self.session.redo()
        if changes is not None:
            self._note(changes)
        return name

    def save_now(self, then: Told) -> None:
        """Save what is unsaved at once; tell `then` what went wrong, if it did."""
        if self._session is not None:
            self.committing.emit()
        self._timer.stop()
        unsaved = self._session is not None and self._session.unsaved
        if not unsaved and not self._writing:
            then(None)
            return
        self._after.append(then)
        self._write()

    def save_beside(self, path: Path, then: Told) -> None:
        """Save to a new file and go on in that one; tell `then` how it went."""
        self._timer.stop()
        self._after.append(then)
        self._run(partial(self.session.save_beside, path))

    def between_saves(self, act: Callable[[], object]) -> None:
        """Do it now, or as soon as nothing is being written."""
        if self._writing:
            self._between.append(act)
        else:
            act()

    def merge(self, merging: Merging, name: str) -> None:
        """Merge a copy in as one named act, between two saves.

        Raises as `merge_in`: `BrokenInvariant` where the vault was changed since.
        """
        from vault.app.merge_flow import merge_in  # noqa: PLC0415 - rarely wanted

        self._note(merge_in(self.session, merging, name))

    def complete(self, then: Callable[[], None]) -> Op[None] | None:
        """Add the parity that a large vault was saved without, then go on.

        Whatever comes of it: the save stands without. Return the work, if there is any.
        """
        from vault.app.repair import complete  # noqa: PLC0415 - after the first paint

        self._quiet.stop()
        if self._session is None or not self._session.file.parity_due:
            then()
            return None
        return self._ops.run(
            partial(complete, self._session),
            lambda _none: then(),
            lambda _error: then(),
        )

    def touched(self, changes: object = None) -> None:
        """Tell of a change that another made in the session, such as a new kit."""
        self._note(changes)

    def close(self) -> None:
        """Wipe the keys and let the file go. What is unsaved is lost: save first."""
        self._timer.stop()
        self._quiet.stop()
        if self._session is not None:
            self._session.close()
            self._session = None
            self.closed.emit()
            self.passing = False

    def _note(self, changes: object) -> None:
        self.changed.emit(changes)
        if self.session.unsaved:
            self._timer.start()

    def _write(self) -> None:
        if self._session is not None and not self._writing:
            self._run(self._session.save)

    def _run(self, work: Callable[[], None]) -> None:
        self._writing = True
        self.saving.emit()
        self._ops.run(work, lambda _: self._written(None), self._written)

    def _written(self, error: VaultError | None) -> None:
        self._writing = False
        between, self._between = self._between, []
        if self._session is not None:
            for act in between:
                act()
        if error is not None:
            self.failed.emit(error)
            self._told(error)
            return
        if self._session is None:  # it was given up meanwhile
            self._told(None)
            return
        self.saved.emit(self.session.ports.clock.now().astimezone().strftime("%H:%M"))
        if self.session.unsaved:  # changed again while it was being written
            self._write()
        else:
            self._quiet.start()
            self._told(None)

    def _told(self, error: VaultError | None) -> None:
        waiting, self._after = self._after, []
        for then in waiting:
            then(error)
