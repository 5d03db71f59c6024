"""How long is the window's thread held up, and by what? For figures, never for tests.

A timer beats on the window's thread; another thread notes where the window's thread is
when a beat is late. Blocks of test code alone are left out.
"""

import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final, Self

from PySide6.QtCore import Qt, QTimer

ROOT: Final = Path(__file__).parents[2]
BEAT_MS: Final = 5
LATE_S: Final = 0.050  # WINDOW: the window never freezes longer


@dataclass(frozen=True)
class Block:
    """One time that the window's thread was held up."""

    seconds: float
    where: str  # the innermost frames of ours, as seen when it was late
    step: str  # what was being done

    @property
    def ours(self) -> bool:
        """Tell whether the program was at work then, and not the test alone."""
        return any(one.startswith("ui/") for one in self.where.split(" < "))


@dataclass
class Heartbeat:
    """Beats between `with` and its end; set `step` to what is being done."""

    blocks: list[Block] = field(default_factory=list)
    beats: int = 0
    step: str = ""
    _last: float = 0.0
    _where: str = ""
    _ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = now - self._last - BEAT_MS / 1000
        if late > LATE_S:
            self.blocks.append(Block(late, self._where, self.step))
        self._last, self._where = now, ""
        self.beats += 1

    def _watch(self) -> None:
        """Note where the window's thread is, once for each late beat, at its middle."""
        main = threading.main_thread().ident
        while not self._ended.wait(BEAT_MS / 1000):
            if time.perf_counter() - self._last > LATE_S and not self._where:
                self._where = _frames(sys._current_frames().get(main or 0))


def _frames(frame: FrameType | None) -> str:
    """Return the innermost frames of the program and the tests, the last one first."""
    named = [
        f"{Path(one.filename).relative_to(ROOT).as_posix()}:{one.lineno} {one.name}"
        for one in reversed(traceback.extract_stack(frame))
        if Path(one.filename).is_relative_to(ROOT) and ".venv" not in one.filename
    ]
    return " < ".join(named[:6])
