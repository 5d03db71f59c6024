"""One piece of long work off the window's thread: progress, one success, one failure.

All work goes through one thread, one piece after the other: a vault is never written
and read by two at once. The only broad `except` of the window stands here.
"""

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from vault.errors import VaultError, told_of

T = TypeVar("T")
_SLOT: Final = threading.local()  # which Op runs on this thread
# How long the worker may keep Python's lock while the window waits for it: a page asks
# for it many times over. Python's own 5 ms made pages a quarter slower beside a kit.
_HAND_OVER_S: Final = 0.001


class Stopped(BaseException):
    """The user stopped the work; unwinds it from wherever it next tells progress."""


class Op(QObject, Generic[T]):
    """One running or waiting piece of work; its signals come on the window's thread."""

    progressed = Signal(str, int, int)
    finished = Signal()  # after success and failure, and after it was stopped
    _ended = Signal(object, object)  # from the worker's thread: result, VaultError

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[VaultError], None],
        wasted: Callable[[T], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._wasted = wasted
        self._stop = threading.Event()
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Let go of it: no success or failure will be told any more."""
        self._stop.set()

    def stopped(self) -> bool:
        """Tell whether nobody waits for it any more."""
        return self._stop.is_set()

    def tell(self, what: str, done: int, total: int) -> None:
        """Pass progress on; ends the work where it was stopped."""
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(what, done, total)

    def run(self) -> None:
        """Do the work, on the worker's thread."""
        result: T | None = None
        error: VaultError | None = None
        _SLOT.op = self
        try:
            if not self._stop.is_set():
                result = self._work()
        except Stopped:
            self._stop.set()
        except VaultError as told:
            error = told
        except Exception as bug:  # noqa: BLE001 - our own bug: told, never swallowed
            error = told_of(bug)
        finally:
            _SLOT.op = None
        if self._stop.is_set():  # here, before the next work begins: it may need it
            self._hand_back(result)
            result = None
        self._ended.emit(result, error)

    @Slot(object, object)
    def _end(self, result: T, error: VaultError | None) -> None:
        """Hand the outcome over; what nobody waits for is handed back."""
        try:
            if self._stop.is_set():
                self._hand_back(result)
            elif error is not None:
                self._failed(error)
            else:
                self._done(result)
        finally:
            self.finished.emit()  # else a fault of ours would bar the window for ever

    def _hand_back(self, result: T | None) -> None:
        if result is not None:
            with suppress(VaultError):  # nobody waits for it any more
                self._wasted(result)


class Ops(QObject):
    """The one worker thread and what waits for it."""

    started = Signal(object)  # the Op

    def __init__(self) -> None:
        super().__init__()
        self._waiting: queue.SimpleQueue[Op[Any] | None] = queue.SimpleQueue()
        self._alive: set[Op[Any]] = set()
        sys.setswitchinterval(_HAND_OVER_S)
        self._thread = threading.Thread(target=self._serve, name="work", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[VaultError], None],
        wasted: Callable[[T], None] = lambda _: None,
    ) -> Op[T]:
        """Start `work`; call `done` or `failed` on this thread when it has ended.

        `wasted` is given a result that nobody waits for any more, on either thread.
        """
        op: Op[T] = Op(work, done, failed, wasted)
        op.finished.connect(lambda: self._alive.discard(op))
        self._alive.add(op)
        self.started.emit(op)
        self._waiting.put(op)
        return op

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._alive)

    def end(self) -> None:
        """Stop what goes on and let the thread run out: nothing more will be asked."""
        for op in self._alive:
            op.stop()
        self._waiting.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (op := self._waiting.get()) is not None:
            op.run()


def progress_of_thread(what: str, done: int, total: int) -> None:
    """Be the `Progress` port: tell the Op that runs on this thread, if one does."""
    op: Op[Any] | None = getattr(_SLOT, "op", None)
    if op is not None:
        op.tell(what, done, total)


def stopped_of_thread() -> bool:
    """Tell whether nobody waits any more for the work that runs on this thread."""
    op: Op[Any] | None = getattr(_SLOT, "op", None)
    return op is not None and op.stopped()
