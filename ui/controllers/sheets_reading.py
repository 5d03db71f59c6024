"""Reads files with sheets on the worker's thread, one page after the other.

The pile of codes is touched by that thread alone; the window is told after each page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

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
        self._frame: Op[Any] | None = None
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
        todo = [Path(path) for path in paths]
        self._start(len(todo), partial(self._work, todo))

    def take(self, name: str, image: QImage) -> None:
        """Read a picture that is no file, after what waits."""
        self._start(1, partial(self._still, name, image))

    def see(self, name: str, image: QImage) -> bool:
        """Read a frame of what is called `name`; False, and it is dropped, while busy.

        `changed` is told only where it gave something.
        """
        if self._frame is not None or self.is_busy:
            return False
        work = partial(self._look, name, image)
        op = self._desk.ops.run(work, self._seen, self.failed.emit)
        self._frame = op
        op.finished.connect(self._rest)
        return True

    def look_away(self) -> None:
        """Let go of the frame that is being read."""
        if self._frame is not None:
            self._frame.stop()

    def see_no_more(self) -> None:
        """Let go of what reads frames: no more will come."""
        if self._gatherer is not None:
            rest, quiet = self._gatherer.rest, _nothing
            self._desk.ops.run(rest, quiet, quiet)

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

    def _start(self, pictures: int, work: Callable[[int], None]) -> None:
        """Have the worker do it after what waits."""
        if not self.is_busy:
            self._total, self._done = 0, set()
        self._total += pictures
        self._run += 1
        run = self._run
        doing = partial(work, run)
        op = self._desk.ops.run(doing, lambda _result: None, self.failed.emit)
        self._runs[run] = op
        op.finished.connect(partial(self._finished, run))
        self.changed.emit(self.reading, self.reading)

    def _work(self, paths: list[Path], run: int) -> None:
        """Read the files, on the worker's thread."""
        gatherer = self._at_work()
        try:
            for path in paths:
                for reading in gatherer.read(path):
                    self._read.emit(run, reading)
        finally:
            gatherer.rest()

    def _still(self, name: str, image: QImage, run: int) -> None:
        """Read a picture, on the worker's thread."""
        gatherer = self._at_work()
        try:
            self._read.emit(run, gatherer.take(name, *dots_of(image)))
        finally:
            gatherer.rest()

    def _look(self, name: str, image: QImage) -> Reading:
        """Read a frame, on the worker's thread."""
        return self._at_work().see(name, *dots_of(image))

    def _seen(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        if before != reading:
            self.changed.emit(before, reading)

    def _rest(self) -> None:
        self._frame = None

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


def _nothing(_: object) -> None:
    """Nobody waits for it."""


def dots_of(image: QImage) -> tuple[bytes, int, int]:
    """Return a byte for each dot, row by row, the width and the height."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = grey.width(), grey.height(), grey.bytesPerLine()
    rows = memoryview(grey.constBits())
    starts = range(0, stride * height, stride)  # what pads each row is left out
    return b"".join(rows[at : at + width] for at in starts), width, height
