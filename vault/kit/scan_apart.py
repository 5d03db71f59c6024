"""Files that may show a kit, read by a process of its own: see `scan_child`.

Whatever a file does to that process costs its pages a reason, and the next file gets
a new process. Nothing secret is among its arguments or in its surroundings.
"""

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO, Final, NamedTuple, Self, cast

from vault.errors import BadInput
from vault.kit.scan import DPI, Page
from vault.kit.scan_asked import Asked, ReadingEnded
from vault.kit.scan_wire import (
    MOST_ANSWERS,
    WORD,
    Answer,
    Begun,
    Read,
    Request,
    receive,
)
from vault.limits import (
    PICTURE_CPU_SECONDS,
    PICTURE_FILE_BYTES,
    PICTURE_MEMORY_BYTES,
    PICTURE_TRIES,
    PICTURE_WAIT_SECONDS,
)

_LOOK_SECONDS: Final = 0.05  # how soon an ended wait is noticed
_END_SECONDS: Final = 2  # a process whose pipe has ended is gone by then
# How a system ends a process: after its time, and where memory is short.
_TOO_LONG: Final = int(getattr(signal, "SIGXCPU", 0))
_ENDED_BY_SYSTEM: Final = int(getattr(signal, "SIGKILL", 0))
# What a program needs of its surroundings to be found and to start at all.
_KEPT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL")


@dataclass(frozen=True)
class Bounds:
    """What one page may take: processor time, time on the clock, memory."""

    cpu_seconds: int = PICTURE_CPU_SECONDS
    wait_seconds: float = PICTURE_WAIT_SECONDS
    memory_bytes: int = PICTURE_MEMORY_BYTES


class Dots(NamedTuple):
    """A picture that comes decoded: a byte a dot, row by row; `quick` for a frame."""

    grey: bytes
    width: int
    height: int
    quick: bool = False


class ScanApart:
    """Reads files one after the other, as `scan` does; one thread at a time.

    The process is started with the first file, and again where it was ended.
    """

    def __init__(
        self,
        bounds: Bounds = Bounds(),
        command: Sequence[str] = (),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start nothing yet; `command` for another process than our own."""
        self._bounds = bounds
        self._command = list(command) or own_command()
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._finish: Callable[[], object] = lambda: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def pages(
        self,
        name: str,
        data: bytes,
        dpi: int = DPI,
        waiting: Callable[[], None] = lambda: None,
    ) -> Iterator[Page]:
        """Yield every page of a file, as `scan` does.

        `waiting` is called twenty times a second; what it raises ends the reading and
        the process with it. A page at which a bound was crossed tells so as its
        problem, and the pages behind it are read. Raises `BadInput` as `scan` does, and
        at the third such page.
        """
        if len(data) > PICTURE_FILE_BYTES:
            raise BadInput(name, "picture-large", f"{len(data)} bytes")
        first = 0
        for left in reversed(range(PICTURE_TRIES)):
            asked = Asked(name, dpi, first)
            try:
                request = Request(len(data), dpi, first)
                yield from self._read(data, asked, request, waiting)
            except ReadingEnded as end:
                ended = end
            else:
                return
            if not asked.pages or not left:
                raise BadInput(name, ended.problem, ended.detail)
            yield asked.lost(ended)
            first = asked.number
            if first >= asked.pages:
                return

    def dots(self, name: str, dots: Dots, waiting: Callable[[], None]) -> Page:
        """Return what a picture shows that comes decoded, as `scan_dots` does.

        What ends the reading early is the problem of the page.
        """
        request = Request(
            len(dots.grey), 0, 0, dots.width, dots.height, quick=dots.quick
        )
        asked = Asked(name, 0, 0)
        try:
            (page,) = self._read(dots.grey, asked, request, waiting)
        except ReadingEnded as end:
            return Page(name, 1, 1, 0, (), "", end.problem, end.detail)
        return page

    def end(self) -> None:
        """End the process; the next file has a new one."""
        self._process = None
        self._finish()

    def _read(
        self, data: bytes, asked: Asked, request: Request, waiting: Callable[[], None]
    ) -> Iterator[Page]:
        """Ask the process once; it does not outlive whatever ends this early."""
        try:
            process = self._started()
            answers = _talk(process, request.pack() + data)
            while not asked.is_done:
                yield from asked.take(self._next(process, answers, waiting))
        finally:
            if not asked.is_done:
                self.end()

    def _next(
        self,
        process: "subprocess.Popen[bytes]",
        answers: "SimpleQueue[Answer | None]",
        waiting: Callable[[], None],
    ) -> Answer | None:
        """Wait for an answer; raises `ReadingEnded` where there will be none."""
        deadline = self._seconds() + self._bounds.wait_seconds
        while True:
            with suppress(Empty):
                answer = answers.get(timeout=_LOOK_SECONDS)
                break
            waiting()
            if self._seconds() > deadline:
                raise ReadingEnded("picture-slow", f"{self._bounds.wait_seconds:g}")
        if answer is None:
            raise self._why(process)
        return answer

    def _why(self, process: "subprocess.Popen[bytes]") -> ReadingEnded:
        """Return why the process answers no more, by how it ended."""
        with suppress(subprocess.TimeoutExpired):
            process.wait(_END_SECONDS)
        if process.returncode == -_TOO_LONG:
            return ReadingEnded("picture-slow", str(self._bounds.cpu_seconds))
        if process.returncode == -_ENDED_BY_SYSTEM:
            return ReadingEnded("picture-memory")
        return ReadingEnded("picture-crash")

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            bounds = (self._bounds.cpu_seconds, self._bounds.memory_bytes)
            self._process = subprocess.Popen(
                [*self._command, *map(str, bounds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(sys.executable).parent,  # a vault's disk can be taken away
                env=surroundings(os.environ, sys.path),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            # Whoever lets go of this object leaves no process behind.
            self._finish = weakref.finalize(self, _end, self._process)
        return self._process


def own_command() -> list[str]:
    """Return what starts `scan_child`, before its bounds.

    `-P`, `-s` and `-S` keep the folder it is started in, and what a user installed for
    other programs, off the path.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-P", "-s", "-S", "-m", "vault.kit.scan_child"]


def surroundings(around: Mapping[str, str], path: Sequence[str]) -> dict[str, str]:
    """Return the variables of the process: where our code lies, and little else."""
    own = str(Path(__file__).parents[2])
    found = [own, *(place for place in path if Path(place).is_absolute())]
    kept = {name: around[name] for name in _KEPT if name in around}
    return kept | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(found))}


def _talk(
    process: "subprocess.Popen[bytes]", request: bytes
) -> "SimpleQueue[Answer | None]":
    """Send a request and queue its answers, on a thread that ends with them.

    The process may read nothing, or answer without end: neither may hold us up.
    """
    answers: SimpleQueue[Answer | None] = SimpleQueue()

    def talk() -> None:
        try:
            if process.stdin and process.stdout:
                process.stdin.write(request)
                process.stdin.flush()
                for _ in range(MOST_ANSWERS):
                    answer = receive(cast("BinaryIO", process.stdout))
                    answers.put(answer)
                    if not isinstance(answer, Begun | Read):
                        return
        except (OSError, ValueError):  # it was ended; the pipe is closed
            pass
        answers.put(None)

    threading.Thread(target=talk, name="pictures", daemon=True).start()
    return answers


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not sent yet can't be
            if pipe is not None:
                pipe.close()
