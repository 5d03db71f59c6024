"""What the core is handed from outside: disk, chance, time, progress, key costs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from vault.crypto.kdf import FLOOR, PAPER, Cost
from vault.storage.files import Files


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        ...

    def seconds(self) -> float:
        """Return seconds that only ever grow, for measuring."""
        ...

    def wait(self, seconds: float) -> None:
        """Let so much time pass: for what another program is doing."""
        ...


class Progress(Protocol):
    """Hears what long work is at."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note that `done` of `total` parts of `what` are finished."""
        ...


@dataclass(frozen=True)
class Costs:
    """What Argon2id may cost: `disk` None is calibrated when a vault is made."""

    disk: Cost | None = None
    paper: Cost = PAPER
    floor: Cost = FLOOR


@dataclass(frozen=True)
class Ports:
    """Everything that is handed in, in one hand.

    `state` is the folder in which this device remembers; None, and it does not.
    `scan_apart` is whether pictures are decoded in a process of their own.
    """

    files: Files
    random: Callable[[int], bytes]
    clock: Clock
    progress: Progress
    costs: Costs = Costs()
    state: Path | None = None
    device: str = ""  # what this computer is called, for the history
    scan_apart: bool = False

    def now(self) -> str:
        """Return the time as the document writes it: ISO 8601, UTC, to the second."""
        return stamp(self.clock.now())

    def now_and_here(self) -> tuple[str, str]:
        """Return when and on which device a change is made, as its entry tells it."""
        return self.now(), self.device

    def today(self) -> str:
        """Return the day as the document writes it."""
        return self.now()[:10]


def stamp(moment: datetime) -> str:
    """Write a moment as `2026-11-23T12:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
