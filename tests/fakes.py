"""Stand-ins for what is handed in: a clock, a disk that fails, a terminal."""

import errno
import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vault.app.ports import Costs, Ports
from vault.cli.terminal import Terminal
from vault.crypto.kdf import TESTS_ONLY
from vault.storage.files import Files

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHEAP = Costs(disk=TESTS_ONLY, paper=TESTS_ONLY, floor=TESTS_ONLY)


class FixedClock:
    """A clock that moves only when a test moves it."""

    def __init__(self, moment: datetime = NOON) -> None:
        """Start at a moment."""
        self.moment = moment
        self.ticks = 0.0

    def now(self) -> datetime:
        """Return the moment."""
        return self.moment

    def seconds(self) -> float:
        """Return seconds that grow by a thousandth a look."""
        self.ticks += 0.001
        return self.ticks

    def wait(self, seconds: float) -> None:
        """Let the seconds pass at once."""
        self.ticks += seconds

    def pass_days(self, days: int) -> None:
        """Move on."""
        self.moment += timedelta(days=days)


class FailingFiles(Files):
    """The real disk, but the named step fails with an error number.

    `after` lets that many calls of the step pass first.
    """

    def __init__(self, step: str, number: int = errno.ENOSPC, after: int = 0) -> None:
        """Choose the step, by its method's name."""
        self.failed = False
        real: Callable[..., object] = getattr(self, step)
        calls = iter(range(after))

        def failing(*words: object, **named: object) -> object:
            if next(calls, None) is not None:
                return real(*words, **named)
            self.failed = True
            raise OSError(number, "made to fail")

        setattr(self, step, failing)


class ShortFiles(Files):
    """A disk that takes only the first half of what is written."""

    def write(self, descriptor: int, data: bytes) -> None:
        """Write half and say nothing."""
        super().write(descriptor, data[: len(data) // 2])


class RecordingFiles(Files):
    """The real disk, keeping the names of its steps in order."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.steps: list[str] = []
        for step in STEPS:
            setattr(self, step, self._recorded(step, getattr(self, step)))

    def _recorded(
        self, step: str, real: Callable[..., object]
    ) -> Callable[..., object]:
        def recorded(*words: object, **named: object) -> object:
            self.steps.append(step)
            return real(*words, **named)

        return recorded


STEPS = (
    "create",
    "preallocate",
    "write",
    "sync",
    "close",
    "read",
    "make_folder",
    "link",
    "replace",
    "sync_directory",
    "remove",
)


def quiet(what: str, done: int, total: int) -> None:
    """Hear progress and say nothing."""


def ports_on_disk(files: Files | None = None, seed: int = 1) -> Ports:
    """Return ports with cheap keys, seeded chance and a fixed clock."""
    chance = random.Random(seed).randbytes
    return Ports(files or Files(), chance, FixedClock(), quiet, CHEAP)


def with_files(ports: Ports, files: Files) -> Ports:
    """Return the same ports on another disk."""
    return replace(ports, files=files)


def a_terminal(text: bytes = b"", *, answers: tuple[str, ...] = ()) -> Terminal:
    """Return a terminal that reads `text`; with answers, somebody sits at it."""
    terminal = ScriptedTerminal(io.StringIO(), io.StringIO(), io.BytesIO(text), False)
    terminal.answers = list(answers)
    terminal.interactive = bool(answers)
    return terminal


class ScriptedTerminal(Terminal):
    """A terminal whose secrets are typed from a list."""

    answers: list[str]

    def ask_secret(self, question: str) -> str:
        """Answer with the next of the list."""
        assert question
        return self.answers.pop(0)


def said(terminal: Terminal) -> str:
    """Return what was reported."""
    assert isinstance(terminal.out, io.StringIO)
    return terminal.out.getvalue()


def noted(terminal: Terminal) -> str:
    """Return what was said beside the report."""
    assert isinstance(terminal.err, io.StringIO)
    return terminal.err.getvalue()


def names_in(folder: Path) -> set[str]:
    """Return what a folder holds, the lock files left out."""
    return {p.name for p in folder.iterdir() if not p.name.endswith(".lock")}
