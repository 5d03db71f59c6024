"""Reads files with sheets on the worker's thread, one page after the other.

The pile of codes is touched by that thread alone; the window is told after each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from ui.controllers.stage import Desk
from ui.views.kit_sheets import SheetsState
from ui.workers.op import Op
from vault.app.kit_reading import Gathering, Reading
from vault.i18n import translate as _

if TYPE_CHECKING:
    from vault.app.kit_gather import Gatherer


class SheetsReading(QObject):
    """Gathers what is handed to it, some now and some later, until it is stopped."""

    changed = Signal(object, object)  # Reading before, Reading after
    ended = Signal()  # nothing more is being read
    failed = Signal(object)  # VaultError
    _read = Signal(int, object)  # from the worker's thread: which run, Reading

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._gatherer: Gatherer | None = None  # made and used on the worker's thread
        self._runs: dict[int, Op[Any]] = {}
        self._run = 0
        self._total = 0
        self._done: set[str] = set()
        self.reading = Reading()
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being read."""
        return bool(self._runs)

    @property
    def runs(self) -> tuple[Op[Any], ...]:
        """The work that goes on or waits."""
        return tuple(self._runs.values())

    @property
    def state(self) -> SheetsState:
        """What is shown while it is being read."""
        if not self.is_busy:
            return SheetsState()
        done = len(self._done)
        words = _("Reading picture {n} of {all}…")
        at = min(done + 1, self._total)
        return SheetsState(
            busy=words.format(n=at, all=self._total), done=done, total=self._total
        )

    def read(self, paths: Sequence[str | Path]) -> None:
        """Read these files too, after those that wait."""
        if not paths:
            return
        if not self.is_busy:
            self._total, self._done = 0, set()
        self._total += len(paths)
        self._run += 1
        run = self._run
        work = partial(self._work, run, [Path(path) for path in paths])
        op = self._desk.ops.run(work, lambda _result: None, self.failed.emit)
        self._runs[run] = op
        op.finished.connect(partial(self._finished, run))
        self.changed.emit(self.reading, self.reading)

    def stop(self) -> None:
        """Read no further; what was read stays."""
        for op in self._runs.values():
            op.stop()
        self._runs.clear()
        self.changed.emit(self.reading, self.reading)

    def gathering(self) -> Gathering:
        """Return all that was read; to be asked for on the worker's thread only."""
        return self._at_work().gathering()

    def _at_work(self) -> Gatherer:
        """Return the one pile; what decodes pictures is slow to load."""
        from vault.app.kit_gather import Gatherer  # noqa: PLC0415 - off the window

        if self._gatherer is None:
            self._gatherer = Gatherer(self._desk.ports)
        return self._gatherer

    def _work(self, run: int, paths: list[Path]) -> None:
        """Read the files, on the worker's thread."""
        gatherer = self._at_work()
        try:
            for path in paths:
                for reading in gatherer.read(path):
                    self._read.emit(run, reading)
        finally:
            gatherer.rest()

    def _take(self, run: int, reading: Reading) -> None:
        if run not in self._runs:
            return  # it was stopped; what it read is told with the next
        before, self.reading = self.reading, reading
        last = reading.pages[-1]
        if last.page == last.pages or last.trouble is not None:
            self._done.add(f"{run} {last.file}")
        self.changed.emit(before, reading)

    def _finished(self, run: int) -> None:
        if self._runs.pop(run, None) is not None and not self._runs:
            self.changed.emit(self.reading, self.reading)
            self.ended.emit()
