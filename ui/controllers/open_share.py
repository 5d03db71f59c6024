"""The share that is open, if one is: read only, never saved, closed like a vault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the core is loaded when a share is, after the first paint
    from vault.app.share_open import OpenedShare


class OpenShare(QObject):
    """Holds the one share of this process; no lock is laid beside its file."""

    changed = Signal()  # one was opened, or it was closed
    left = Signal()  # somebody wants to close it; whoever keeps the window does

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenedShare | None = None
        self.path: Path | None = None

    @property
    def is_open(self) -> bool:
        """Whether a share is open."""
        return self._opened is not None

    @property
    def opened(self) -> OpenedShare:
        """The open share; an AssertionError where none is open."""
        assert self._opened is not None, "no share is open"  # noqa: S101 - our bug
        return self._opened

    def take(self, opened: OpenedShare, path: Path) -> None:
        """Hold a share that was opened from that file."""
        self._opened, self.path = opened, path
        self.changed.emit()

    def close(self) -> None:
        """Let go of all that was in it."""
        if self._opened is not None:
            self._opened = None
            self.path = None
            self.changed.emit()
